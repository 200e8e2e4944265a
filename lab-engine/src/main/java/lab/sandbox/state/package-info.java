/** Everything of the sandbox that changes: clock, event queue, randomness, and the parts that components keep. */
@NullMarked
package lab.sandbox.state;

import org.jspecify.annotations.NullMarked;
