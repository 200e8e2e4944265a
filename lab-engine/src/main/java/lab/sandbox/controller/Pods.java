package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What controllers want to know of a pod. */
final class Pods {
    private Pods() {}

    static String phase(JsonNode pod) {
        return pod.path("status").path("phase").asText("Pending");
    }

    static boolean hasEnded(JsonNode pod) {
        return phase(pod).equals("Succeeded") || phase(pod).equals("Failed");
    }

    /** Neither ended nor about to be deleted: it counts as a replica. */
    static boolean isActive(JsonNode pod) {
        return !hasEnded(pod) && !Meta.isDeleted(pod);
    }

    static boolean isReady(JsonNode pod) {
        return Conditions.isTrue(pod, "Ready");
    }

    static String node(JsonNode pod) {
        return pod.path("spec").path("nodeName").asText();
    }

    static String ip(JsonNode pod) {
        return pod.path("status").path("podIP").asText();
    }

    /** Since when the pod is ready, or null. */
    static @Nullable Instant readySince(JsonNode pod) {
        JsonNode condition = Conditions.find(pod, "Ready");
        return condition == null || !condition.path("status").asText().equals("True")
                ? null
                : Instant.parse(condition.path("lastTransitionTime").asText());
    }

    static boolean isAvailable(JsonNode pod, int minReadySeconds, Instant now) {
        Instant since = readySince(pod);
        return since != null
                && (minReadySeconds == 0
                        || !since.plus(Duration.ofSeconds(minReadySeconds)).isAfter(now));
    }

    static int restarts(JsonNode pod) {
        int most = 0;
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            most = Math.max(most, status.path("restartCount").asInt());
        }
        return most;
    }
}
