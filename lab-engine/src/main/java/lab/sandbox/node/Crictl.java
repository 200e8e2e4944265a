package lab.sandbox.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lab.kube.Response;
import lab.kube.Streams;
import lab.shell.Invocation;
import lab.shell.Program;
import org.jspecify.annotations.Nullable;

/** {@code crictl} 1.34: pods, ps, inspectp, inspect, images, logs, exec, version. */
final class Crictl implements Program {
    private static final Set<String> KNOWN = Set.of(
            "attach",
            "checkpoint",
            "completion",
            "config",
            "create",
            "events",
            "imagefsinfo",
            "info",
            "inspecti",
            "metricdescs",
            "metricsp",
            "port-forward",
            "pull",
            "rm",
            "rmi",
            "rmp",
            "run",
            "runp",
            "runtime-config",
            "start",
            "stats",
            "statsp",
            "stop",
            "stopp",
            "update",
            "update-runtime-config");
    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator("")
                            .withObjectEmptySeparator(""))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final Pods pods;
    private final ClusterNetwork network;
    private final PulledImages images;
    private final ContainerLogs logs;
    private final Containers containers;

    Crictl(Pods pods, ClusterNetwork network, PulledImages images, ContainerLogs logs, Containers containers) {
        this.pods = pods;
        this.network = network;
        this.images = images;
        this.logs = logs;
        this.containers = containers;
    }

    @Override
    public int run(Invocation call) {
        List<String> words = call.arguments();
        String command = words.isEmpty() ? "" : words.get(0);
        CrictlOptions options = new CrictlOptions();
        String problem = words.isEmpty() ? "" : options.read(words.subList(1, words.size()), command);
        if (problem != null && !problem.isEmpty()) {
            call.err().println("crictl " + command + ": option " + problem + " is not available in the sandbox yet");
            return 1;
        }
        return switch (command) {
            case "pods" -> pods(call, options);
            case "ps" -> ps(call, options);
            case "inspectp" -> inspectp(call, options);
            case "inspect" -> inspect(call, options);
            case "images", "image", "img" -> images(call, options);
            case "logs" -> logs(call, options);
            case "exec" -> exec(call, options);
            case "version" -> {
                for (String line : List.of(
                        "Version:  0.1.0",
                        "RuntimeName:  containerd",
                        "RuntimeVersion:  1.6.20~ds1",
                        "RuntimeApiVersion:  v1")) {
                    call.out().println(line);
                }
                yield 0;
            }
            default -> {
                call.err()
                        .println(
                                KNOWN.contains(command) || command.isEmpty() || command.startsWith("-")
                                        ? ("crictl " + command).trim() + " is not available in the sandbox yet"
                                        : "No help topic for '" + command + "'");
                yield command.isEmpty() || KNOWN.contains(command) ? 1 : 3;
            }
        };
    }

    private static <T> List<T> newestFirst(List<T> items) {
        List<T> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    private int pods(Invocation call, CrictlOptions options) {
        List<PodSandbox> chosen = new ArrayList<>();
        for (PodSandbox sandbox : newestFirst(pods.all())) {
            String label = options.values.getOrDefault("label", "");
            String key = label.split("=", 2)[0];
            boolean labelled = label.isEmpty()
                    || CrictlJson.labels(sandbox, network.pod(sandbox))
                            .path(key)
                            .asText("")
                            .equals(label.substring(Math.min(label.length(), key.length() + 1)));
            String state = options.values.getOrDefault("state", "ready").toLowerCase(Locale.ROOT);
            String namespace = options.values.getOrDefault("namespace", sandbox.namespace);
            if (labelled
                    && state.equals("ready")
                    && namespace.equals(sandbox.namespace)
                    && options.names("name", sandbox.name)) {
                chosen.add(sandbox);
            }
        }
        if (options.quiet) {
            chosen.forEach(sandbox -> call.out().println(sandbox.id));
            return 0;
        }
        if (options.json()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            chosen.forEach(sandbox -> items.add(CrictlJson.listed(sandbox, network.pod(sandbox))));
            return print(call, JsonNodeFactory.instance.objectNode().set("items", items));
        }
        Instant now = call.environment().time().now();
        CrictlTable table = new CrictlTable();
        table.row("POD ID", "CREATED", "STATE", "NAME", "NAMESPACE", "ATTEMPT", "RUNTIME");
        chosen.forEach(sandbox -> table.row(
                options.id(sandbox.id),
                CrictlTable.ago(sandbox.created, now),
                "Ready",
                sandbox.name,
                sandbox.namespace,
                "0",
                "(default)"));
        call.out().print(table.print());
        return 0;
    }

    /** A container with its pod. */
    private record Found(PodSandbox sandbox, NodeContainer container) {}

    private List<Found> all() {
        List<Found> found = new ArrayList<>();
        for (PodSandbox sandbox : pods.all()) {
            sandbox.containers.forEach(container -> found.add(new Found(sandbox, container)));
        }
        Collections.reverse(found);
        found.sort((a, b) -> b.container().started.compareTo(a.container().started));
        return found;
    }

    private int ps(Invocation call, CrictlOptions options) {
        List<Found> chosen = new ArrayList<>();
        String state = options.values.getOrDefault("state", "").toLowerCase(Locale.ROOT);
        for (Found found : all()) {
            NodeContainer container = found.container();
            boolean wanted = state.isEmpty()
                    ? options.all || container.running()
                    : state.startsWith("run") == container.running();
            if (wanted
                    && options.names("name", container.name)
                    && found.sandbox().id.startsWith(options.values.getOrDefault("pod", ""))) {
                chosen.add(found);
            }
        }
        if (options.quiet) {
            chosen.forEach(found -> call.out().println(found.container().id));
            return 0;
        }
        if (options.json()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            chosen.forEach(found -> items.add(CrictlJson.listed(found.sandbox(), found.container())));
            return print(call, JsonNodeFactory.instance.objectNode().set("containers", items));
        }
        Instant now = call.environment().time().now();
        CrictlTable table = new CrictlTable();
        table.row("CONTAINER", "IMAGE", "CREATED", "STATE", "NAME", "ATTEMPT", "POD ID", "POD", "NAMESPACE");
        for (Found found : chosen) {
            NodeContainer container = found.container();
            KnownImage image = ImageCatalog.find(container.image);
            table.row(
                    options.id(container.id),
                    image == null ? container.image : image.id().substring(7, 20),
                    CrictlTable.ago(container.started, now),
                    container.running() ? "Running" : "Exited",
                    container.name,
                    String.valueOf(container.attempt),
                    options.id(found.sandbox().id),
                    found.sandbox().name,
                    found.sandbox().namespace);
        }
        call.out().print(table.print());
        return 0;
    }

    private int inspectp(Invocation call, CrictlOptions options) {
        if (options.names.isEmpty()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            newestFirst(pods.all()).forEach(sandbox -> items.add(CrictlJson.inspected(sandbox, network.pod(sandbox))));
            return print(call, items);
        }
        for (String id : options.names) {
            PodSandbox sandbox = pods.all().stream()
                    .filter(candidate -> candidate.id.startsWith(id))
                    .findFirst()
                    .orElse(null);
            if (sandbox == null) {
                return fatal(
                        call,
                        "get the status of pod sandboxes: get pod sandbox status: rpc error: code = NotFound desc = an"
                                + " error occurred when try to find sandbox: not found");
            }
            print(call, CrictlJson.inspected(sandbox, network.pod(sandbox)));
        }
        return 0;
    }

    private int inspect(Invocation call, CrictlOptions options) {
        for (String id : options.names) {
            Found found = container(id);
            if (found == null) {
                return fatal(
                        call,
                        "get the status of containers: get container status: rpc error: code = NotFound desc = an"
                                + " error occurred when try to find container \\\""
                                + id + "\\\": not found");
            }
            print(call, CrictlJson.inspected(found.sandbox(), found.container()));
        }
        return 0;
    }

    private @Nullable Found container(String id) {
        return all().stream()
                .filter(found -> found.container().id.startsWith(id))
                .findFirst()
                .orElse(null);
    }

    private static int fatal(Invocation call, String message) {
        String time = Stamps.nanos(call.environment().time().now()).substring(0, 19) + "Z";
        call.err().println("time=\"" + time + "\" level=fatal msg=\"" + message + "\"");
        return 1;
    }

    private int images(Invocation call, CrictlOptions options) {
        List<KnownImage> all = images.all();
        if (options.quiet) {
            all.forEach(image -> call.out().println(image.id()));
            return 0;
        }
        if (options.json()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (KnownImage image : all) {
                ObjectNode item = items.addObject().put("id", image.id());
                item.putArray("repoTags").add(image.reference());
                item.putArray("repoDigests");
                item.put("size", String.valueOf(image.bytes()));
            }
            return print(call, JsonNodeFactory.instance.objectNode().set("images", items));
        }
        CrictlTable table = new CrictlTable();
        table.row("IMAGE", "TAG", "IMAGE ID", "SIZE");
        all.forEach(image ->
                table.row(image.name(), image.tag(), image.id().substring(7, 20), CrictlTable.size(image.bytes())));
        call.out().print(table.print());
        return 0;
    }

    private int logs(Invocation call, CrictlOptions options) {
        Found found = options.names.isEmpty() ? null : container(options.names.get(0));
        if (found == null) {
            return fatal(call, "rpc error: code = NotFound desc = an error occurred when try to find container");
        }
        List<LogEntry> entries = logs.written(found.container());
        String tail = options.values.getOrDefault("tail", "");
        int from = tail.matches("\\d+") ? Math.max(0, entries.size() - Integer.parseInt(tail)) : 0;
        for (LogEntry entry : entries.subList(from, entries.size())) {
            (entry.stderr() ? call.err() : call.out()).println(entry.text());
        }
        return 0;
    }

    private int exec(Invocation call, CrictlOptions options) {
        Found found = options.names.isEmpty() ? null : container(options.names.get(0));
        if (found == null || options.names.size() < 2) {
            return fatal(
                    call,
                    "execing command in container: rpc error: code = NotFound desc = an error occurred when try to"
                            + " find container");
        }
        Streams streams = new Streams(call.in(), call.out(), call.err(), call.environment());
        JsonNode pod = network.pod(found.sandbox());
        Response response = containers.exec(
                found.sandbox(), pod, found.container().name, options.names.subList(1, options.names.size()), streams);
        if (response.body().path("status").asText().equals("Success")) {
            return 0;
        }
        String code = response.body()
                .path("details")
                .path("causes")
                .path(0)
                .path("message")
                .asText();
        return fatal(call, "execing command in container: command terminated with exit code " + code);
    }

    private static int print(Invocation call, JsonNode node) {
        try {
            call.out().println(JSON.writeValueAsString(node));
            return 0;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree cannot be printed", e);
        }
    }
}
