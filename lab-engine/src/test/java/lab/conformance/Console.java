package lab.conformance;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.cluster.Cluster;
import lab.shell.Captured;
import lab.shell.FileProblem;
import lab.shell.MemoryFiles;
import lab.shell.Output;
import lab.shell.Program;
import lab.shell.Shell;
import lab.shell.text.TextTools;

/** A shell on a cluster, with the recorded samples in its folder {@code samples}, one command at a time. */
public final class Console {
    private final List<Throwable> faults = new ArrayList<>();
    private final Shell shell;

    public Console(Cluster cluster) {
        MemoryFiles files = new MemoryFiles(cluster.time()::now);
        try {
            files.makeDirectory("samples");
            for (String sample : Recordings.names("samples")) {
                try (Output file = files.write("samples/" + sample, false)) {
                    file.print(Recordings.text("samples/" + sample));
                }
            }
        } catch (FileProblem e) {
            throw new IllegalStateException(e);
        }
        Map<String, Program> programs = new LinkedHashMap<>(TextTools.programs());
        programs.putAll(cluster.programs());
        shell = new Shell(
                new Shell.Settings(programs, files, cluster.time()).reportingFaultsTo(faults::add),
                Map.of("NS", "default"));
    }

    public Answer run(String command) {
        Captured out = new Captured();
        Captured err = new Captured();
        int exit = shell.run(command, InputStream.nullInputStream(), out, err);
        return Answer.of(command, exit, out.text(), err.text());
    }

    /** Faults of the lab itself so far; none should ever be. */
    public List<Throwable> faults() {
        return List.copyOf(faults);
    }
}
