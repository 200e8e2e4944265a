/** The commands that reach into pods: logs and exec. */
@NullMarked
package lab.kubectl.pods;

import org.jspecify.annotations.NullMarked;
