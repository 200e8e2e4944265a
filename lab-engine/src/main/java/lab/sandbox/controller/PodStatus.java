package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Computes a pod's status from what the kubelet knows. */
// models pkg/kubelet/kubelet_pods.go generateAPIPodStatus and pkg/kubelet/status/generate.go@1.34
final class PodStatus {
    private final JsonNode pod;
    private final PodRecord record;
    private final String now;
    private final ObjectNode status;

    private PodStatus(JsonNode pod, PodRecord record, String now) {
        this.pod = pod;
        this.record = record;
        this.now = now;
        this.status =
                pod.path("status").isObject() ? pod.path("status").deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    /** @param ended the pod's containers will not be started again */
    static ObjectNode of(JsonNode pod, PodRecord record, String hostIp, String now, boolean ended) {
        PodStatus made = new PodStatus(pod, record, now);
        made.fill(hostIp, ended);
        return made.status;
    }

    private void fill(String hostIp, boolean ended) {
        status.put("observedGeneration", Meta.generation(pod));
        ArrayNode inits = statuses("initContainers");
        if (!inits.isEmpty()) {
            status.set("initContainerStatuses", inits);
        }
        status.set("containerStatuses", statuses("containers"));
        status.put("phase", phase(ended));
        status.put("hostIP", hostIp);
        status.putArray("hostIPs").addObject().put("ip", hostIp);
        if (!record.ip().isEmpty()) {
            status.put("podIP", record.ip());
            status.putArray("podIPs").addObject().put("ip", record.ip());
        }
        status.put("qosClass", PodResources.qosClass(pod));
        if (!status.has("startTime")) {
            status.put("startTime", now);
        }
        conditions();
    }

    private ArrayNode statuses(String list) {
        List<ObjectNode> made = new ArrayList<>();
        pod.path("spec").path(list).forEach(container -> made.add(containerStatus(container, list)));
        if (list.equals("containers")) {
            made.sort(Comparator.comparing(one -> one.path("name").asText()));
        }
        return JsonNodeFactory.instance.arrayNode().addAll(made);
    }

    private ObjectNode containerStatus(JsonNode container, String list) {
        ContainerRecord known = record.container(container);
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("name", container.path("name").asText());
        boolean everStarted = !known.id().isEmpty();
        String image = container.path("image").asText();
        one.put("image", everStarted ? ImageNames.full(image) : image);
        one.put("imageID", known.imageId());
        if (everStarted) {
            one.put("containerID", "containerd://" + known.id());
            resources(container, one);
        }
        one.put("restartCount", known.attempt());
        one.set("state", state(known));
        ObjectNode last = one.putObject("lastState");
        JsonNode previous =
                known.hasExited() && !known.waiting().isMissingNode() ? known.terminated() : known.lastTerminated();
        if (previous.isObject()) {
            last.set("terminated", previous.deepCopy());
        }
        boolean sidecarOrMain = list.equals("containers") || PodResources.isSidecar(container);
        boolean started = known.isRunning() && Probes.hasStarted(container, known);
        one.put("started", started);
        one.put(
                "ready",
                sidecarOrMain
                        ? started && Probes.isReady(container, known)
                        : known.hasExited() && known.exitCode() == 0);
        mounts(container, one);
        return one;
    }

    private static void resources(JsonNode container, ObjectNode one) {
        JsonNode resources = container.path("resources");
        one.set("resources", resources.isObject() ? resources.deepCopy() : one.objectNode());
        if (!resources.path("requests").isEmpty()) {
            one.set("allocatedResources", resources.path("requests").deepCopy());
        }
    }

    private static void mounts(JsonNode container, ObjectNode one) {
        if (container.path("volumeMounts").isEmpty()) {
            return;
        }
        ArrayNode mounts = one.putArray("volumeMounts");
        for (JsonNode mount : container.path("volumeMounts")) {
            ObjectNode shown = mounts.addObject();
            shown.set("mountPath", mount.path("mountPath"));
            shown.set("name", mount.path("name"));
            if (mount.path("readOnly").asBoolean()) {
                shown.put("readOnly", true).put("recursiveReadOnly", "Disabled");
            }
        }
    }

    private ObjectNode state(ContainerRecord known) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        if (known.isRunning()) {
            state.putObject("running")
                    .put(
                            "startedAt",
                            known.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        } else if (known.waiting().isObject()) {
            state.set("waiting", known.waiting().deepCopy());
        } else if (known.hasExited()) {
            state.set("terminated", known.terminated().deepCopy());
        } else {
            boolean inits = !pod.path("spec").path("initContainers").isEmpty();
            state.putObject("waiting").put("reason", inits ? "PodInitializing" : "ContainerCreating");
        }
        return state;
    }

    // models getPhase
    private String phase(boolean ended) {
        boolean begun = false;
        int running = 0;
        int waiting = 0;
        int stopped = 0;
        int succeeded = 0;
        for (JsonNode container : pod.path("spec").path("containers")) {
            ContainerRecord known = record.container(container);
            begun |= !known.id().isEmpty();
            if (known.isRunning()) {
                running++;
            } else if (known.hasExited()) {
                stopped++;
                succeeded += known.exitCode() == 0 ? 1 : 0;
            } else {
                waiting++;
            }
        }
        String policy = pod.path("spec").path("restartPolicy").asText("Always");
        if (!begun) {
            boolean failed = policy.equals("Never") && initFailed();
            return failed || ended ? "Failed" : "Pending";
        }
        if (waiting > 0 && running == 0 && !ended) {
            return "Pending";
        }
        if (running > 0 || (policy.equals("Always") && !ended)) {
            return "Running";
        }
        if (stopped == succeeded && waiting == 0) {
            return "Succeeded";
        }
        return policy.equals("Never") || ended ? "Failed" : "Running";
    }

    private boolean initFailed() {
        for (JsonNode container : pod.path("spec").path("initContainers")) {
            ContainerRecord known = record.container(container);
            if (!PodResources.isSidecar(container) && known.hasExited() && known.exitCode() != 0) {
                return true;
            }
        }
        return false;
    }

    private void conditions() {
        ArrayNode before = status.withArray("/conditions").deepCopy();
        ArrayNode after = status.putArray("conditions");
        boolean live = record.hasSandbox() && !record.flag("stopped");
        condition(before, after, "PodReadyToStartContainers", live, "", "");
        String phase = status.path("phase").asText();
        boolean succeeded = phase.equals("Succeeded");
        List<String> incomplete = uninitialized();
        if (incomplete.isEmpty()) {
            condition(before, after, "Initialized", true, succeeded ? "PodCompleted" : "", "");
        } else {
            String message = "containers with incomplete status: [" + String.join(" ", incomplete) + "]";
            condition(before, after, "Initialized", false, "ContainersNotInitialized", message);
        }
        List<String> unready = unready();
        boolean ready = unready.isEmpty() && phase.equals("Running");
        String reason = succeeded ? "PodCompleted" : phase.equals("Failed") ? "PodFailed" : "ContainersNotReady";
        String message = "containers with unready status: [" + String.join(" ", unready) + "]";
        String text = ready || !reason.equals("ContainersNotReady") ? "" : message;
        condition(before, after, "Ready", ready, ready ? "" : reason, text);
        condition(before, after, "ContainersReady", ready, ready ? "" : reason, text);
        condition(before, after, "PodScheduled", true, "", "");
    }

    private List<String> uninitialized() {
        for (JsonNode container : pod.path("spec").path("containers")) {
            if (!record.container(container).id().isEmpty()) {
                return List.of();
            }
        }
        List<String> names = new ArrayList<>();
        for (JsonNode one : status.path("initContainerStatuses")) {
            boolean sidecar = isSidecar(one.path("name").asText());
            if (!one.path(sidecar ? "started" : "ready").asBoolean()) {
                names.add(one.path("name").asText());
            }
        }
        return names;
    }

    private boolean isSidecar(String name) {
        for (JsonNode container : pod.path("spec").path("initContainers")) {
            if (container.path("name").asText().equals(name)) {
                return PodResources.isSidecar(container);
            }
        }
        return false;
    }

    private List<String> unready() {
        List<String> names = new ArrayList<>();
        for (JsonNode one : status.path("initContainerStatuses")) {
            if (isSidecar(one.path("name").asText()) && !one.path("ready").asBoolean()) {
                names.add(one.path("name").asText());
            }
        }
        for (JsonNode container : pod.path("spec").path("containers")) {
            for (JsonNode one : status.path("containerStatuses")) {
                if (one.path("name").equals(container.path("name"))
                        && !one.path("ready").asBoolean()) {
                    names.add(one.path("name").asText());
                }
            }
        }
        return names;
    }

    private void condition(
            JsonNode before, ArrayNode after, String type, boolean value, String reason, String message) {
        ObjectNode made = after.addObject();
        made.put("type", type).put("status", value ? "True" : "False");
        made.put("observedGeneration", Meta.generation(pod));
        made.putNull("lastProbeTime");
        String transition = now;
        for (JsonNode present : before) {
            if (present.path("type").asText().equals(type)
                    && present.path("status").equals(made.path("status"))) {
                transition = present.path("lastTransitionTime").asText();
            }
        }
        made.put("lastTransitionTime", transition);
        if (!reason.isEmpty()) {
            made.put("reason", reason);
        }
        if (!message.isEmpty()) {
            made.put("message", message);
        }
    }
}
