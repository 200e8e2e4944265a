/** {@code kubectl create}, {@code run} and {@code expose}: objects made from flags. */
@NullMarked
package lab.kubectl.create;

import org.jspecify.annotations.NullMarked;
