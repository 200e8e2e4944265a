package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lab.kube.ApiFailure;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Streams;
import lab.sandbox.api.ApiServer;
import lab.sandbox.api.PodConnections;
import lab.sandbox.controller.ContainerRuntime;
import lab.sandbox.state.SandboxState;
import lab.shell.Program;

/** The sandbox's one node: runs containers, knows their logs, files, processes and network namespaces. */
public final class Node implements ContainerRuntime, PodConnections, SandboxState.Part {
    private final SandboxState state;
    private final Pods pods;
    private final ContainerLogs logs;
    private final Containers containers;
    private final PulledImages images = new PulledImages();

    public Node(SandboxState state, ApiServer api) {
        this(state, api, Map.of());
    }

    /** @param tools the text tools (cat, grep, echo…) that the images contain */
    public Node(SandboxState state, ApiServer api, Map<String, Program> tools) {
        this.state = state;
        this.pods = new Pods(state);
        this.logs = new ContainerLogs(pods, state);
        this.containers = new Containers(state, api, pods, tools);
        state.part("node", this);
    }

    /** The programs of the node's own shell: crictl, nsenter, iptables-save… */
    public Map<String, Program> programs() {
        return containers.nodePrograms(images, logs);
    }

    @Override
    public Image image(String reference) {
        return images.look(reference);
    }

    @Override
    public void createSandbox(JsonNode pod, String podIp) {
        if (pods.of(pod) == null) {
            pods.add(pod, podIp);
        }
    }

    @Override
    public void removeSandbox(JsonNode pod) {
        pods.remove(pod);
    }

    @Override
    public Run start(JsonNode pod, JsonNode container, String containerId, int attempt) {
        PodSandbox sandbox = pods.of(pod);
        if (sandbox == null) {
            sandbox = pods.add(pod, pod.path("status").path("podIP").asText());
        }
        images.pulled(container.path("image").asText());
        return containers.start(sandbox, pod, container, containerId, attempt);
    }

    @Override
    public void stopped(JsonNode pod, String container, String containerId) {
        PodSandbox sandbox = pods.of(pod);
        if (sandbox != null) {
            sandbox.containers.stream()
                    .filter(candidate -> containerId.endsWith(candidate.id) && candidate.running())
                    .forEach(candidate -> candidate.finished = state.now());
        }
    }

    @Override
    public Stop stop(JsonNode pod, JsonNode container) {
        PodSandbox sandbox = pods.of(pod);
        return sandbox == null ? new Stop(Duration.ZERO, 0) : containers.stop(sandbox, pod, container);
    }

    @Override
    public ProbeResult probe(JsonNode pod, JsonNode container, JsonNode probe) {
        PodSandbox sandbox = pods.of(pod);
        if (sandbox == null) {
            return new ProbeResult(false, "pod is not running");
        }
        return containers.probe(sandbox, pod, container, probe);
    }

    @Override
    public Response log(JsonNode pod, String container, Request request) {
        return logs.read(pod, container, request);
    }

    @Override
    public Feed followLog(JsonNode pod, String container, Request request) {
        Response first = logs.read(pod, container, request);
        NodeContainer found = logs.find(pod, container, ContainerLogs.flag(request, "previous"));
        if (!first.ok() || found == null) {
            throw new ApiFailure(first);
        }
        return new FollowedLog(logs, state, found, first.body().asText(), ContainerLogs.flag(request, "timestamps"));
    }

    @Override
    public Response exec(JsonNode pod, String container, List<String> command, boolean tty, Streams streams) {
        PodSandbox sandbox = pods.of(pod);
        if (sandbox == null || !sandbox.running(container)) {
            return ExecStatus.failed("unable to upgrade connection: container not found (\"" + container + "\")");
        }
        return containers.exec(sandbox, pod, container, command, streams);
    }

    @Override
    public JsonNode save() {
        return pods.save().set("images", images.save());
    }

    @Override
    public void load(JsonNode saved) {
        pods.load(saved);
        images.load(saved.path("images"));
    }

    /** How long a pull takes; the recorded images are on the node. */
    static Duration pullTime(long bytes) {
        return Duration.ofMillis(900 + bytes / 40_000);
    }
}
