package lab.sandbox.node;

import org.jspecify.annotations.Nullable;

/**
 * Where a program on the node runs.
 *
 * @param pod the pod whose network namespace it is in; null for the node's own
 * @param container the container whose files it sees; null for the node's own
 */
record Caller(@Nullable PodSandbox pod, @Nullable NodeContainer container, User user) {
    /** Root on the node itself. */
    static final Caller NODE = new Caller(null, null, User.ROOT);

    /** Root on the node, inside a pod's network namespace, as nsenter makes it. */
    static Caller entered(PodSandbox pod) {
        return new Caller(pod, null, User.ROOT);
    }

    String address() {
        return pod == null ? NodeFacts.ADDRESS : pod.ip;
    }

    /** Of the network namespace's point of view: host-network pods share the node's. */
    boolean inPodNetwork() {
        return pod != null && !pod.hostNetwork;
    }
}
