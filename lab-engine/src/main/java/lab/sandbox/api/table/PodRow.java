package lab.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lab.kube.HumanDuration;
import lab.kube.Tree;

/** The cells of a pod: how many containers are ready, its state in a word, restarts. Models printPod. */
final class PodRow {
    private final JsonNode pod;
    private final JsonNode status;
    private final Set<String> sidecars = new HashSet<>();
    private int restarts;
    private String lastRestart = "";
    private int sidecarRestarts;
    private String lastSidecarRestart = "";
    private int ready;
    private String reason;

    private PodRow(JsonNode pod) {
        this.pod = pod;
        this.status = pod.path("status");
        this.reason = status.path("phase").asText();
    }

    static List<Object> cells(JsonNode pod, Instant now) {
        return new PodRow(pod).print(now);
    }

    private List<Object> print(Instant now) {
        if (!status.path("reason").asText().isEmpty()) {
            reason = status.path("reason").asText();
        }
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals("PodScheduled")
                    && condition.path("reason").asText().equals("SchedulingGated")) {
                reason = "SchedulingGated";
            }
        }
        int total = pod.path("spec").path("containers").size();
        for (JsonNode container : pod.path("spec").path("initContainers")) {
            if (container.path("restartPolicy").asText().equals("Always")) {
                sidecars.add(container.path("name").asText());
                total++;
            }
        }
        boolean initializing = initContainers();
        if (!initializing || condition("Initialized")) {
            containers();
        }
        if (pod.path("metadata").has("deletionTimestamp")) {
            String phase = status.path("phase").asText();
            if (status.path("reason").asText().equals("NodeLost")) {
                reason = "Unknown";
            } else if (!phase.equals("Failed") && !phase.equals("Succeeded")) {
                reason = "Terminating";
            }
        }
        String restartText = restarts == 0 || lastRestart.isEmpty()
                ? Integer.toString(restarts)
                : restarts + " (" + HumanDuration.since(lastRestart, now) + " ago)";
        return List.of(
                Tree.text(pod, "metadata.name"),
                ready + "/" + total,
                reason,
                restartText,
                Ages.age(pod, now),
                podIp(),
                Ages.orNone(Tree.text(pod, "spec.nodeName")),
                Ages.orNone(status.path("nominatedNodeName").asText()),
                readinessGates());
    }

    /** @return whether the pod still initializes */
    private boolean initContainers() {
        int number = 0;
        for (JsonNode container : status.path("initContainerStatuses")) {
            count(container);
            boolean sidecar = sidecars.contains(container.path("name").asText());
            if (sidecar) {
                sidecarRestarts += container.path("restartCount").asInt();
                lastSidecarRestart = later(lastSidecarRestart, container);
            }
            JsonNode terminated = container.path("state").path("terminated");
            JsonNode waiting = container.path("state").path("waiting");
            String waitingReason = waiting.path("reason").asText();
            if (terminated.isObject() && terminated.path("exitCode").asInt() == 0) {
                number++;
                continue;
            }
            if (sidecar && container.path("started").asBoolean()) {
                if (container.path("ready").asBoolean()) {
                    ready++;
                }
                number++;
                continue;
            }
            if (terminated.isObject()) {
                reason = "Init:" + ended(terminated);
            } else if (!waitingReason.isEmpty() && !waitingReason.equals("PodInitializing")) {
                reason = "Init:" + waitingReason;
            } else {
                reason = "Init:" + number + "/"
                        + pod.path("spec").path("initContainers").size();
            }
            return true;
        }
        return false;
    }

    private static String ended(JsonNode terminated) {
        String reason = terminated.path("reason").asText();
        if (!reason.isEmpty()) {
            return reason;
        }
        return terminated.path("signal").asInt() != 0
                ? "Signal:" + terminated.path("signal").asInt()
                : "ExitCode:" + terminated.path("exitCode").asInt();
    }

    private void containers() {
        restarts = sidecarRestarts;
        lastRestart = lastSidecarRestart;
        boolean running = false;
        JsonNode containers = status.path("containerStatuses");
        for (int i = containers.size() - 1; i >= 0; i--) {
            JsonNode container = containers.get(i);
            count(container);
            JsonNode state = container.path("state");
            String waiting = state.path("waiting").path("reason").asText();
            if (!waiting.isEmpty()) {
                reason = waiting;
            } else if (state.path("terminated").isObject()) {
                reason = ended(state.path("terminated"));
            } else if (container.path("ready").asBoolean()
                    && state.path("running").isObject()) {
                running = true;
                ready++;
            }
        }
        if (reason.equals("Completed") && running) {
            reason = condition("Ready") ? "Running" : "NotReady";
        }
    }

    private void count(JsonNode container) {
        restarts += container.path("restartCount").asInt();
        lastRestart = later(lastRestart, container);
    }

    private static String later(String time, JsonNode container) {
        String finished = Tree.text(container, "lastState.terminated.finishedAt");
        return finished.compareTo(time) > 0 ? finished : time;
    }

    private boolean condition(String type) {
        JsonNode condition = Tree.named(status.path("conditions"), "type", type);
        return condition != null && condition.path("status").asText().equals("True");
    }

    private String podIp() {
        JsonNode first = status.path("podIPs").path(0).path("ip");
        return Ages.orNone(first.asText(""));
    }

    private String readinessGates() {
        JsonNode gates = pod.path("spec").path("readinessGates");
        if (gates.isEmpty()) {
            return "<none>";
        }
        int passed = 0;
        for (JsonNode gate : gates) {
            if (condition(gate.path("conditionType").asText())) {
                passed++;
            }
        }
        return passed + "/" + gates.size();
    }
}
