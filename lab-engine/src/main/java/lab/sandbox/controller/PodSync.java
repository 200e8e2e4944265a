package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides which container of a pod is to be started next. */
// models pkg/kubelet/kuberuntime computePodActions and computeInitContainerActions@1.34
final class PodSync {
    /** The container to start, or how long to wait before looking again; neither when all is as it should be. */
    record Next(@Nullable JsonNode start, @Nullable Duration pause) {}

    private static final Next NOTHING = new Next(null, null);

    private final JsonNode pod;
    private final PodRecord record;
    private final KubeletEvents events;
    private final Instant now;
    private @Nullable Duration wait;

    private PodSync(JsonNode pod, PodRecord record, KubeletEvents events, Instant now) {
        this.pod = pod;
        this.record = record;
        this.events = events;
        this.now = now;
    }

    static Next next(JsonNode pod, PodRecord record, KubeletEvents events, Instant now) {
        return new PodSync(pod, record, events, now).decide();
    }

    /** No container runs and none will be started again. */
    static boolean hasEnded(JsonNode pod, PodRecord record) {
        String policy = pod.path("spec").path("restartPolicy").asText("Always");
        if (!record.flag("initialized")) {
            return policy.equals("Never") && initFailed(pod, record);
        }
        for (JsonNode container : pod.path("spec").path("containers")) {
            ContainerRecord known = record.container(container);
            if (!known.hasExited() || restarts(policy, known)) {
                return false;
            }
        }
        return true;
    }

    private static boolean initFailed(JsonNode pod, PodRecord record) {
        for (JsonNode container : pod.path("spec").path("initContainers")) {
            ContainerRecord known = record.container(container);
            if (!PodResources.isSidecar(container) && known.hasExited() && known.exitCode() != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean restarts(String policy, ContainerRecord known) {
        return policy.equals("Always") || (policy.equals("OnFailure") && known.exitCode() != 0);
    }

    private Next decide() {
        if (!record.busy().isEmpty()) {
            return NOTHING;
        }
        JsonNode init = nextInit();
        if (init != null) {
            return new Next(init, wait);
        }
        if (!record.flag("initialized")) {
            return new Next(null, wait);
        }
        String policy = pod.path("spec").path("restartPolicy").asText("Always");
        for (JsonNode container : pod.path("spec").path("containers")) {
            ContainerRecord known = record.container(container);
            boolean wanted = !known.isRunning() && (!known.hasExited() || restarts(policy, known));
            if (wanted && mayStart(container, known)) {
                return new Next(container, wait);
            }
        }
        return new Next(null, wait);
    }

    /** The init container to start; sets {@code initialized} when all have done their part. */
    private @Nullable JsonNode nextInit() {
        boolean initialized = record.flag("initialized");
        String policy = pod.path("spec").path("restartPolicy").asText("Always");
        for (JsonNode container : pod.path("spec").path("initContainers")) {
            ContainerRecord known = record.container(container);
            if (PodResources.isSidecar(container)) {
                if (!known.isRunning() && mayStart(container, known)) {
                    return container;
                }
                boolean started = known.isRunning() && known.flag("noticed") && Probes.hasStarted(container, known);
                if (!started && !initialized) {
                    return null;
                }
            } else if (!initialized && !(known.hasExited() && known.exitCode() == 0)) {
                boolean wanted = !known.isRunning() && (!known.hasExited() || !policy.equals("Never"));
                return wanted && mayStart(container, known) ? container : null;
            }
        }
        record.mark("initialized");
        return null;
    }

    /** False while the container waits because it ended too often or its image cannot be pulled. */
    // models doBackOff
    private boolean mayStart(JsonNode container, ContainerRecord known) {
        if (!known.hasExited()) {
            return !waitsAfterFailure(known);
        }
        Instant end = known.backOffEnd("restart", known.finishedAt(), now);
        if (end == null) {
            return !waitsAfterFailure(known);
        }
        String name = container.path("name").asText();
        String id = Meta.name(pod) + "_" + Meta.namespace(pod) + "(" + Meta.uid(pod) + ")";
        events.warning(pod, container, "BackOff", "Back-off restarting failed container " + name + " in pod " + id);
        known.waits(
                "CrashLoopBackOff",
                "back-off " + text(known.backOffSeconds("restart")) + " restarting failed container=" + name + " pod="
                        + id);
        later(end);
        return false;
    }

    /** A start that failed for the image or the configuration is tried again on the kubelet's next rounds. */
    private boolean waitsAfterFailure(ContainerRecord known) {
        String since = known.data().path("retryAt").asText();
        if (since.isEmpty() || !Instant.parse(since).isAfter(now)) {
            return false;
        }
        later(Instant.parse(since));
        return true;
    }

    private void later(Instant end) {
        Duration left = Duration.between(now, end);
        Duration next = left.compareTo(Timings.BACK_OFF_LOOK) < 0 ? left : Timings.BACK_OFF_LOOK;
        wait = wait == null || next.compareTo(wait) < 0 ? next : wait;
    }

    /** As Go prints a duration of whole seconds. */
    private static String text(long seconds) {
        return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + seconds % 60 + "s";
    }
}
