/** Watching until something holds: {@code kubectl wait}, and the watches that other commands wait with. */
@NullMarked
package lab.kubectl.await;

import org.jspecify.annotations.NullMarked;
