/** The terminal: JLine, one renderer for each thing shown. */
@NullMarked
package lab.terminal;

import org.jspecify.annotations.NullMarked;
