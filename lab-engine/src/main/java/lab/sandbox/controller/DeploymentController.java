package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.kube.LabelSelector;
import lab.kube.Response;
import lab.sandbox.api.ApiServer;
import lab.sandbox.api.Change;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Rolls a Deployment's template out through ReplicaSets. */
// models pkg/controller/deployment@1.34; each step writes and is followed by another reconciliation
final class DeploymentController {
    private static final EventRecorder.Source SOURCE = EventRecorder.Source.of("deployment-controller");

    private final Objects objects;
    private final EventRecorder events;
    private final WorkQueue queue;

    DeploymentController(SandboxState state, Objects objects, EventRecorder events) {
        this.objects = objects;
        this.events = events;
        this.queue = new WorkQueue(state, "deployment", Timings.REACTION, this::reconcile);
        objects.subscribe(Kind.DEPLOYMENT, change -> queue.add(ApiServer.key(change.object())));
        objects.subscribe(Kind.REPLICA_SET, this::setChanged);
        objects.subscribe(Kind.POD, this::podChanged);
    }

    private void setChanged(Change change) {
        JsonNode owner = Meta.controller(change.object());
        if (owner != null && owner.path("kind").asText().equals("Deployment")) {
            queue.add(Meta.namespace(change.object()) + "/" + owner.path("name").asText());
        } else if (owner == null && change.type() != Change.Type.DELETED) {
            for (JsonNode deployment : objects.list(Kind.DEPLOYMENT, Meta.namespace(change.object()))) {
                if (selector(deployment).matches(Meta.labels(change.object()))) {
                    queue.add(ApiServer.key(deployment));
                }
            }
        }
    }

    /** A deployment that recreates waits for its old pods to be gone. */
    private void podChanged(Change change) {
        JsonNode owner = Meta.controller(change.object());
        if (change.type() != Change.Type.DELETED || owner == null) {
            return;
        }
        JsonNode set = objects.find(
                Kind.REPLICA_SET,
                Meta.namespace(change.object()),
                owner.path("name").asText());
        JsonNode deployment = set == null ? null : Meta.controller(set);
        if (deployment != null) {
            queue.add(Meta.namespace(change.object()) + "/"
                    + deployment.path("name").asText());
        }
    }

    private static LabelSelector selector(JsonNode deployment) {
        return LabelSelector.of(deployment.path("spec").path("selector"));
    }

    private boolean reconcile(String key) {
        ObjectNode deployment = objects.find(Kind.DEPLOYMENT, key);
        if (deployment == null) {
            return true;
        }
        List<JsonNode> sets = claim(deployment);
        if (Meta.isDeleted(deployment)) {
            return write(deployment, status(deployment, sets));
        }
        if (markPause(deployment)) {
            return true;
        }
        if (deployment.path("spec").path("paused").asBoolean()) {
            return syncSizes(deployment, sets);
        }
        if (isScaled(deployment, sets)) {
            return syncSizes(deployment, sets);
        }
        return Rollout.isRolling(deployment) ? roll(deployment, sets) : recreate(deployment, sets);
    }

    private List<JsonNode> claim(ObjectNode deployment) {
        LabelSelector selector = selector(deployment);
        List<JsonNode> claimed = new ArrayList<>();
        for (JsonNode set : objects.list(Kind.REPLICA_SET, Meta.namespace(deployment))) {
            boolean matches = selector.matches(Meta.labels(set));
            if (Meta.controller(set) != null) {
                if (!Meta.isControlledBy(set, deployment)) {
                    continue;
                }
                if (matches) {
                    claimed.add(set);
                } else if (!Meta.isDeleted(deployment)) {
                    Owners.release(objects, Kind.REPLICA_SET, set, deployment);
                }
            } else if (matches && !Meta.isDeleted(deployment) && !Meta.isDeleted(set)) {
                Owners.adopt(objects, Kind.REPLICA_SET, set, Kind.DEPLOYMENT, deployment);
                claimed.add(set);
            }
        }
        return claimed;
    }

    /** Notes in the Progressing condition that the deployment was paused or resumed. */
    // models checkPausedConditions
    private boolean markPause(ObjectNode deployment) {
        JsonNode progress = Conditions.find(deployment, "Progressing");
        String reason = progress == null ? "" : progress.path("reason").asText();
        boolean paused = deployment.path("spec").path("paused").asBoolean();
        if (!DeploymentStatus.hasDeadline(deployment)
                || reason.equals("ProgressDeadlineExceeded")
                || paused == reason.equals("DeploymentPaused")) {
            return false;
        }
        ObjectNode status = deployment.withObject("/status").deepCopy();
        if (paused) {
            mark(status, "Unknown", "DeploymentPaused", "Deployment is paused");
        } else {
            mark(status, "Unknown", "DeploymentResumed", "Deployment is resumed");
        }
        write(deployment, status);
        return true;
    }

    private void mark(ObjectNode status, String value, String reason, String message) {
        Conditions.set(status, "Progressing", value, reason, message, objects.timestamp());
    }

    private static List<JsonNode> old(List<JsonNode> sets, @Nullable JsonNode newSet) {
        return sets.stream()
                .filter(set -> newSet == null || !Meta.uid(set).equals(Meta.uid(newSet)))
                .sorted(Revisions::byCreation)
                .toList();
    }

    private static List<JsonNode> active(List<JsonNode> sets) {
        return sets.stream().filter(set -> Rollout.replicas(set) > 0).toList();
    }

    private boolean isScaled(JsonNode deployment, List<JsonNode> sets) {
        String desired = Integer.toString(Rollout.replicas(deployment));
        return active(sets).stream()
                .map(set -> Meta.annotation(set, Revisions.DESIRED))
                .anyMatch(written -> !written.isEmpty() && !written.equals(desired));
    }

    // models sync.go sync
    private boolean syncSizes(ObjectNode deployment, List<JsonNode> sets) {
        JsonNode newSet = newest(deployment, sets);
        boolean wrote = newSet != null && refresh(deployment, newSet, sets);
        if (!wrote) {
            scale(deployment, newSet, old(sets, newSet));
        }
        if (deployment.path("spec").path("paused").asBoolean()) {
            clean(deployment, old(sets, newSet));
        }
        return settle(deployment, false);
    }

    private @Nullable JsonNode newest(JsonNode deployment, List<JsonNode> sets) {
        return Revisions.newest(deployment, sets);
    }

    // models sync.go scale
    private void scale(ObjectNode deployment, @Nullable JsonNode newSet, List<JsonNode> oldSets) {
        List<JsonNode> all = new ArrayList<>(oldSets);
        if (newSet != null) {
            all.add(newSet);
        }
        List<JsonNode> active = active(all);
        if (active.size() <= 1) {
            JsonNode only = active.size() == 1
                    ? active.get(0)
                    : newSet != null ? newSet : oldSets.isEmpty() ? null : oldSets.get(oldSets.size() - 1);
            if (only != null) {
                resize(deployment, only, Rollout.replicas(deployment));
            }
            return;
        }
        if (Rollout.isSaturated(deployment, newSet)) {
            active(oldSets).forEach(set -> resize(deployment, set, 0));
            return;
        }
        if (Rollout.isRolling(deployment)) {
            scaleInProportion(deployment, active);
        }
    }

    private void scaleInProportion(ObjectNode deployment, List<JsonNode> active) {
        int replicas = Rollout.replicas(deployment);
        int allowed = replicas > 0 ? replicas + Rollout.maxSurge(deployment) : 0;
        int toAdd = allowed - Rollout.wanted(active);
        Comparator<JsonNode> bySize = Comparator.comparing(Rollout::replicas, Comparator.reverseOrder());
        Comparator<JsonNode> byAge = Revisions::byCreation;
        List<JsonNode> ordered = active.stream()
                .sorted(bySize.thenComparing(toAdd > 0 ? byAge.reversed() : byAge))
                .toList();
        int[] sizes = new int[ordered.size()];
        int added = 0;
        for (int i = 0; i < sizes.length; i++) {
            int proportion = Rollout.proportion(deployment, ordered.get(i), toAdd, added);
            sizes[i] = Rollout.replicas(ordered.get(i)) + proportion;
            added += proportion;
        }
        for (int i = 0; i < sizes.length; i++) {
            int size = i == 0 && toAdd != 0 ? Math.max(0, sizes[0] + toAdd - added) : sizes[i];
            resize(deployment, ordered.get(i), size);
        }
    }

    /** Sets a ReplicaSet's size, with the annotations that a later scaling needs; false if it has it already. */
    private boolean resize(ObjectNode deployment, JsonNode set, int size) {
        int before = Rollout.replicas(set);
        objects.modify(Kind.REPLICA_SET, Meta.namespace(set), Meta.name(set), copy -> {
            copy.withObject("/spec").put("replicas", size);
            Revisions.annotateSizes(deployment, copy);
        });
        if (before == size) {
            return false;
        }
        announce(deployment, Meta.name(set), before, size);
        return true;
    }

    private void announce(JsonNode deployment, String set, int before, int size) {
        String direction = before < size ? "up" : "down";
        String message = "Scaled " + direction + " replica set " + set + " from " + before + " to " + size;
        events.normal(SOURCE, Kind.DEPLOYMENT, deployment, "ScalingReplicaSet", message);
    }

    // models rolling.go rolloutRolling
    private boolean roll(ObjectNode deployment, List<JsonNode> sets) {
        JsonNode newSet = newest(deployment, sets);
        if (newSet == null) {
            return createSet(deployment, sets) && settle(deployment, true);
        }
        List<JsonNode> oldSets = old(sets, newSet);
        if (refresh(deployment, newSet, sets)) {
            return settle(deployment, true);
        }
        int size = Rollout.replicas(newSet);
        int replicas = Rollout.replicas(deployment);
        int target = size > replicas ? replicas : size == replicas ? size : Rollout.newSize(deployment, sets, size);
        boolean moved = size != target && resize(deployment, newSet, target);
        if (!moved && !shrinkOld(deployment, sets, oldSets, newSet) && isComplete(deployment)) {
            clean(deployment, oldSets);
        }
        return settle(deployment, true);
    }

    private static boolean isComplete(JsonNode deployment) {
        return DeploymentStatus.isComplete(deployment, deployment.path("status"));
    }

    // models rolling.go reconcileOldReplicaSets
    private boolean shrinkOld(ObjectNode deployment, List<JsonNode> sets, List<JsonNode> oldSets, JsonNode newSet) {
        if (Rollout.wanted(oldSets) == 0) {
            return false;
        }
        int minimum = Rollout.replicas(deployment) - Rollout.maxUnavailable(deployment);
        int notYet = Rollout.replicas(newSet) - Rollout.available(newSet);
        int most = Rollout.wanted(sets) - minimum - notYet;
        if (most <= 0) {
            return false;
        }
        int[] sizes = oldSets.stream().mapToInt(Rollout::replicas).toArray();
        int unhealthy = 0;
        for (int i = 0; i < sizes.length && unhealthy < most; i++) {
            int down = Math.min(most - unhealthy, sizes[i] - Rollout.available(oldSets.get(i)));
            if (sizes[i] > 0 && down > 0) {
                sizes[i] -= down;
                unhealthy += down;
                resize(deployment, oldSets.get(i), sizes[i]);
            }
        }
        int spare = Rollout.status(sets, "availableReplicas") - minimum;
        int total = 0;
        for (int i = 0; i < sizes.length && total < spare; i++) {
            int down = Math.min(sizes[i], spare - total);
            if (down > 0) {
                JsonNode current = objects.find(Kind.REPLICA_SET, ApiServer.key(oldSets.get(i)));
                total += down;
                resize(deployment, current == null ? oldSets.get(i) : current, sizes[i] - down);
            }
        }
        return unhealthy + total > 0;
    }

    // models recreate.go rolloutRecreate
    private boolean recreate(ObjectNode deployment, List<JsonNode> sets) {
        JsonNode newSet = newest(deployment, sets);
        List<JsonNode> oldSets = old(sets, newSet);
        if (!active(oldSets).isEmpty()) {
            active(oldSets).forEach(set -> resize(deployment, set, 0));
            return settle(deployment, true);
        }
        for (JsonNode set : oldSets) {
            if (hasPods(set)) {
                return settle(deployment, true);
            }
        }
        if (newSet == null) {
            return createSet(deployment, sets) && settle(deployment, true);
        }
        if (!refresh(deployment, newSet, sets)
                && !resize(deployment, newSet, Rollout.replicas(deployment))
                && isComplete(deployment)) {
            clean(deployment, oldSets);
        }
        return settle(deployment, true);
    }

    private boolean hasPods(JsonNode set) {
        return objects.list(Kind.POD, Meta.namespace(set)).stream()
                .anyMatch(pod -> !Pods.hasEnded(pod) && Meta.isControlledBy(pod, set));
    }

    /** Brings revision and copied annotations of the existing new set up to date; true if they were not. */
    // models sync.go getNewReplicaSet
    private boolean refresh(ObjectNode deployment, JsonNode newSet, List<JsonNode> sets) {
        long revision = Revisions.highest(old(sets, newSet)) + 1;
        ObjectNode copy = newSet.deepCopy();
        Revisions.annotate(deployment, copy, revision, true);
        JsonNode minReady = deployment.path("spec").path("minReadySeconds");
        if (minReady.asInt() != copy.path("spec").path("minReadySeconds").asInt()) {
            copy.withObject("/spec").put("minReadySeconds", minReady.asInt());
        }
        if (!copy.equals(newSet)) {
            objects.modify(Kind.REPLICA_SET, Meta.namespace(newSet), Meta.name(newSet), stored -> {
                stored.setAll(copy);
            });
            return true;
        }
        setRevision(deployment, Meta.annotation(newSet, Revisions.REVISION));
        if (DeploymentStatus.hasDeadline(deployment) && Conditions.find(deployment, "Progressing") == null) {
            ObjectNode status = deployment.withObject("/status").deepCopy();
            mark(status, "True", "FoundNewReplicaSet", "Found new replica set \"" + Meta.name(newSet) + "\"");
            write(deployment, status);
        }
        return false;
    }

    private void setRevision(JsonNode deployment, String revision) {
        objects.modifyStatus(Kind.DEPLOYMENT, Meta.namespace(deployment), Meta.name(deployment), copy -> {
            Meta.child(copy, "annotations").put(Revisions.REVISION, revision);
        });
    }

    private boolean createSet(ObjectNode deployment, List<JsonNode> sets) {
        int collisions = deployment.path("status").path("collisionCount").asInt();
        String hash = TemplateHash.of(deployment.path("spec").path("template"), collisions);
        ObjectNode set = newSet(deployment, hash);
        int size = Rollout.newSize(deployment, sets, 0);
        set.withObject("/spec").put("replicas", size);
        long revision = Revisions.highest(sets) + 1;
        Revisions.annotate(deployment, set, revision, false);
        Response response = objects.create(Kind.REPLICA_SET, Meta.namespace(deployment), set);
        if (response.code() == 409) {
            return resolveCollision(deployment, Meta.name(set));
        }
        String name = "\"" + Meta.name(set) + "\"";
        if (!response.ok()) {
            String problem = response.body().path("message").asText();
            ObjectNode status = status(deployment, sets);
            mark(status, "False", "ReplicaSetCreateError", "Failed to create new replica set " + name + ": " + problem);
            write(deployment, status);
            return false;
        }
        if (size > 0) {
            announce(deployment, Meta.name(set), 0, size);
        }
        setRevision(deployment, Long.toString(revision));
        if (DeploymentStatus.hasDeadline(deployment)) {
            ObjectNode status = deployment.withObject("/status").deepCopy();
            mark(status, "True", "NewReplicaSetCreated", "Created new replica set " + name);
            write(deployment, status);
        }
        return true;
    }

    private static ObjectNode newSet(JsonNode deployment, String hash) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        ObjectNode template = deployment.path("spec").path("template").deepCopy();
        Meta.child(template, "labels").put(TemplateHash.LABEL, hash);
        ObjectNode metadata = set.putObject("metadata");
        metadata.put("name", Meta.name(deployment) + "-" + hash);
        metadata.put("namespace", Meta.namespace(deployment));
        metadata.set("labels", Meta.labels(template).deepCopy());
        metadata.putArray("ownerReferences").add(Meta.controllerReference(Kind.DEPLOYMENT, deployment));
        ObjectNode spec = set.putObject("spec");
        int minReady = deployment.path("spec").path("minReadySeconds").asInt();
        if (minReady > 0) {
            spec.put("minReadySeconds", minReady);
        }
        ObjectNode selector = deployment.path("spec").path("selector").deepCopy();
        selector.withObject("/matchLabels").put(TemplateHash.LABEL, hash);
        spec.set("selector", selector);
        spec.set("template", template);
        return set;
    }

    /** A set of that name is there already: another template has the same hash, so the next one is salted. */
    private boolean resolveCollision(ObjectNode deployment, String name) {
        JsonNode present = objects.find(Kind.REPLICA_SET, Meta.namespace(deployment), name);
        if (present != null
                && Meta.isControlledBy(present, deployment)
                && Revisions.sameTemplate(deployment, present)) {
            return true;
        }
        ObjectNode status = deployment.withObject("/status").deepCopy();
        status.put("collisionCount", status.path("collisionCount").asInt() + 1);
        write(deployment, status);
        return false;
    }

    /** Deletes old sets beyond the history limit, the oldest revisions first. */
    // models sync.go cleanupDeployment
    private void clean(JsonNode deployment, List<JsonNode> oldSets) {
        JsonNode limit = deployment.path("spec").path("revisionHistoryLimit");
        int surplus = oldSets.size() - limit.asInt();
        if (!limit.isNumber() || surplus <= 0) {
            return;
        }
        List<JsonNode> ordered = oldSets.stream()
                .sorted(Comparator.comparing(Revisions::revision))
                .limit(surplus)
                .toList();
        for (JsonNode set : ordered) {
            boolean settled = Rollout.replicas(set) == 0
                    && set.path("status").path("replicas").asInt() == 0
                    && set.path("status").path("observedGeneration").asLong() >= Meta.generation(set);
            if (settled && !Meta.isDeleted(set)) {
                objects.delete(Kind.REPLICA_SET, set);
            }
        }
    }

    /** Writes the status that follows from what is stored now. */
    private boolean settle(ObjectNode before, boolean rollout) {
        ObjectNode deployment = objects.find(Kind.DEPLOYMENT, ApiServer.key(before));
        if (deployment == null) {
            return true;
        }
        List<JsonNode> sets = claim(deployment);
        ObjectNode status = rollout
                ? DeploymentStatus.rollout(
                        deployment, sets, newest(deployment, sets), objects.now(), objects.timestamp())
                : status(deployment, sets);
        boolean written = write(deployment, status);
        Duration wait = DeploymentStatus.untilDeadline(deployment, objects.now());
        if (rollout && wait != null) {
            queue.addAfter(ApiServer.key(deployment), wait);
        }
        return written;
    }

    private ObjectNode status(JsonNode deployment, List<JsonNode> sets) {
        return DeploymentStatus.counts(deployment, sets, newest(deployment, sets), objects.timestamp());
    }

    private boolean write(JsonNode deployment, ObjectNode status) {
        if (status.path("conditions").isEmpty()) {
            status.remove("conditions");
        }
        return objects.modifyStatus(
                Kind.DEPLOYMENT, Meta.namespace(deployment), Meta.name(deployment), copy -> copy.set("status", status));
    }
}
