package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arithmetic of a rolling update. */
// models pkg/controller/deployment/util/deployment_util.go@1.34
final class Rollout {
    private Rollout() {}

    static int replicas(JsonNode object) {
        return object.path("spec").path("replicas").asInt();
    }

    static int available(JsonNode set) {
        return set.path("status").path("availableReplicas").asInt();
    }

    static boolean isRolling(JsonNode deployment) {
        return deployment.path("spec").path("strategy").path("type").asText().equals("RollingUpdate");
    }

    static int maxSurge(JsonNode deployment) {
        if (!isRolling(deployment)) {
            return 0;
        }
        return Counts.scaled(rolling(deployment).path("maxSurge"), replicas(deployment), true);
    }

    static int maxUnavailable(JsonNode deployment) {
        int replicas = replicas(deployment);
        if (!isRolling(deployment) || replicas == 0) {
            return 0;
        }
        int unavailable = Counts.scaled(rolling(deployment).path("maxUnavailable"), replicas, false);
        // both zero would never move: the surge is zero only if it was meant to be
        if (unavailable == 0 && maxSurge(deployment) == 0) {
            unavailable = 1;
        }
        return Math.min(unavailable, replicas);
    }

    private static JsonNode rolling(JsonNode deployment) {
        return deployment.path("spec").path("strategy").path("rollingUpdate");
    }

    static int wanted(List<? extends JsonNode> sets) {
        return sets.stream().mapToInt(Rollout::replicas).sum();
    }

    static int status(List<? extends JsonNode> sets, String field) {
        return sets.stream()
                .mapToInt(set -> set.path("status").path(field).asInt())
                .sum();
    }

    /** How large the new set may be now. */
    // models NewRSNewReplicas
    static int newSize(JsonNode deployment, List<? extends JsonNode> sets, int size) {
        int replicas = replicas(deployment);
        if (!isRolling(deployment)) {
            return replicas;
        }
        int most = replicas + maxSurge(deployment);
        int current = wanted(sets);
        return current >= most ? size : size + Math.min(most - current, replicas - size);
    }

    /** By how much a set grows or shrinks when its deployment is scaled in the middle of a rollout. */
    // models GetReplicaSetProportion
    static int proportion(JsonNode deployment, JsonNode set, int toAdd, int added) {
        if (replicas(set) == 0 || toAdd == 0 || toAdd == added) {
            return 0;
        }
        int fraction = fraction(deployment, set);
        int allowed = toAdd - added;
        return toAdd > 0 ? Math.min(fraction, allowed) : Math.max(fraction, allowed);
    }

    private static int fraction(JsonNode deployment, JsonNode set) {
        if (replicas(deployment) == 0) {
            return -replicas(set);
        }
        String annotation = Meta.annotation(set, Revisions.MAXIMUM);
        int before = annotation.isEmpty() ? 0 : Integer.parseInt(annotation);
        if (before == 0) {
            before = deployment.path("status").path("replicas").asInt();
        }
        if (before == 0) {
            return 0;
        }
        double size = (double) replicas(set) * (replicas(deployment) + maxSurge(deployment)) / before;
        return (int) Math.round(size) - replicas(set);
    }

    /** The new set has all replicas, and they are available. */
    static boolean isSaturated(JsonNode deployment, @Nullable JsonNode set) {
        return set != null
                && replicas(set) == replicas(deployment)
                && Meta.annotation(set, Revisions.DESIRED).equals(Integer.toString(replicas(deployment)))
                && available(set) == replicas(deployment);
    }
}
