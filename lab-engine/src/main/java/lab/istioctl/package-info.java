/** istioctl as a program over an Api. */
@NullMarked
package lab.istioctl;

import org.jspecify.annotations.NullMarked;
