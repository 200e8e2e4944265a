package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Stops a pod: its containers together, then its sidecars one after the other in reverse order. */
// models pkg/kubelet/kuberuntime killContainer, termination_order.go, and syncTerminatingPod@1.34
final class PodStop {
    private static final String FINISH = "kubelet-finish";
    private static final int KILLED = 137;
    private static final Pattern SLEEP = Pattern.compile("\\bsleep (\\d+)");

    private final SandboxState state;
    private final Objects objects;
    private final ContainerRuntime runtime;
    private final KubeletEvents events;
    private final Kubelet kubelet;

    PodStop(SandboxState state, Objects objects, ContainerRuntime runtime, KubeletEvents events, Kubelet kubelet) {
        this.state = state;
        this.objects = objects;
        this.runtime = runtime;
        this.events = events;
        this.kubelet = kubelet;
        state.handle(FINISH, payload -> finish(payload.asText()));
    }

    static long grace(JsonNode pod) {
        return pod.path("spec").path("terminationGracePeriodSeconds").asLong(30);
    }

    /** Somebody deletes the pod. */
    void begin(JsonNode pod, PodRecord record) {
        if (record.flag("stopping")) {
            return;
        }
        record.mark("stopping");
        long seconds = pod.path("metadata").path("deletionGracePeriodSeconds").asLong(grace(pod));
        stopAll(pod, record, Duration.ofSeconds(Math.max(1, seconds)));
    }

    /** The pod's work is done, or has failed for good: its sidecars are stopped too. */
    void beginEnd(JsonNode pod, PodRecord record) {
        record.mark("ending");
        stopAll(pod, record, Duration.ofSeconds(grace(pod)));
    }

    private void stopAll(JsonNode pod, PodRecord record, Duration grace) {
        record.stopBy(state.now().plus(grace));
        record.busy("");
        for (JsonNode container : Containers.all(pod)) {
            if (record.container(container).isRunning()) {
                String name = container.path("name").asText();
                events.normal(pod, container, "Killing", "Stopping container " + name);
            }
        }
        for (JsonNode container : Containers.all(pod)) {
            if (record.container(container).isRunning() && !isSidecar(pod, container)) {
                kill(pod, container, grace);
            }
        }
        exited(pod, record);
    }

    private static boolean isSidecar(JsonNode pod, JsonNode container) {
        return Containers.isInit(pod, container) && PodResources.isSidecar(container);
    }

    /** One of the containers of a pod that is being stopped has ended. */
    void exited(JsonNode pod, PodRecord record) {
        JsonNode sidecar = null;
        for (JsonNode container : Containers.all(pod)) {
            if (!record.container(container).isRunning()) {
                continue;
            }
            if (!isSidecar(pod, container)) {
                return;
            }
            sidecar = container;
        }
        if (sidecar != null) {
            if (!record.container(sidecar).flag("killing")) {
                Duration left = Duration.between(state.now(), record.stopBy());
                kill(pod, sidecar, left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left);
            }
        } else if (!record.flag("finishing")) {
            record.mark("finishing");
            state.schedule(Timings.POD_REMOVED, FINISH, TextNode.valueOf(Meta.uid(pod)));
        }
    }

    /** Runs the preStop hook, then asks the process to end, then kills it. */
    void kill(JsonNode pod, JsonNode container, Duration grace) {
        PodRecord record = kubelet.record(Meta.uid(pod));
        if (record == null) {
            return;
        }
        record.container(container).flag("killing", true);
        Duration hook = preStop(pod, container);
        ContainerRuntime.Stop stop = runtime.stop(pod, container);
        Duration needed = hook.plus(stop.after());
        boolean killed = needed.compareTo(grace) > 0;
        int code = killed ? KILLED : stop.code();
        String name = container.path("name").asText();
        kubelet.endLater(pod, name, killed ? grace : needed, code, code == 0 ? "Completed" : "Error", "");
    }

    private Duration preStop(JsonNode pod, JsonNode container) {
        JsonNode hook = container.path("lifecycle").path("preStop");
        if (hook.isMissingNode()) {
            return Duration.ZERO;
        }
        if (hook.has("sleep")) {
            return Duration.ofSeconds(hook.path("sleep").path("seconds").asLong());
        }
        List<String> words = new ArrayList<>();
        hook.path("exec").path("command").forEach(word -> words.add(word.asText()));
        Matcher sleep = SLEEP.matcher(String.join(" ", words));
        if (sleep.find()) {
            return Duration.ofSeconds(Long.parseLong(sleep.group(1)));
        }
        ContainerRuntime.ProbeResult result = runtime.probe(pod, container, hook);
        if (!result.success()) {
            events.warning(pod, container, "FailedPreStopHook", "PreStopHook failed");
        }
        return Duration.ZERO;
    }

    private void finish(String uid) {
        PodRecord record = kubelet.record(uid);
        JsonNode pod = record == null ? null : current(record, uid);
        if (record == null || pod == null) {
            return;
        }
        record.mark("stopped");
        kubelet.writeStatus(pod, record, true);
        JsonNode written = current(record, uid);
        if (written != null && Meta.isDeleted(written)) {
            objects.deleteNow(Kind.POD, written);
        }
    }

    private @Nullable JsonNode current(PodRecord record, String uid) {
        JsonNode pod = objects.find(Kind.POD, record.key());
        return pod != null && Meta.uid(pod).equals(uid) ? pod : null;
    }
}
