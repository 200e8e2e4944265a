package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.kube.LabelSelector;
import lab.kube.Response;
import lab.sandbox.api.ApiServer;
import lab.sandbox.api.Change;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Keeps as many pods as a ReplicaSet wants. */
// models pkg/controller/replicaset/replica_set.go@1.34
final class ReplicaSetController {
    private static final EventRecorder.Source SOURCE = EventRecorder.Source.of("replicaset-controller");
    private static final int BURST = 500;

    private final Objects objects;
    private final EventRecorder events;
    private final WorkQueue queue;

    ReplicaSetController(SandboxState state, Objects objects, EventRecorder events) {
        this.objects = objects;
        this.events = events;
        this.queue = new WorkQueue(state, "replicaset", Timings.REACTION, this::reconcile);
        objects.subscribe(Kind.REPLICA_SET, change -> queue.add(ApiServer.key(change.object())));
        objects.subscribe(Kind.POD, this::podChanged);
    }

    private void podChanged(Change change) {
        JsonNode pod = change.object();
        JsonNode owner = Meta.controller(pod);
        JsonNode former = change.before() == null ? null : Meta.controller(change.before());
        enqueue(pod, owner);
        if (former != null && !former.equals(owner)) {
            enqueue(pod, former);
        }
        if (owner == null && change.type() != Change.Type.DELETED) {
            for (JsonNode set : objects.list(Kind.REPLICA_SET, Meta.namespace(pod))) {
                if (selector(set).matches(Meta.labels(pod))) {
                    queue.add(ApiServer.key(set));
                }
            }
        }
    }

    private void enqueue(JsonNode pod, @Nullable JsonNode owner) {
        if (owner != null && owner.path("kind").asText().equals("ReplicaSet")) {
            queue.add(Meta.namespace(pod) + "/" + owner.path("name").asText());
        }
    }

    private static LabelSelector selector(JsonNode set) {
        return LabelSelector.of(set.path("spec").path("selector"));
    }

    private boolean reconcile(String key) {
        ObjectNode set = objects.find(Kind.REPLICA_SET, key);
        if (set == null) {
            return true;
        }
        List<JsonNode> pods = claim(set);
        String failure = null;
        String reason = "FailedCreate";
        if (!Meta.isDeleted(set)) {
            int missing = set.path("spec").path("replicas").asInt() - pods.size();
            if (missing > 0) {
                failure = create(set, Math.min(missing, BURST));
            } else if (missing < 0) {
                reason = "FailedDelete";
                failure = delete(set, pods, Math.min(-missing, BURST));
            }
        }
        writeStatus(set, pods, failure, reason);
        return failure == null;
    }

    /** The active pods of the set: its own, less those that no longer match, with orphans that do. */
    // models pkg/controller/controller_ref_manager.go
    private List<JsonNode> claim(ObjectNode set) {
        LabelSelector selector = selector(set);
        List<JsonNode> claimed = new ArrayList<>();
        for (JsonNode pod : objects.list(Kind.POD, Meta.namespace(set))) {
            if (!Pods.isActive(pod)) {
                continue;
            }
            boolean matches = selector.matches(Meta.labels(pod));
            if (Meta.controller(pod) != null) {
                if (Meta.isControlledBy(pod, set)) {
                    if (matches) {
                        claimed.add(pod);
                    } else if (!Meta.isDeleted(set)) {
                        Owners.release(objects, Kind.POD, pod, set);
                    }
                }
            } else if (matches && !Meta.isDeleted(set)) {
                Owners.adopt(objects, Kind.POD, pod, Kind.REPLICA_SET, set);
                claimed.add(pod);
            }
        }
        return claimed;
    }

    /** Creates pods in batches that double, and stops at the first refusal. */
    // models pkg/controller/replicaset slowStartBatch
    private @Nullable String create(ObjectNode set, int count) {
        int left = count;
        for (int batch = 1; left > 0; batch = Math.min(2 * batch, left)) {
            String failure = null;
            for (int i = 0; i < Math.min(batch, left); i++) {
                String problem = createOne(set);
                failure = problem == null ? failure : problem;
            }
            if (failure != null) {
                return failure;
            }
            left -= batch;
        }
        return null;
    }

    private @Nullable String createOne(ObjectNode set) {
        ObjectNode pod = podFrom(set, Kind.REPLICA_SET);
        Response response = objects.create(Kind.POD, Meta.namespace(set), pod);
        if (response.ok()) {
            events.normal(
                    SOURCE, Kind.REPLICA_SET, set, "SuccessfulCreate", "Created pod: " + Meta.name(response.body()));
            return null;
        }
        String message = response.body().path("message").asText();
        if (response.body()
                .path("details")
                .path("causes")
                .path(0)
                .path("reason")
                .asText()
                .equals("NamespaceTerminating")) {
            return null;
        }
        events.warning(SOURCE, Kind.REPLICA_SET, set, "FailedCreate", "Error creating: " + message);
        return message;
    }

    /** A pod made from an owner's template. */
    // models pkg/controller/controller_utils.go GetPodFromTemplate
    static ObjectNode podFrom(JsonNode owner, Kind kind) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        JsonNode template = owner.path("spec").path("template");
        ObjectNode metadata = pod.putObject("metadata");
        metadata.put("generateName", Meta.name(owner) + "-");
        for (String field : List.of("labels", "annotations", "finalizers")) {
            JsonNode value = template.path("metadata").path(field);
            if (!value.isEmpty()) {
                metadata.set(field, value.deepCopy());
            }
        }
        metadata.putArray("ownerReferences").add(Meta.controllerReference(kind, owner));
        pod.set("spec", template.path("spec").deepCopy());
        return pod;
    }

    private @Nullable String delete(ObjectNode set, List<JsonNode> pods, int count) {
        List<JsonNode> ordered = new ArrayList<>(pods);
        ordered.sort(new DeletionOrder(relatedByNode(set), objects.now()));
        for (JsonNode pod : ordered.subList(0, count)) {
            Response response = objects.delete(Kind.POD, pod);
            if (!response.ok() && response.code() != 404) {
                String message = response.body().path("message").asText();
                events.warning(SOURCE, Kind.REPLICA_SET, set, "FailedDelete", "Error deleting: " + message);
                return message;
            }
            events.normal(SOURCE, Kind.REPLICA_SET, set, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod));
        }
        return null;
    }

    private Map<String, Integer> relatedByNode(ObjectNode set) {
        JsonNode owner = Meta.controller(set);
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode other : objects.list(Kind.REPLICA_SET, Meta.namespace(set))) {
            JsonNode otherOwner = Meta.controller(other);
            boolean siblings =
                    owner != null && otherOwner != null && owner.path("uid").equals(otherOwner.path("uid"));
            boolean related = siblings || Meta.uid(other).equals(Meta.uid(set));
            for (JsonNode pod : related ? objects.list(Kind.POD, Meta.namespace(set)) : List.<JsonNode>of()) {
                if (Pods.isActive(pod) && Meta.isControlledBy(pod, other)) {
                    counts.merge(Pods.node(pod), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private void writeStatus(ObjectNode set, List<JsonNode> pods, @Nullable String failure, String reason) {
        int minReady = set.path("spec").path("minReadySeconds").asInt();
        JsonNode labels = set.path("spec").path("template").path("metadata").path("labels");
        LabelSelector template = LabelSelector.ofMap(labels);
        int labelled = 0;
        int ready = 0;
        int available = 0;
        for (JsonNode pod : pods) {
            labelled += template.matches(Meta.labels(pod)) ? 1 : 0;
            ready += Pods.isReady(pod) ? 1 : 0;
            available += Pods.isAvailable(pod, minReady, objects.now()) ? 1 : 0;
        }
        int[] counts = {pods.size(), labelled, ready, available};
        objects.modifyStatus(Kind.REPLICA_SET, Meta.namespace(set), Meta.name(set), copy -> {
            ObjectNode status = copy.withObject("/status");
            status.put("replicas", counts[0]);
            Counts.put(status, "fullyLabeledReplicas", counts[1]);
            Counts.put(status, "readyReplicas", counts[2]);
            Counts.put(status, "availableReplicas", counts[3]);
            status.put("observedGeneration", Meta.generation(set));
            if (failure == null) {
                Conditions.remove(status, "ReplicaFailure");
                if (status.path("conditions").isEmpty()) {
                    status.remove("conditions");
                }
            } else if (Conditions.find(copy, "ReplicaFailure") == null) {
                status.withArray("/conditions")
                        .addObject()
                        .put("type", "ReplicaFailure")
                        .put("status", "True")
                        .put("lastTransitionTime", objects.timestamp())
                        .put("reason", reason)
                        .put("message", failure);
            }
        });
        if (minReady > 0 && ready != available) {
            queue.addAfter(ApiServer.key(set), Duration.ofSeconds(minReady));
        }
    }
}
