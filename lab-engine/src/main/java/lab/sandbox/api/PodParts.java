package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Status;
import lab.kube.Streams;
import org.jspecify.annotations.Nullable;

/** Passes {@code log} and {@code exec} on to the node of the pod. Models pkg/registry/core/pod/strategy.go@1.34. */
final class PodParts {
    private final Store store;
    private @Nullable PodConnections node;

    PodParts(Store store) {
        this.store = store;
    }

    void connect(PodConnections connections) {
        this.node = connections;
    }

    Response log(Target target, Request request) {
        ObjectNode pod = pod(target);
        return node().log(pod, container(pod, target, request), request);
    }

    Feed followLog(Target target, Request request) {
        ObjectNode pod = pod(target);
        return node().followLog(pod, container(pod, target, request), request);
    }

    Response exec(Target target, Request request, Streams streams) {
        ObjectNode pod = pod(target);
        String container = container(pod, target, request);
        if (pod.path("spec").path("nodeName").asText().isEmpty()) {
            throw Refusal.with(Status.badRequest("pod " + target.name() + " does not have a host assigned"));
        }
        List<String> command = request.query().getOrDefault("command", List.of());
        boolean tty = "true".equals(request.parameter("tty"));
        return node().exec(pod, container, command, tty, streams);
    }

    private PodConnections node() {
        if (node == null) {
            throw Refusal.with(Status.internalError("error dialing backend: no node is connected"));
        }
        return node;
    }

    private ObjectNode pod(Target target) {
        ObjectNode pod = store.find("pods", target.namespace(), target.name());
        if (pod == null) {
            throw Refusal.with(Status.notFound("", "pods", target.name()));
        }
        return pod;
    }

    private static String container(JsonNode pod, Target target, Request request) {
        List<String> containers = names(pod, "containers");
        List<String> initContainers = names(pod, "initContainers");
        String asked = request.parameter("container");
        if (asked == null || asked.isEmpty()) {
            if (containers.size() == 1) {
                return containers.get(0);
            }
            String message = "a container name must be specified for pod " + target.name() + ", choose one of: ["
                    + String.join(" ", containers) + "]";
            if (!initContainers.isEmpty()) {
                message += " or one of the init containers: [" + String.join(" ", initContainers) + "]";
            }
            throw Refusal.with(Status.badRequest(message));
        }
        if (!containers.contains(asked)
                && !initContainers.contains(asked)
                && !names(pod, "ephemeralContainers").contains(asked)) {
            throw Refusal.with(Status.badRequest("container " + asked + " is not valid for pod " + target.name()));
        }
        return asked;
    }

    private static List<String> names(JsonNode pod, String list) {
        List<String> names = new ArrayList<>();
        pod.path("spec")
                .path(list)
                .forEach(container -> names.add(container.path("name").asText()));
        return names;
    }
}
