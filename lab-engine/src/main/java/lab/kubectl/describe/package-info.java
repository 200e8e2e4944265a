/** What {@code kubectl describe} says of one object: a describer per kind, and a dump for kinds that have none. */
@NullMarked
package lab.kubectl.describe;

import org.jspecify.annotations.NullMarked;
