/** Commands that tell about the server and the context: api-resources, api-versions, cluster-info, config. */
@NullMarked
package lab.kubectl.settings;

import org.jspecify.annotations.NullMarked;
