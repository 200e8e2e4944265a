/** How kubectl prints objects: {@code -o} formats, Tables in columns, and the line that says what was done. */
@NullMarked
package lab.kubectl.print;

import org.jspecify.annotations.NullMarked;
