package lab.kubectl;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lab.sandbox.api.ApiServer;
import lab.sandbox.state.SandboxState;
import lab.shell.Captured;
import lab.shell.Environment;
import lab.shell.FileTree;
import lab.shell.Invocation;
import lab.shell.MemoryFiles;
import lab.shell.Program;
import lab.shell.Time;
import org.jspecify.annotations.Nullable;

/** A kubectl over a fresh API server with the namespace default, for tests of commands. */
final class Lab implements Environment {
    final SandboxState state = new SandboxState(7, Instant.parse("2026-11-23T02:00:00Z"));
    final ApiServer api = new ApiServer(state);
    final MemoryFiles files = new MemoryFiles(state::now);
    private final Kubectl kubectl = new Kubectl(api);

    Lab() {
        feed("{apiVersion: v1, kind: Namespace, metadata: {name: default}}", "apply", "-f", "-");
    }

    Lab file(String path, String text) {
        files.put(path, text, "rw-r--r--", "root");
        return this;
    }

    /** Standard output, then {@code !} before standard error and {@code [n]} for a code other than 0. */
    String run(String... words) {
        return feed("", words);
    }

    String feed(String input, String... words) {
        Captured out = new Captured();
        Captured err = new Captured();
        int code = kubectl.run(new Invocation(
                "kubectl",
                List.of(words),
                this,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                err));
        return out.text() + (err.text().isEmpty() ? "" : "!" + err.text()) + (code == 0 ? "" : "[" + code + "]");
    }

    @Override
    public @Nullable String variable(String name) {
        return name.equals("HOME") ? "/root" : null;
    }

    @Override
    public Map<String, String> exported() {
        return Map.of();
    }

    @Override
    public FileTree files() {
        return files;
    }

    @Override
    public Time time() {
        return new Time() {
            @Override
            public Instant now() {
                return state.now();
            }

            @Override
            public void sleep(Duration duration) {
                state.advance(duration);
            }
        };
    }

    @Override
    public @Nullable Program program(String name) {
        return null;
    }

    @Override
    public int columns() {
        return 80;
    }

    @Override
    public void checkInterrupted() {}
}
