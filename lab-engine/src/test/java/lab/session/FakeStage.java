package lab.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lab.shell.MemoryFiles;
import lab.shell.Program;
import lab.shell.Shell;
import lab.shell.Time;

/**
 * A cluster of one drawer: {@code put KEY VALUE} prints {@code KEY is VALUE}, {@code get KEY} prints the value or
 * fails, {@code later KEY VALUE} puts it in three seconds, {@code drop KEY} takes it out.
 */
final class FakeStage implements Stage, ClusterState, Time {
    final Map<String, String> drawer = new LinkedHashMap<>();
    private final Map<String, Instant> due = new LinkedHashMap<>();
    private final Map<String, String> coming = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    boolean closed;

    private final Shell.Settings settings = new Shell.Settings(programs(), new MemoryFiles(() -> Instant.EPOCH), this);
    private final WorkspaceShell shell = new WorkspaceShell(settings, new Shell(settings, Map.of()));

    private Map<String, Program> programs() {
        return Map.of(
                "echo",
                        call -> {
                            call.out().println(String.join(" ", call.arguments()));
                            return 0;
                        },
                "put",
                        call -> {
                            drawer.put(call.arguments().get(0), call.arguments().get(1));
                            call.out()
                                    .println(call.arguments().get(0) + " is "
                                            + call.arguments().get(1));
                            return 0;
                        },
                "later",
                        call -> {
                            due.put(call.arguments().get(0), now.plusSeconds(3));
                            coming.put(call.arguments().get(0), call.arguments().get(1));
                            return 0;
                        },
                "drop",
                        call -> {
                            drawer.remove(call.arguments().get(0));
                            return 0;
                        },
                "get",
                        call -> {
                            String value = drawer.get(call.arguments().get(0));
                            if (value == null) {
                                call.err()
                                        .println(
                                                "nothing in " + call.arguments().get(0));
                                return 1;
                            }
                            call.out().println(value);
                            return 0;
                        });
    }

    @Override
    public LearnerShell shell() {
        return shell;
    }

    @Override
    public Time time() {
        return this;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        now = now.plus(duration);
        due.forEach((key, when) -> {
            if (!when.isAfter(now)) {
                drawer.put(key, coming.getOrDefault(key, ""));
            }
        });
    }

    @Override
    public boolean kept() {
        return true;
    }

    @Override
    public JsonNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        drawer.forEach(saved::put);
        return saved;
    }

    @Override
    public void load(JsonNode saved) {
        if (!saved.isObject()) {
            throw new IllegalArgumentException("not a drawer");
        }
        drawer.clear();
        saved.properties()
                .forEach(member -> drawer.put(member.getKey(), member.getValue().asText()));
    }

    @Override
    public void renew() {
        drawer.clear();
    }
}
