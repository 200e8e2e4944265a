package lab.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.shell.text.TextTools;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private final Map<String, Program> programs = TextTools.programs();
    private final List<String> events = new ArrayList<>();
    private final Captured out = new Captured();
    private final Captured err = new Captured();

    private int run(String script, long limit) {
        Shell.Settings settings = new Shell.Settings(programs, new MemoryFiles(() -> Instant.EPOCH), ShellScript.FROZEN)
                .forTerminal(limit, () -> 80);
        return new Shell(settings, Map.of()).run(script, InputStream.nullInputStream(), out, err);
    }

    @Test
    void endsAnEndlessWriterWhenItsReaderIsDone() {
        assertEquals(0, run("yes | head -1; yes | sed 2q; yes | awk 'NR==2{exit}{print}'; yes | grep -m1 y", 0));
        assertEquals("y\ny\ny\ny\ny\n", out.text());
        assertEquals("", err.text());
    }

    @Test
    void givesALineToTheReaderBeforeTheWriterEnds() {
        programs.put("slow", call -> {
            for (int i = 1; i <= 3; i++) {
                call.out().println("line " + i);
                events.add("wrote " + i);
                call.environment().time().sleep(java.time.Duration.ofSeconds(1));
            }
            return 0;
        });
        programs.put("show", call -> {
            StringBuilder line = new StringBuilder();
            try {
                for (int c = call.in().read(); c >= 0; c = call.in().read()) {
                    if (c == '\n') {
                        events.add("read " + line);
                        line.setLength(0);
                    } else {
                        line.append((char) c);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return 0;
        });
        run("slow | sed s/line/l/ | show", 0);
        assertEquals(List.of("wrote 1", "read l 1", "wrote 2", "read l 2", "wrote 3", "read l 3"), events);
    }

    @Test
    void answersTheSameEachTime() {
        String script =
                "for i in 1 2 3; do echo $i; echo e$i >&2; done 2>&1 | cat | while read x; do echo \"<$x>\"; done"
                        + "; seq 2000 | tee f | grep 7 | sort -r | head -3; wc -l < f";
        run(script, 0);
        String first = out.text();
        for (int i = 0; i < 20; i++) {
            Captured again = new Captured();
            new Shell(programs, new MemoryFiles(() -> Instant.EPOCH), ShellScript.FROZEN, Map.of())
                    .run(script, InputStream.nullInputStream(), again, again);
            assertEquals(first, again.text());
        }
    }

    @Test
    void tellsTheWriterThatTheReaderIsGone() {
        programs.put("writer", call -> {
            BrokenPipe gone = assertThrows(BrokenPipe.class, () -> {
                for (int i = 0; i < 1_000_000; i++) {
                    call.out().println("x");
                }
            });
            events.add("told");
            throw gone;
        });
        assertEquals(141, run("set -o pipefail; writer | true", 0));
        assertEquals(List.of("told"), events);
    }

    @Test
    void cutsOffEndlessOutputWithANotice() {
        assertEquals(141, run("yes", 10));
        assertEquals("y\ny\ny\ny\ny\n", out.text());
        assertEquals("\nlab: output cut off after 10 bytes\n", err.text());
    }

    @Test
    void limitsEachRunAnew() {
        run("echo 123456", 8);
        run("echo 123456", 8);
        assertEquals("123456\n123456\n", out.text());
        assertEquals("", err.text());
    }

    @Test
    void endsALoopWhoseOutputIsCutOff() {
        run("while true; do echo abc; done", 20);
        assertEquals(20, out.bytes().length);
    }

    @Test
    void endsALoopOfBuiltInsWhoseReaderIsGone() {
        assertEquals(0, run("while true; do echo a; done | head -1; while true; do printf b; done | head -c 3", 0));
        assertEquals("a\nbbb", out.text());
    }

    @Test
    void closesTheInputOfAProgramThatDoesNotRead() {
        assertEquals(0, run("seq 100000 | true; seq 100000 | { read x; echo $x; }", 0));
        assertEquals("1\n", out.text());
    }

    @Test
    void holdsAThousandLinesWithoutAReaderYet() {
        run("seq 100000 | { sleep 1; tail -1; }", 0);
        assertEquals("100000\n", out.text());
    }
}
