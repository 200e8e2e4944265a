package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.kube.Tree;

/** Which pods run Istio's control plane and which carry a proxy, as their objects say. */
final class Proxies {
    /** A container of a pod, and the version in its image's tag. */
    record Running(String pod, String namespace, String version) {}

    private static final String PROXY = "istio-proxy";

    private Proxies() {}

    static List<Running> controlPlane(Call call) {
        List<Running> running = new ArrayList<>();
        for (JsonNode pod : call.list("/api/v1/namespaces/" + call.istioNamespace() + "/pods", "app=istiod")) {
            if (Tree.text(pod, "status.phase").equals("Running")) {
                for (JsonNode status : Tree.at(pod, "status.containerStatuses")) {
                    running.add(of(pod, status));
                }
            }
        }
        return running;
    }

    /** The proxies that are ready, and so connected to istiod. */
    static List<Running> dataPlane(Call call) {
        List<Running> running = new ArrayList<>();
        for (JsonNode pod : call.list("/api/v1/pods", null)) {
            proxy(pod)
                    .filter(status -> status.path("ready").asBoolean())
                    .ifPresent(status -> running.add(of(pod, status)));
        }
        return running;
    }

    /** The status of the pod's container istio-proxy. */
    static Optional<JsonNode> proxy(JsonNode pod) {
        for (String list : List.of("initContainerStatuses", "containerStatuses")) {
            for (JsonNode status : Tree.at(pod, "status").path(list)) {
                if (status.path("name").asText().equals(PROXY)) {
                    return Optional.of(status);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the pod has a container istio-proxy, running or not. */
    static boolean hasProxy(JsonNode pod) {
        for (String list : List.of("initContainers", "containers")) {
            if (Tree.named(Tree.at(pod, "spec").path(list), "name", PROXY) != null) {
                return true;
            }
        }
        return false;
    }

    private static Running of(JsonNode pod, JsonNode status) {
        String image = status.path("image").asText();
        int tag = image.lastIndexOf(':');
        return new Running(
                Tree.text(pod, "metadata.name"),
                Tree.text(pod, "metadata.namespace"),
                tag > image.lastIndexOf('/') ? image.substring(tag + 1) : "unknown");
    }
}
