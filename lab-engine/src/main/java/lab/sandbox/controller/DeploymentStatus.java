package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes a Deployment's status from its ReplicaSets: counts, Available, Progressing, ReplicaFailure. */
// models pkg/controller/deployment/{sync,progress}.go@1.34
final class DeploymentStatus {
    private static final String PROGRESSING = "Progressing";

    private DeploymentStatus() {}

    /** Counts and the Available condition. */
    // models calculateStatus
    static ObjectNode counts(
            JsonNode deployment, List<? extends JsonNode> sets, @Nullable JsonNode newSet, String now) {
        List<JsonNode> newSets = newSet == null ? List.of() : List.of(newSet);
        int available = Rollout.status(sets, "availableReplicas");
        ObjectNode status = deployment.path("status").isObject()
                ? deployment.path("status").deepCopy()
                : deployment.<ObjectNode>deepCopy().removeAll();
        status.put("observedGeneration", Meta.generation(deployment));
        Counts.put(status, "replicas", Rollout.status(sets, "replicas"));
        Counts.put(status, "updatedReplicas", Rollout.status(newSets, "replicas"));
        Counts.put(status, "readyReplicas", Rollout.status(sets, "readyReplicas"));
        Counts.put(status, "availableReplicas", available);
        Counts.put(status, "unavailableReplicas", Math.max(0, Rollout.wanted(sets) - available));
        if (available >= Rollout.replicas(deployment) - Rollout.maxUnavailable(deployment)) {
            set(status, "Available", "True", "MinimumReplicasAvailable", "Deployment has minimum availability.", now);
        } else {
            String message = "Deployment does not have minimum availability.";
            set(status, "Available", "False", "MinimumReplicasUnavailable", message, now);
        }
        return status;
    }

    private static void set(ObjectNode status, String type, String value, String reason, String message, String now) {
        Conditions.set(status, type, value, reason, message, now);
    }

    /** Counts with the rollout's progress. */
    // models syncRolloutStatus
    static ObjectNode rollout(
            JsonNode deployment,
            List<? extends JsonNode> sets,
            @Nullable JsonNode newSet,
            Instant instant,
            String now) {
        ObjectNode status = counts(deployment, sets, newSet, now);
        JsonNode progress = Conditions.find(deployment, PROGRESSING);
        if (!hasDeadline(deployment)) {
            Conditions.remove(status, PROGRESSING);
        } else if (!(number(status, "replicas") == number(status, "updatedReplicas")
                && progress != null
                && progress.path("reason").asText().equals("NewReplicaSetAvailable"))) {
            String what = newSet == null
                    ? "Deployment \"" + Meta.name(deployment) + "\""
                    : "ReplicaSet \"" + Meta.name(newSet) + "\"";
            if (isComplete(deployment, status)) {
                set(status, PROGRESSING, "True", "NewReplicaSetAvailable", what + " has successfully progressed.", now);
            } else if (hasProgressed(deployment.path("status"), status)) {
                markProgress(status, progress, what + " is progressing.", now);
            } else if (isTimedOut(deployment, instant)) {
                String message = what + " has timed out progressing.";
                set(status, PROGRESSING, "False", "ProgressDeadlineExceeded", message, now);
            }
        }
        copyFailure(status, sets, newSet, now);
        return status;
    }

    private static void markProgress(ObjectNode status, @Nullable JsonNode progress, String message, String now) {
        Conditions.remove(status, PROGRESSING);
        set(status, PROGRESSING, "True", "ReplicaSetUpdated", message, now);
        if (progress != null && progress.path("status").asText().equals("True")) {
            JsonNode conditions = status.path("conditions");
            ((ObjectNode) conditions.get(conditions.size() - 1))
                    .put(
                            "lastTransitionTime",
                            progress.path("lastTransitionTime").asText());
        }
    }

    private static void copyFailure(
            ObjectNode status, List<? extends JsonNode> sets, @Nullable JsonNode newSet, String now) {
        List<JsonNode> candidates = new ArrayList<>();
        if (newSet != null) {
            candidates.add(newSet);
        }
        candidates.addAll(sets);
        for (JsonNode set : candidates) {
            JsonNode failure = Conditions.find(set, "ReplicaFailure");
            if (failure != null) {
                set(
                        status,
                        "ReplicaFailure",
                        "True",
                        failure.path("reason").asText(),
                        failure.path("message").asText(),
                        now);
                return;
            }
        }
        Conditions.remove(status, "ReplicaFailure");
    }

    static boolean hasDeadline(JsonNode deployment) {
        JsonNode deadline = deployment.path("spec").path("progressDeadlineSeconds");
        return deadline.isNumber() && deadline.asInt() != Integer.MAX_VALUE;
    }

    static boolean isComplete(JsonNode deployment, JsonNode status) {
        int replicas = Rollout.replicas(deployment);
        return number(status, "updatedReplicas") == replicas
                && number(status, "replicas") == replicas
                && number(status, "availableReplicas") == replicas
                && status.path("observedGeneration").asLong() >= Meta.generation(deployment);
    }

    private static boolean hasProgressed(JsonNode before, JsonNode after) {
        int oldBefore = number(before, "replicas") - number(before, "updatedReplicas");
        int oldAfter = number(after, "replicas") - number(after, "updatedReplicas");
        return number(after, "updatedReplicas") > number(before, "updatedReplicas")
                || oldAfter < oldBefore
                || number(after, "readyReplicas") > number(before, "readyReplicas")
                || number(after, "availableReplicas") > number(before, "availableReplicas");
    }

    private static boolean isTimedOut(JsonNode deployment, Instant now) {
        JsonNode progress = Conditions.find(deployment, PROGRESSING);
        if (progress == null || progress.path("reason").asText().equals("NewReplicaSetAvailable")) {
            return false;
        }
        return progress.path("reason").asText().equals("ProgressDeadlineExceeded")
                || deadline(deployment, progress).isBefore(now);
    }

    private static Instant deadline(JsonNode deployment, JsonNode progress) {
        return Instant.parse(progress.path("lastUpdateTime").asText())
                .plusSeconds(
                        deployment.path("spec").path("progressDeadlineSeconds").asLong());
    }

    /** When to look whether the rollout is stuck, or null when there is no need. */
    // models requeueStuckDeployment
    static @Nullable Duration untilDeadline(JsonNode deployment, Instant now) {
        JsonNode progress = Conditions.find(deployment, PROGRESSING);
        if (!hasDeadline(deployment)
                || progress == null
                || isComplete(deployment, deployment.path("status"))
                || progress.path("reason").asText().equals("NewReplicaSetAvailable")
                || progress.path("reason").asText().equals("ProgressDeadlineExceeded")) {
            return null;
        }
        Duration left = Duration.between(now, deadline(deployment, progress));
        return (left.isNegative() ? Duration.ZERO : left).plusSeconds(1);
    }

    private static int number(JsonNode status, String field) {
        return status.path(field).asInt();
    }
}
