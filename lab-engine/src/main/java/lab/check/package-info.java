/** What was expected, what was seen, and the verdict: pure values and comparisons, no input or output. */
@NullMarked
package lab.check;

import org.jspecify.annotations.NullMarked;
