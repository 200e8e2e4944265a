/** kubectl's dialect of JSONPath: templates, custom columns and sorting. Struct fields do not exist here, only JSON. */
@NullMarked
package lab.kubectl.jsonpath;

import org.jspecify.annotations.NullMarked;
