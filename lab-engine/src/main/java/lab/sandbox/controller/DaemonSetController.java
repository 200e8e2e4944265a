package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.sandbox.api.ApiServer;
import lab.sandbox.state.SandboxState;

/** Keeps one pod of a DaemonSet on each node. A changed template does not replace running pods. */
// models pkg/controller/daemon/daemon_controller.go@1.34 without updates
final class DaemonSetController {
    private static final EventRecorder.Source SOURCE = EventRecorder.Source.of("daemonset-controller");

    private final Objects objects;
    private final EventRecorder events;

    DaemonSetController(SandboxState state, Objects objects, EventRecorder events) {
        this.objects = objects;
        this.events = events;
        WorkQueue queue = new WorkQueue(state, "daemonset", Timings.REACTION, this::reconcile);
        objects.subscribe(Kind.DAEMON_SET, change -> queue.add(ApiServer.key(change.object())));
        objects.subscribe(Kind.POD, change -> {
            JsonNode owner = Meta.controller(change.object());
            if (owner != null && owner.path("kind").asText().equals("DaemonSet")) {
                queue.add(Meta.namespace(change.object()) + "/"
                        + owner.path("name").asText());
            }
        });
    }

    private boolean reconcile(String key) {
        ObjectNode set = objects.find(Kind.DAEMON_SET, key);
        if (set == null || Meta.isDeleted(set)) {
            return true;
        }
        List<JsonNode> pods = new ArrayList<>();
        for (JsonNode pod : objects.list(Kind.POD, Meta.namespace(set))) {
            if (Meta.isControlledBy(pod, set) && Pods.isActive(pod)) {
                pods.add(pod);
            }
        }
        boolean done = true;
        List<ObjectNode> nodes = objects.list(Kind.NODE, "").stream()
                .filter(node ->
                        NodeAffinity.matches(set.path("spec").path("template").path("spec"), node))
                .toList();
        for (JsonNode node : nodes) {
            if (pods.stream().noneMatch(pod -> target(pod).equals(Meta.name(node)))) {
                done &= create(set, Meta.name(node));
            }
        }
        writeStatus(set, pods, nodes.size());
        return done;
    }

    private static String target(JsonNode pod) {
        return pod.path("spec")
                .path("affinity")
                .path("nodeAffinity")
                .path("requiredDuringSchedulingIgnoredDuringExecution")
                .path("nodeSelectorTerms")
                .path(0)
                .path("matchFields")
                .path(0)
                .path("values")
                .path(0)
                .asText();
    }

    private boolean create(ObjectNode set, String node) {
        ObjectNode pod = ReplicaSetController.podFrom(set, Kind.DAEMON_SET);
        ObjectNode labels = Meta.child(pod, "labels");
        labels.put("controller-revision-hash", TemplateHash.of(set.path("spec").path("template"), 0));
        labels.put("pod-template-generation", Long.toString(Meta.generation(set)));
        pod.withObject("/spec")
                .putObject("affinity")
                .putObject("nodeAffinity")
                .putObject("requiredDuringSchedulingIgnoredDuringExecution")
                .putArray("nodeSelectorTerms")
                .addObject()
                .putArray("matchFields")
                .addObject()
                .put("key", "metadata.name")
                .put("operator", "In")
                .putArray("values")
                .add(node);
        var response = objects.create(Kind.POD, Meta.namespace(set), pod);
        String name = Meta.name(response.body());
        if (response.ok()) {
            events.normal(SOURCE, Kind.DAEMON_SET, set, "SuccessfulCreate", "Created pod: " + name);
        } else {
            String message =
                    "Error creating: " + response.body().path("message").asText();
            events.warning(SOURCE, Kind.DAEMON_SET, set, "FailedCreate", message);
        }
        return response.ok();
    }

    private void writeStatus(ObjectNode set, List<JsonNode> pods, int nodes) {
        int ready = (int) pods.stream().filter(Pods::isReady).count();
        objects.modifyStatus(Kind.DAEMON_SET, Meta.namespace(set), Meta.name(set), copy -> {
            ObjectNode status = copy.withObject("/status");
            status.put("currentNumberScheduled", pods.size());
            status.put("desiredNumberScheduled", nodes);
            status.put("numberMisscheduled", 0);
            status.put("numberReady", ready);
            Counts.put(status, "numberAvailable", ready);
            Counts.put(status, "numberUnavailable", nodes - ready);
            Counts.put(status, "updatedNumberScheduled", pods.size());
            status.put("observedGeneration", Meta.generation(set));
        });
    }
}
