package lab.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lab.shell.Captured;
import lab.shell.MemoryFiles;
import lab.shell.Program;
import lab.shell.Shell;
import lab.shell.text.TextTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands that wait for what may never come. */
@Timeout(60)
class WaitingTest {
    private final Sandbox sandbox = Sandbox.fresh(1);
    private final Captured out = new Captured();
    private final Shell shell = shell();

    private Shell shell() {
        Map<String, Program> programs = new LinkedHashMap<>(TextTools.programs());
        programs.putAll(sandbox.programs());
        return new Shell(programs, new MemoryFiles(sandbox.time()::now), sandbox.time(), Map.of());
    }

    private int run(String line) {
        return shell.run(line, InputStream.nullInputStream(), out, out);
    }

    @Test
    void aWatchEndsWhenTheServerClosesIt() {
        Instant start = sandbox.time().now();
        assertEquals(0, run("kubectl get ns -w"));
        Duration took = Duration.between(start, sandbox.time().now());
        assertTrue(
                took.compareTo(Duration.ofMinutes(30)) >= 0 && took.compareTo(Duration.ofHours(1)) < 0,
                took.toString());
    }

    @Test
    void aWatchInAPipelineEndsWithItsReader() {
        assertEquals(0, run("kubectl get ns -w | head -2"));
        assertTrue(out.text().startsWith("NAME"), out.text());
    }

    @Test
    void ctrlCEndsAWatchAtThePrompt() throws InterruptedException {
        assertEquals(130, interrupted("kubectl get pods -A -w"));
    }

    @Test
    void ctrlCEndsAFollowedLogAtThePrompt() throws InterruptedException {
        assertEquals(130, interrupted("kubectl logs -n istio-system deploy/istiod -f"));
    }

    /** The exit code of a line typed at the prompt and stopped a moment later. */
    private int interrupted(String line) throws InterruptedException {
        sandbox.pass(Duration.ofSeconds(1));
        int[] code = {-1};
        Thread learner = new Thread(() -> code[0] = run(line));
        learner.start();
        Thread.sleep(300);
        shell.stop();
        learner.join(10_000);
        return code[0];
    }

    @Test
    void atThePromptAWatchThatSeesNothingLetsNoDaysPass() throws InterruptedException {
        sandbox.pass(Duration.ofSeconds(1));
        Instant start = sandbox.time().now();
        Thread learner = new Thread(() -> run("kubectl get ns -w"));
        learner.start();
        Thread.sleep(500);
        shell.stop();
        learner.join(10_000);
        Duration took = Duration.between(start, sandbox.time().now());
        assertTrue(took.compareTo(Duration.ofMinutes(2)) < 0, took.toString());
    }
}
