package lab.sandbox;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lab.shell.Captured;
import lab.shell.FileProblem;
import lab.shell.MemoryFiles;
import lab.shell.Output;
import lab.shell.Program;
import lab.shell.Shell;
import lab.shell.text.TextTools;

/** Somebody at the shell of a fresh sandbox. */
final class Learner {
    /** What a line printed. */
    record Result(String out, String err, int code) {}

    private final Sandbox sandbox = Sandbox.fresh(1);
    private final MemoryFiles files = new MemoryFiles(sandbox.time()::now);
    private final Shell shell = shell();

    private Shell shell() {
        Map<String, Program> programs = new HashMap<>(TextTools.programs());
        programs.putAll(sandbox.programs());
        return new Shell(programs, files, sandbox.time(), Map.of());
    }

    Result run(String line) {
        Captured out = new Captured();
        Captured err = new Captured();
        int code = shell.run(line, InputStream.nullInputStream(), out, err);
        return new Result(out.text(), err.text(), code);
    }

    /** Standard output and standard error together. */
    String says(String line) {
        Result result = run(line);
        return result.out() + result.err();
    }

    /** Seconds of sandbox time that a line takes. */
    long seconds(String line) {
        Instant before = sandbox.time().now();
        run(line);
        return Duration.between(before, sandbox.time().now()).toSeconds();
    }

    void file(String name, String text) {
        try (Output out = files.write(name, false)) {
            out.print(text);
        } catch (FileProblem problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** A pod, as {@code kubectl apply} creates it. */
    String pod(String name, String labels, String annotations) {
        file(
                name + ".yaml",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: " + name + ", labels: {" + labels + "}, annotations: {"
                        + annotations
                        + "}}\nspec: {containers: [{name: app, image: busybox, command: [sleep, 1d]}]}\n");
        return says("kubectl apply -f " + name + ".yaml");
    }

    String containers(String pod) {
        return says("kubectl get pod " + pod
                + " -o jsonpath='{.spec.initContainers[*].name} | {.spec.containers[*].name}'");
    }
}
