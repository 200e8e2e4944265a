package lab.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import lab.shell.text.TextTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C: {@link Shell#stop()} from another thread. */
class InterruptTest {
    private final CountDownLatch running = new CountDownLatch(1);
    private final Map<String, Program> programs = TextTools.programs();
    private final Shell shell = new Shell(programs, new MemoryFiles(() -> Instant.EPOCH), new WallTime(), Map.of());
    private final Captured out = new Captured();
    private final Captured err = new Captured();

    InterruptTest() {
        programs.put("ready", call -> {
            running.countDown();
            return 0;
        });
    }

    /** A clock whose sleep lasts until someone wakes it. */
    private static final class WallTime implements Time {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void sleep(Duration duration) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new Interrupted();
            }
        }
    }

    private int run(String script) {
        return shell.run(script, InputStream.nullInputStream(), out, err);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ready; while true; do :; done",
                "ready; until false; do :; done",
                "ready; for ((;;)); do :; done",
                "ready; f() { while :; do true; done; }; f",
                "ready; x=$(while true; do :; done)",
                "ready; (while true; do echo x; done) > /dev/null",
                "ready; yes > /dev/null",
                "ready; yes | cat > /dev/null",
                "ready; yes | sed s/y/x/ | grep -v y | awk '{n++}' > /dev/null",
                "ready; while true; do echo a; done | sort",
                "ready; awk 'BEGIN { while (1); }'",
                "ready; awk 'function f() { for (;;) n++ } BEGIN { f() }'",
                "ready; echo a | sed ':x;bx'",
                "ready; while true; do sleep 1; done",
                "ready; yes | while read x; do :; done",
                "ready; yes | jq -R . > /dev/null",
                "ready; yes | sort | uniq -c",
                "ready; yes | tee f > /dev/null",
                "ready; seq 1 99999999999 > /dev/null",
                "ready; yes | tr y x > /dev/null",
                "ready; yes | xargs -n1 true",
                "ready; yes | wc -l",
                "ready; yes | tail -1",
                "ready; watch -n 1 true > /dev/null",
                "set -e; ready; while true; do :; done || echo never",
            })
    void endsWhatRunsWith130(String script) {
        int status = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Thread stopper = new Thread(() -> {
                try {
                    running.await();
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    return;
                }
                shell.stop();
            });
            stopper.start();
            return run(script + "; echo went on");
        });
        assertEquals(130, status);
        assertEquals("", out.text());
        assertEquals("", err.text());
    }

    @Test
    void worksAgainAfterwards() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Thread stopper = new Thread(() -> {
                try {
                    running.await();
                } catch (InterruptedException e) {
                    return;
                }
                shell.stop();
            });
            stopper.start();
            run("x=kept; f() { local x=inner; for i in 1 2; do ready; while true; do :; done; done; }; f");
            stopper.join();
            assertEquals(0, run("echo $x; echo a | cat"));
        });
        assertEquals("kept\na\n", out.text());
    }
}
