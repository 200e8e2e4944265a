package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lab.shell.MemoryFiles;
import org.jspecify.annotations.Nullable;

/** A container that was started on the node, running or not. */
final class NodeContainer {
    final String id;
    final String name;
    final String image;
    final int attempt;
    final int pid;
    final Instant started;

    /** Its command line. */
    String command = "";

    @Nullable
    Instant finished;

    int exitCode;
    final List<LogEntry> log = new ArrayList<>();

    /** The container's files once something used them. */
    @Nullable
    MemoryFiles files;

    /** True once the server in the container has been seen ready. */
    boolean ready;

    NodeContainer(String id, String name, String image, int attempt, int pid, Instant started) {
        this.id = id;
        this.name = name;
        this.image = image;
        this.attempt = attempt;
        this.pid = pid;
        this.started = started;
    }

    boolean running() {
        return finished == null;
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("name", name)
                .put("image", image)
                .put("attempt", attempt)
                .put("pid", pid)
                .put("started", started.toString())
                .put("exitCode", exitCode)
                .put("command", command);
        if (finished != null) {
            saved.put("finished", finished.toString());
        }
        ArrayNode lines = saved.putArray("log");
        for (LogEntry line : log) {
            lines.addArray()
                    .add(line.time().toString())
                    .add(line.stderr() ? 2 : 1)
                    .add(line.text());
        }
        saved.put("ready", ready);
        if (files != null) {
            saved.set("files", files.save());
        }
        return saved;
    }

    static NodeContainer load(JsonNode saved, Supplier<Instant> clock) {
        NodeContainer container = new NodeContainer(
                saved.path("id").asText(),
                saved.path("name").asText(),
                saved.path("image").asText(),
                saved.path("attempt").asInt(),
                saved.path("pid").asInt(),
                Instant.parse(saved.path("started").asText()));
        container.command = saved.path("command").asText();
        container.exitCode = saved.path("exitCode").asInt();
        if (saved.has("finished")) {
            container.finished = Instant.parse(saved.path("finished").asText());
        }
        for (JsonNode line : saved.path("log")) {
            container.log.add(new LogEntry(
                    Instant.parse(line.path(0).asText()),
                    line.path(1).asInt() == 2,
                    line.path(2).asText()));
        }
        container.ready = saved.path("ready").asBoolean();
        if (saved.has("files")) {
            container.files = new MemoryFiles(clock);
            container.files.load(saved.path("files"));
        }
        return container;
    }
}
