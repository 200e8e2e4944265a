package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import lab.kube.Request;
import lab.kube.Response;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** The log files of containers, as the kubelet serves them. Models kubernetes pkg/kubelet/kubelet_pods.go@1.34. */
final class ContainerLogs {
    private final Pods pods;
    private final SandboxState state;

    ContainerLogs(Pods pods, SandboxState state) {
        this.pods = pods;
        this.state = state;
    }

    Response read(JsonNode pod, String name, Request request) {
        boolean previous = flag(request, "previous");
        NodeContainer container = find(pod, name, previous);
        if (container == null) {
            return refused(missing(pod, name, previous));
        }
        List<LogEntry> entries = written(container);
        String since = request.parameter("sinceSeconds");
        String sinceTime = request.parameter("sinceTime");
        Instant from = since != null
                ? state.now().minusSeconds(Long.parseLong(since))
                : sinceTime != null ? parsed(sinceTime) : Instant.MIN;
        Stream<LogEntry> recent = entries.stream().filter(entry -> !entry.time().isBefore(from));
        List<LogEntry> chosen = recent.toList();
        String tail = request.parameter("tailLines");
        if (tail != null) {
            int lines = Integer.parseInt(tail);
            chosen = chosen.subList(Math.max(0, chosen.size() - lines), chosen.size());
        }
        String text = text(chosen, flag(request, "timestamps"));
        String limit = request.parameter("limitBytes");
        if (limit != null && text.length() > Integer.parseInt(limit)) {
            text = text.substring(0, Integer.parseInt(limit));
        }
        return new Response(200, "text/plain", TextNode.valueOf(text), List.of());
    }

    @Nullable
    NodeContainer find(JsonNode pod, String name, boolean previous) {
        PodSandbox sandbox = pods.of(pod);
        return sandbox == null ? null : previous ? sandbox.previous(name) : sandbox.container(name);
    }

    /** What is in the file by now. */
    List<LogEntry> written(NodeContainer container) {
        Instant now = state.now();
        Instant end = container.finished;
        return container.log.stream()
                .filter(entry -> !entry.time().isAfter(now))
                .filter(entry -> end == null || !entry.time().isAfter(end))
                .toList();
    }

    static String text(List<LogEntry> entries, boolean timestamps) {
        StringBuilder text = new StringBuilder();
        for (LogEntry entry : entries) {
            if (timestamps) {
                text.append(Stamps.nanos(entry.time())).append(' ');
            }
            text.append(entry.text()).append('\n');
        }
        return text.toString();
    }

    static boolean flag(Request request, String name) {
        String value = request.parameter(name);
        return value != null && !value.equals("false") && !value.equals("0");
    }

    private static Instant parsed(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }

    private static String missing(JsonNode pod, String name, boolean previous) {
        String podName = pod.path("metadata").path("name").asText();
        if (previous) {
            return "previous terminated container \"" + name + "\" in pod \"" + podName + "\" not found";
        }
        String reason = "ContainerCreating";
        for (String list : List.of("initContainerStatuses", "containerStatuses")) {
            for (JsonNode status : pod.path("status").path(list)) {
                if (status.path("name").asText().equals(name)) {
                    reason = status.path("state").path("waiting").path("reason").asText(reason);
                }
            }
        }
        boolean pull = reason.equals("ErrImagePull") || reason.equals("ImagePullBackOff");
        return "container \"" + name + "\" in pod \"" + podName + "\" is waiting to start: "
                + (pull ? "trying and failing to pull image" : reason);
    }

    static Response refused(String message) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", message).put("reason", "BadRequest");
        status.put("code", 400);
        return Response.json(400, status);
    }
}
