package lab.sandbox.controller;

import java.time.Duration;

/**
 * How long things take in the cluster. Sources: conformance/real-cluster timings.txt, {@code kubectl-get-pods-watch},
 * start and finish times in {@code -o yaml} recordings, ages of events in {@code describe} recordings.
 */
final class Timings {
    /** A controller's reaction to a change. A restarted rollout's new pod is there when the next command looks. */
    static final Duration REACTION = Duration.ofMillis(4);

    /** The endpoint controllers batch what they see, and istiod is told after them. */
    static final Duration ENDPOINTS_REACTION = Duration.ofMillis(15);

    /** From the creation of a pod to its binding; both in the same second in all recordings. */
    static final Duration SCHEDULE = Duration.ofMillis(8);

    /** The scheduler tries an unschedulable pod again (pkg/scheduler: flush of unschedulable pods is 5 min). */
    static final Duration RESCHEDULE = Duration.ofMinutes(5);

    /** From the binding to the kubelet's first status, {@code Init:0/2} or {@code ContainerCreating}. */
    static final Duration POD_SEEN = Duration.ofMillis(25);

    /** Network namespace, volumes, pause container: un-injected pods are created and started in the same second. */
    static final Duration SANDBOX = Duration.ofMillis(450);

    /** containerd's create and start of a container. */
    static final Duration CONTAINER_START = Duration.ofMillis(160);

    /**
     * The kubelet looks at its containers once a second; this is when it first does, counted from the pod's arrival.
     * {@code kubectl-get-pods-watch}: {@code Init:1/2} after 1 and 2 s, {@code PodInitializing} after 3 s, Running
     * after 4 s; a pod without sidecar runs after 1 s.
     */
    static final Duration FIRST_LOOK = Duration.ofMillis(1150);

    static final Duration LOOK = Duration.ofSeconds(1);

    /** While a container waits in back-off the kubelet comes by every ten to fifteen seconds. */
    static final Duration BACK_OFF_LOOK = Duration.ofSeconds(12);

    /** A probe's answer to the kubelet's next status. */
    static final Duration PROBE_ANSWER = Duration.ofMillis(12);

    /** How long a container may wait for its postStart hook (pilot-agent wait gives up after 60 s). */
    static final Duration POST_START_POLL = Duration.ofMillis(500);

    /** A volume that cannot be mounted is tried again after half a second, doubling up to two minutes. */
    static final Duration FIRST_MOUNT_RETRY = Duration.ofMillis(500);

    static final Duration LONGEST_MOUNT_RETRY = Duration.ofSeconds(122);

    /** A container that has ended to the pod's removal from the API. */
    static final Duration POD_REMOVED = Duration.ofMillis(600);

    /** First pause after an image could not be pulled or a container ended; doubles up to the longest. */
    static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);

    static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    /** A container that ran that long starts its back-off afresh (twice the longest). */
    static final Duration BACK_OFF_RESET = Duration.ofMinutes(10);

    /** A kubelet renews its lease every ten seconds, its status every five minutes when nothing changes. */
    static final Duration LEASE_RENEWAL = Duration.ofSeconds(10);

    static final Duration NODE_STATUS = Duration.ofMinutes(5);

    /** kube-apiserver's {@code --event-ttl}. */
    static final Duration EVENT_LIFETIME = Duration.ofHours(1);

    /** Pods and controllers wait that long for the garbage collector after their owner has gone. */
    static final Duration GARBAGE_REACTION = Duration.ofMillis(20);

    /** The namespace controller looks again while content is left. */
    static final Duration NAMESPACE_RETRY = Duration.ofMillis(800);

    private Timings() {}
}
