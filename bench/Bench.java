import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.zip.GZIPOutputStream;
import lab.sandbox.Sandbox;
import lab.shell.Captured;
import lab.shell.MemoryFiles;
import lab.shell.Program;
import lab.shell.Shell;
import lab.shell.text.TextTools;

/**
 * Measures inside one JVM: a command in a warm sandbox, and many sandboxes at once.
 *
 * <p>usage: java -cp lab-engine/target/lab.jar bench/Bench.java
 */
public final class Bench {
    private static final int RUNS = 200;
    private static final int SANDBOXES = 100;

    private Bench() {}

    public static void main(String[] args) throws IOException {
        Sandbox sandbox = Sandbox.fresh(1);
        Map<String, Program> programs = new HashMap<>(TextTools.programs());
        programs.putAll(sandbox.programs());
        Shell shell = new Shell(programs, new MemoryFiles(sandbox.time()::now), sandbox.time(), Map.of());
        measure(shell, "kubectl get pods");
        measure(shell, "kubectl get pods -A");
        measure(shell, "kubectl get pods -A -o yaml");
        measure(shell, "kubectl describe pods -n istio-system");
        measure(shell, "istioctl version");
        measure(shell, "kubectl get pods -A | grep istiod | awk '{print $2}'");
        List<Long> saves = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            try (OutputStream out = new GZIPOutputStream(new ByteArrayOutputStream())) {
                out.write(sandbox.save().toString().getBytes(StandardCharsets.UTF_8));
            }
            saves.add(System.nanoTime() - start);
        }
        print("save the sandbox's state, compressed", saves);
        many("each with a seed of its own", i -> i + 1);
        many("all of one seed", i -> 1);
    }

    private static void measure(Shell shell, String command) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            Captured out = new Captured();
            long start = System.nanoTime();
            int code = shell.run(command, InputStream.nullInputStream(), out, out);
            times.add(System.nanoTime() - start);
            if (code != 0) {
                throw new IllegalStateException(command + ": " + out.text());
            }
        }
        print(command, times.subList(RUNS / 2, RUNS));
    }

    private static void print(String what, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-60s least %6.2f ms, median %6.2f ms%n", what, sorted[0] / 1e6, sorted[sorted.length / 2] / 1e6);
    }

    private static void many(String how, IntUnaryOperator seed) {
        Runtime runtime = Runtime.getRuntime();
        Sandbox[] sandboxes = new Sandbox[SANDBOXES];
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long start = System.nanoTime();
        Arrays.setAll(sandboxes, i -> Sandbox.fresh(seed.applyAsInt(i)));
        long took = System.nanoTime() - start;
        System.gc();
        long used = runtime.totalMemory() - runtime.freeMemory() - before;
        System.out.printf(
                "%d sandboxes in one JVM, %s: %d MB, %.0f ms each%n",
                sandboxes.length, how, used >> 20, took / 1e6 / SANDBOXES);
    }
}
