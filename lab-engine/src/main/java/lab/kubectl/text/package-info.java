/** How Go prints: aligned columns, values, JSON. */
@NullMarked
package lab.kubectl.text;

import org.jspecify.annotations.NullMarked;
