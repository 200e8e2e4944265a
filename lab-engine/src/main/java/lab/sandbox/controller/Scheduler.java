package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.kube.Request;
import lab.sandbox.api.ApiServer;
import lab.sandbox.api.Change;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Finds a node for each new pod, or says why there is none. */
// models pkg/scheduler@1.34: NodeName, NodeUnschedulable, TaintToleration, NodeAffinity, NodeResourcesFit, NodePorts
final class Scheduler {
    private final Objects objects;
    private final EventRecorder events;
    private final WorkQueue queue;

    Scheduler(SandboxState state, Objects objects, EventRecorder events) {
        this.objects = objects;
        this.events = events;
        this.queue = new WorkQueue(state, "scheduler", Timings.SCHEDULE, this::schedule);
        objects.subscribe(Kind.POD, this::podChanged);
        objects.subscribe(Kind.NODE, this::nodeChanged);
    }

    private void podChanged(Change change) {
        if (change.type() == Change.Type.DELETED || Pods.hasEnded(change.object())) {
            retryWaiting();
        } else if (isWaiting(change.object()) && (change.before() == null || specChanged(change))) {
            queue.add(ApiServer.key(change.object()));
        }
    }

    private static boolean specChanged(Change change) {
        JsonNode before = change.before();
        return before == null || !change.object().path("spec").equals(before.path("spec"));
    }

    /** Only what decides where pods can go: a heartbeat is no reason to try again. */
    private void nodeChanged(Change change) {
        JsonNode before = change.before();
        JsonNode node = change.object();
        if (before == null
                || !before.path("spec").equals(node.path("spec"))
                || !Meta.labels(before).equals(Meta.labels(node))
                || !before.path("status")
                        .path("allocatable")
                        .equals(node.path("status").path("allocatable"))) {
            retryWaiting();
        }
    }

    private void retryWaiting() {
        for (JsonNode pod : objects.list(Kind.POD, "")) {
            if (isWaiting(pod)) {
                queue.add(ApiServer.key(pod));
            }
        }
    }

    private static boolean isWaiting(JsonNode pod) {
        JsonNode spec = pod.path("spec");
        return Pods.node(pod).isEmpty()
                && !Meta.isDeleted(pod)
                && spec.path("schedulingGates").isEmpty()
                && spec.path("schedulerName").asText("default-scheduler").equals("default-scheduler");
    }

    private boolean schedule(String key) {
        ObjectNode pod = objects.find(Kind.POD, key);
        if (pod == null || !isWaiting(pod)) {
            return true;
        }
        Map<String, Integer> reasons = new TreeMap<>();
        List<ObjectNode> nodes = objects.list(Kind.NODE, "");
        for (JsonNode node : nodes) {
            List<String> problems = problems(pod, node);
            if (problems.isEmpty()) {
                return bind(pod, Meta.name(node));
            }
            problems.forEach(problem -> reasons.merge(problem, 1, Integer::sum));
        }
        refuse(pod, message(nodes.size(), reasons));
        queue.addAfter(key, Timings.RESCHEDULE);
        return true;
    }

    // models framework/types.go FitError.Error and preemption's message, which ends it
    private static String message(int nodes, Map<String, Integer> reasons) {
        if (nodes == 0) {
            return "no nodes available to schedule pods";
        }
        List<String> parts = new ArrayList<>();
        reasons.forEach((reason, count) -> parts.add(count + " " + reason));
        parts.sort(null);
        boolean helps = reasons.keySet().stream().allMatch(reason -> reason.startsWith("Insufficient"));
        String preemption = helps
                ? nodes + " No preemption victims found for incoming pod"
                : nodes + " Preemption is not helpful for scheduling";
        return "0/" + nodes + " nodes are available: " + String.join(", ", parts) + ". preemption: 0/" + nodes
                + " nodes are available: " + preemption + ".";
    }

    /** Filters run in order and the first that refuses a node gives its reasons. */
    private List<String> problems(JsonNode pod, JsonNode node) {
        JsonNode spec = pod.path("spec");
        if (node.path("spec").path("unschedulable").asBoolean()
                && !Tolerations.tolerate(spec, "node.kubernetes.io/unschedulable", "", "NoSchedule")) {
            return List.of("node(s) were unschedulable");
        }
        String taint = untolerated(spec, node);
        if (taint != null) {
            return List.of("node(s) had untolerated taint {" + taint + "}");
        }
        if (!NodeAffinity.matches(spec, node)) {
            return List.of("node(s) didn't match Pod's node affinity/selector");
        }
        if (portTaken(pod, node)) {
            return List.of("node(s) didn't have free ports for the requested pod ports");
        }
        return insufficient(pod, node);
    }

    private static @Nullable String untolerated(JsonNode spec, JsonNode node) {
        for (JsonNode taint : node.path("spec").path("taints")) {
            String effect = taint.path("effect").asText();
            String key = taint.path("key").asText();
            String value = taint.path("value").asText();
            if (!effect.equals("PreferNoSchedule") && !Tolerations.tolerate(spec, key, value, effect)) {
                return key + ": " + value;
            }
        }
        return null;
    }

    private boolean portTaken(JsonNode pod, JsonNode node) {
        List<String> wanted = hostPorts(pod);
        return !wanted.isEmpty()
                && objects.list(Kind.POD, "").stream()
                        .filter(other -> Pods.node(other).equals(Meta.name(node)) && !Pods.hasEnded(other))
                        .anyMatch(other -> hostPorts(other).stream().anyMatch(wanted::contains));
    }

    private static List<String> hostPorts(JsonNode pod) {
        List<String> ports = new ArrayList<>();
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : pod.path("spec").path(list)) {
                for (JsonNode port : container.path("ports")) {
                    if (port.path("hostPort").asInt() > 0) {
                        ports.add(port.path("hostPort").asInt() + "/"
                                + port.path("protocol").asText("TCP"));
                    }
                }
            }
        }
        return ports;
    }

    private List<String> insufficient(JsonNode pod, JsonNode node) {
        JsonNode allocatable = node.path("status").path("allocatable");
        List<ObjectNode> present = objects.list(Kind.POD, "").stream()
                .filter(other -> Pods.node(other).equals(Meta.name(node)) && !Pods.hasEnded(other))
                .toList();
        List<String> problems = new ArrayList<>();
        if (present.size() + 1 > allocatable.path("pods").asInt(110)) {
            problems.add("Too many pods");
        }
        for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
            long wanted = PodResources.requested(pod, resource);
            long used = present.stream()
                    .mapToLong(other -> PodResources.requested(other, resource))
                    .sum();
            if (wanted > 0 && wanted > PodResources.amount(allocatable.path(resource)) - used) {
                problems.add("Insufficient " + resource);
            }
        }
        return problems;
    }

    private boolean bind(JsonNode pod, String node) {
        ObjectNode binding =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Binding");
        binding.putObject("metadata")
                .put("name", Meta.name(pod))
                .put("namespace", Meta.namespace(pod))
                .put("uid", Meta.uid(pod));
        binding.putObject("target").put("kind", "Node").put("name", node);
        String path = Kind.POD.path(Meta.namespace(pod), Meta.name(pod)) + "/binding";
        if (!objects.send(Request.post(path, binding)).ok()) {
            return false;
        }
        events.scheduling(
                pod, "Normal", "Scheduled", "Binding", "Successfully assigned " + ApiServer.key(pod) + " to " + node);
        return true;
    }

    private void refuse(JsonNode pod, String message) {
        events.scheduling(pod, "Warning", "FailedScheduling", "Scheduling", message);
        objects.modifyStatus(Kind.POD, Meta.namespace(pod), Meta.name(pod), copy -> {
            ArrayNode conditions = copy.withObject("/status").withArray("/conditions");
            JsonNode present = Conditions.find(copy, "PodScheduled");
            ObjectNode condition = present == null ? conditions.addObject() : (ObjectNode) present;
            condition.put("observedGeneration", Meta.generation(pod)).putNull("lastProbeTime");
            if (!condition.has("lastTransitionTime")) {
                condition.put("lastTransitionTime", objects.timestamp());
            }
            condition.put("type", "PodScheduled").put("status", "False");
            condition.put("reason", "Unschedulable").put("message", message);
        });
    }
}
