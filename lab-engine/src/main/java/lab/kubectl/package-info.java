/** kubectl as a program over an Api. */
@NullMarked
package lab.kubectl;

import org.jspecify.annotations.NullMarked;
