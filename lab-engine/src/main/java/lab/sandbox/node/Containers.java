package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lab.kube.Response;
import lab.kube.Streams;
import lab.sandbox.api.ApiServer;
import lab.sandbox.controller.ContainerRuntime.LogLine;
import lab.sandbox.controller.ContainerRuntime.ProbeResult;
import lab.sandbox.controller.ContainerRuntime.Run;
import lab.sandbox.controller.ContainerRuntime.Stop;
import lab.sandbox.state.SandboxState;
import lab.shell.Captured;
import lab.shell.FileProblem;
import lab.shell.FileTree;
import lab.shell.Invocation;
import lab.shell.Program;

/** Starts containers and runs commands in them. */
final class Containers {
    private final SandboxState state;
    private final Pods pods;
    private final PodVariables variables;
    private final ContainerFiles files;
    private final ClusterNetwork network;
    private final HttpPath path;
    private final NetworkPrograms networkPrograms;
    private final ContainerPrograms programs;

    Containers(SandboxState state, ApiServer api, Pods pods, Map<String, Program> tools) {
        this.state = state;
        this.pods = pods;
        this.variables = new PodVariables(api);
        this.files = new ContainerFiles(api, state::now);
        this.network = new ClusterNetwork(api, state);
        this.path = new MeshPath(state, pods, network, new Servers(state)::behind);
        this.networkPrograms = new NetworkPrograms(network);
        this.programs = new ContainerPrograms(network, path, networkPrograms, tools);
    }

    Map<String, Program> nodePrograms(PulledImages images, ContainerLogs logs) {
        Crictl crictl = new Crictl(pods, network, images, logs, this);
        return new NodePrograms(pods, network, path, networkPrograms).all(crictl);
    }

    Run start(PodSandbox sandbox, JsonNode pod, JsonNode spec, String id, int attempt) {
        String reference = spec.path("image").asText();
        KnownImage image = ImageCatalog.find(reference);
        if (image == null) {
            return Entrypoints.missing(reference);
        }
        Instant now = state.now();
        NodeContainer container =
                new NodeContainer(bare(id), spec.path("name").asText(), reference, attempt, pods.newPid(), now);
        sandbox.containers.add(container);
        StartContext start = context(sandbox, pod, spec, image);
        container.command = String.join(" ", start.words());
        Run run = Entrypoints.server(start);
        if (run == null) {
            run = programs.run(
                    start, caller(pod, spec, sandbox, container, image), filesOf(pod, spec, sandbox, container, image));
        }
        for (LogLine line : run.log()) {
            container.log.add(new LogEntry(now.plus(line.after()), line.stderr(), line.text()));
        }
        if (run.exit() != null && "StartError".equals(run.exit().reason())) {
            container.finished = now;
        }
        if (run.exit() != null) {
            container.exitCode = run.exit().code();
        }
        return run;
    }

    /** How the process of a running container takes SIGTERM. */
    Stop stop(PodSandbox sandbox, JsonNode pod, JsonNode spec) {
        KnownImage image = ImageCatalog.find(spec.path("image").asText());
        return image == null ? new Stop(Duration.ZERO, 0) : Endings.of(context(sandbox, pod, spec, image));
    }

    private StartContext context(PodSandbox sandbox, JsonNode pod, JsonNode spec, KnownImage image) {
        Map<String, String> environment = variables.of(pod, spec, sandbox.ip, image);
        return new StartContext(
                sandbox, pod, spec, image, environment, StartContext.words(spec, image, environment), state.now());
    }

    private static String bare(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static Caller caller(
            JsonNode pod, JsonNode spec, PodSandbox sandbox, NodeContainer container, KnownImage image) {
        return new Caller(sandbox, container, user(pod, spec, image));
    }

    private FileTree filesOf(
            JsonNode pod, JsonNode spec, PodSandbox sandbox, NodeContainer container, KnownImage image) {
        return files.of(pod, spec, sandbox, container, user(pod, spec, image));
    }

    /** The container's {@code runAsUser}, the pod's, or the image's. */
    static User user(JsonNode pod, JsonNode spec, KnownImage image) {
        JsonNode own = spec.path("securityContext");
        JsonNode ofPod = pod.path("spec").path("securityContext");
        JsonNode uid = own.has("runAsUser") ? own.path("runAsUser") : ofPod.path("runAsUser");
        JsonNode gid = own.has("runAsGroup") ? own.path("runAsGroup") : ofPod.path("runAsGroup");
        if (uid.isMissingNode() && gid.isMissingNode()) {
            return image.user();
        }
        int user = uid.asInt(image.user().uid());
        boolean same = user == image.user().uid();
        int group = gid.asInt(same ? image.user().gid() : 0);
        return new User(user, name(image, user), group, groupName(image, group));
    }

    private static String name(KnownImage image, int uid) {
        boolean istio = image.kind() == KnownImage.Kind.PROXY && uid == 1337;
        return uid == 0
                ? "root"
                : istio
                        ? "istio-proxy"
                        : uid == image.user().uid() ? image.user().name() : "";
    }

    private static String groupName(KnownImage image, int gid) {
        boolean istio = image.kind() == KnownImage.Kind.PROXY && gid == 1337;
        return gid == 0
                ? "root"
                : istio
                        ? "istio-proxy"
                        : gid == image.user().gid() ? image.user().group() : "";
    }

    static JsonNode spec(JsonNode pod, String name) {
        for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
            for (JsonNode spec : pod.path("spec").path(list)) {
                if (spec.path("name").asText().equals(name)) {
                    return spec;
                }
            }
        }
        return pod.path("no such container");
    }

    Response exec(PodSandbox sandbox, JsonNode pod, String name, List<String> command, Streams streams) {
        NodeContainer container = sandbox.container(name);
        JsonNode spec = spec(pod, name);
        KnownImage image = ImageCatalog.find(spec.path("image").asText());
        if (container == null || image == null) {
            return ExecStatus.failed("unable to upgrade connection: container not found (\"" + name + "\")");
        }
        Caller caller = caller(pod, spec, sandbox, container, image);
        Map<String, Program> known = programs.of(caller, image);
        Program program = ContainerPrograms.named(known, command.get(0));
        if (program == null) {
            return ExecStatus.failed("Internal error occurred: error executing command in container: failed to exec in"
                    + " container: failed to start exec \"" + state.hex(64)
                    + "\": OCI runtime exec failed: exec failed:"
                    + " unable to start container process: " + ContainerPrograms.notFound(command.get(0))
                    + ": unknown");
        }
        FileTree tree = filesOf(pod, spec, sandbox, container, image);
        String directory = spec.path("workingDir").asText("/");
        try {
            tree = tree.at(directory);
        } catch (FileProblem e) {
            // containerd makes a missing working directory; here the root serves as one
        }
        ContainerEnvironment environment = new ContainerEnvironment(
                variables.of(pod, spec, sandbox.ip, image),
                tree,
                known,
                streams.environment(),
                streams.environment().time());
        int code = program.run(new Invocation(
                command.get(0),
                command.subList(1, command.size()),
                environment,
                streams.in(),
                streams.out(),
                streams.err()));
        return ExecStatus.exited(code);
    }

    ProbeResult probe(PodSandbox sandbox, JsonNode pod, JsonNode spec, JsonNode probe) {
        NodeContainer container = sandbox.container(spec.path("name").asText());
        if (container == null || !container.running()) {
            return new ProbeResult(false, "container is not running");
        }
        Probes probes = new Probes(state, path, network);
        if (probe.has("exec")) {
            return probes.exec(command -> runProbe(sandbox, pod, container.name, command), probe);
        }
        return probes.network(sandbox, container, spec, probe);
    }

    private int runProbe(PodSandbox sandbox, JsonNode pod, String name, List<String> command) {
        Captured out = new Captured();
        OffsetTime time = new OffsetTime(state.now());
        Streams streams = new Streams(InputStream.nullInputStream(), out, out, new NoTerminal(time));
        JsonNode status = exec(sandbox, pod, name, command, streams).body();
        return status.path("status").asText().equals("Success")
                ? 0
                : status.path("details").path("causes").path(0).path("message").asInt(1);
    }
}
