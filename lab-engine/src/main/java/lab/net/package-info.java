/** IP addresses, address ranges and flows: values that every other package may use. */
@NullMarked
package lab.net;

import org.jspecify.annotations.NullMarked;
