package lab.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lab.shell.text.TextTools;

/** Runs a script in the lab's shell over a directory, and keeps what came out. */
record ShellScript(int status, String out, String err) {
    static final Time FROZEN = new Time() {
        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
        }
    };

    static ShellScript run(String script, Path directory) throws IOException {
        return run(script, new Workspace(directory, "/lab"));
    }

    static ShellScript run(String script, FileTree files) {
        Captured out = new Captured();
        Captured err = new Captured();
        Shell shell = new Shell(TextTools.programs(), files, FROZEN, Map.of("HOME", "/lab"));
        int status = shell.run(script, new ByteArrayInputStream(new byte[0]), out, err);
        return new ShellScript(status, out.text(), err.text());
    }

    static ShellScript inMemory(String script) {
        return run(script, new MemoryFiles(FROZEN::now));
    }

    /** Runs a script that may do anything; what it would do for ever ends after a moment. */
    static ShellScript bounded(String script) throws InterruptedException {
        Captured out = new Captured();
        Captured err = new Captured();
        Shell shell = new Shell(
                new Shell.Settings(TextTools.programs(), new MemoryFiles(FROZEN::now), FROZEN)
                        .forTerminal(100_000, () -> 80),
                Map.of("HOME", "/lab"));
        int[] status = {0};
        Throwable[] thrown = {null};
        Thread running = new Thread(() -> status[0] =
                shell.run(script, new ByteArrayInputStream("a 1\nb 2\n".getBytes(StandardCharsets.UTF_8)), out, err));
        running.setUncaughtExceptionHandler((thread, problem) -> thrown[0] = problem);
        running.start();
        running.join(2000);
        if (running.isAlive()) {
            shell.stop();
            running.join(20_000);
        }
        if (running.isAlive() || thrown[0] != null) {
            throw new IllegalStateException("does not end", thrown[0]);
        }
        return new ShellScript(status[0], out.text(), err.text());
    }

    public static void main(String[] args) throws IOException {
        ShellScript done = run(args[0], Path.of("."));
        System.out.write(done.out.getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        System.err.print(done.err);
        System.exit(done.status);
    }
}
