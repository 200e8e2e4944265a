/** kubectl as a program over an API: its command line, how it finds types and objects, and one class for each command in the sub-packages. */
@NullMarked
package lab.kubectl;

import org.jspecify.annotations.NullMarked;
