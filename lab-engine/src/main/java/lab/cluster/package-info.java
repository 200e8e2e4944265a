/** What the lab asks of a cluster, whichever it is. */
@NullMarked
package lab.cluster;

import org.jspecify.annotations.NullMarked;
