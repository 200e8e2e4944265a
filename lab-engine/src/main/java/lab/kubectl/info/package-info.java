/** Commands that tell about the cluster and its objects: describe, events, version, auth. */
@NullMarked
package lab.kubectl.info;

import org.jspecify.annotations.NullMarked;
