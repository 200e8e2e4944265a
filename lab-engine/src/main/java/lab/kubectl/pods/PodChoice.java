package lab.kubectl.pods;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.kube.LabelSelector;
import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.await.ObjectWatch;

/** The pod that stands for a workload or service: running, ready, and ready for the longest time first. */
// models k8s.io/kubectl pkg/polymorphichelpers/helpers.go GetFirstPod, pkg/util/podutils/podutils.go@1.34
final class PodChoice {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private PodChoice() {}

    /** The pods of a workload or service, the best first; waits a while for the first one to come. */
    static List<JsonNode> of(Call call, Info owner, String purpose, boolean manyRestartsFirst) {
        String selector = selector(owner, purpose);
        Request list =
                Request.get("/api/v1/namespaces/" + owner.namespace() + "/pods").with("labelSelector", selector);
        List<JsonNode> pods = new ArrayList<>();
        call.client().send(list).path("items").forEach(pods::add);
        if (pods.isEmpty()) {
            Instant deadline = call.environment().time().now().plus(PATIENCE);
            try (ObjectWatch watch = ObjectWatch.of(call, list, deadline)) {
                JsonNode event = watch.next();
                if (event == null) {
                    throw new KubectlFailure("timed out waiting for the condition");
                }
                pods.add(event.path("object"));
            }
        }
        pods.sort(order(manyRestartsFirst));
        return pods;
    }

    private static String selector(Info owner, String purpose) {
        JsonNode selector = owner.object().path("spec").path("selector");
        return switch (owner.type().kind()) {
            case "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job" ->
                LabelSelector.of(selector).toString();
            case "Service" -> {
                if (selector.isEmpty()) {
                    throw new KubectlFailure(purpose + " *v1.Service: invalid service '" + owner.name()
                            + "': Service is defined without a selector");
                }
                yield LabelSelector.ofMap(selector).toString();
            }
            case "ReplicationController" -> LabelSelector.ofMap(selector).toString();
            default ->
                throw new KubectlFailure(purpose + " *v1." + owner.type().kind() + ": selector for *v1."
                        + owner.type().kind() + " not implemented");
        };
    }

    private static Comparator<JsonNode> order(boolean manyRestartsFirst) {
        Comparator<JsonNode> restarts = Comparator.comparingInt(PodChoice::restarts);
        return Comparator.comparing((JsonNode pod) ->
                        pod.path("spec").path("nodeName").asText("").isEmpty())
                .thenComparingInt(PodChoice::phase)
                .thenComparing(pod -> readySince(pod).isEmpty())
                .thenComparing(PodChoice::readySince)
                .thenComparing(manyRestartsFirst ? restarts.reversed() : restarts)
                .thenComparing(
                        pod -> pod.path("metadata").path("creationTimestamp").asText(""));
    }

    private static int phase(JsonNode pod) {
        return switch (pod.path("status").path("phase").asText("")) {
            case "Pending" -> 2;
            case "Unknown" -> 1;
            default -> 0;
        };
    }

    private static String readySince(JsonNode pod) {
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("Ready")
                    && condition.path("status").asText().equals("True")) {
                return condition.path("lastTransitionTime").asText("");
            }
        }
        return "";
    }

    private static int restarts(JsonNode pod) {
        int most = 0;
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            most = Math.max(most, status.path("restartCount").asInt());
        }
        return most;
    }
}
