package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of a ReplicaSet's pods go first when it is scaled down. */
// models pkg/controller/controller_utils.go ActivePodsWithRanks@1.34
final class DeletionOrder implements Comparator<JsonNode> {
    private final Map<String, Integer> related;
    private final Instant now;

    /** @param related how many pods of the same Deployment each node has */
    DeletionOrder(Map<String, Integer> related, Instant now) {
        this.related = related;
        this.now = now;
    }

    @Override
    public int compare(JsonNode left, JsonNode right) {
        return Comparator.<JsonNode, Boolean>comparing(pod -> !Pods.node(pod).isEmpty())
                .thenComparing(DeletionOrder::phaseOrder)
                .thenComparing(Pods::isReady)
                .thenComparing(DeletionOrder::cost)
                .thenComparing(pod -> -related.getOrDefault(Pods.node(pod), 0))
                .thenComparing(pod -> logarithm(Pods.readySince(pod)))
                .thenComparing(pod -> -Pods.restarts(pod))
                .thenComparing(pod -> logarithm(Meta.created(pod)))
                .thenComparing(Meta::uid)
                .compare(left, right);
    }

    private static int phaseOrder(JsonNode pod) {
        return switch (Pods.phase(pod)) {
            case "Pending" -> 0;
            case "Unknown" -> 1;
            default -> 2;
        };
    }

    private static int cost(JsonNode pod) {
        try {
            return Integer.parseInt(Meta.annotation(pod, "controller.kubernetes.io/pod-deletion-cost"));
        } catch (NumberFormatException notGiven) {
            return 0;
        }
    }

    /** Ages of the same magnitude count as the same, so that the choice among them is random. */
    private long logarithm(@Nullable Instant since) {
        if (since == null) {
            return -1;
        }
        long seconds = Duration.between(since, now).toSeconds();
        return seconds <= 0 ? -1 : 63 - Long.numberOfLeadingZeros(seconds);
    }
}
