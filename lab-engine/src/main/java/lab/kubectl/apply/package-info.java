/** Commands that bring manifests to the server: apply, create -f, replace, diff. */
@NullMarked
package lab.kubectl.apply;

import org.jspecify.annotations.NullMarked;
