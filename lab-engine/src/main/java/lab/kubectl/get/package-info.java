/** {@code kubectl get}: tables, every output format, and watching. */
@NullMarked
package lab.kubectl.get;

import org.jspecify.annotations.NullMarked;
