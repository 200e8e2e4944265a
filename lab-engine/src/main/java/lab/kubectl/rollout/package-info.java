/** {@code kubectl rollout}: status, history, undo, restart, pause and resume of deployments. */
@NullMarked
package lab.kubectl.rollout;

import org.jspecify.annotations.NullMarked;
