/** The node: kubelet's containers, crictl, nsenter, and what runs inside containers. */
@NullMarked
package lab.sandbox.node;

import org.jspecify.annotations.NullMarked;
