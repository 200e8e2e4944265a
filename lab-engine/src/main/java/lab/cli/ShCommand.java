package lab.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cluster.Cluster;
import lab.shell.Shell;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab sh}: the lab's shell without a terminal, on a fresh ready mesh or a saved one. */
@Command(
        name = "sh",
        description = "Run commands in the lab's shell, on a fresh mesh with Istio ready and no samples.",
        mixinStandardHelpOptions = true)
final class ShCommand implements Callable<Integer> {
    @Option(names = "-c", paramLabel = "COMMANDS", description = "The commands to run.")
    @Nullable
    String commands;

    @Option(
            names = "--resume",
            description = "Go on with the mesh that is saved in --home, and save it there again afterwards.")
    boolean resume;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE [ARGUMENT]",
            description = "A script and its arguments; standard input if neither FILE nor -c is given.")
    List<String> words = new ArrayList<>();

    private final Surroundings surroundings;
    private final CommonOptions options;

    ShCommand(Surroundings surroundings, CommonOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    @Override
    public Integer call() {
        options.checkCluster(surroundings.clusters());
        Script script;
        try {
            script = Script.given(commands, words, surroundings.in());
        } catch (Script.Unreadable problem) {
            surroundings.err().println("lab: " + problem.getMessage());
            return problem.code();
        }
        Path home = options.home(surroundings.environment());
        Path workspace = options.workspace == null ? Path.of("") : options.workspace;
        try (Cluster cluster = options.fresh(surroundings.clusters());
                ResumedMesh saved = resume ? ResumedMesh.open(home, cluster, surroundings.err()) : ResumedMesh.NONE) {
            FaultLog log = new FaultLog(home);
            Shell.Settings settings = ShellSettings.of(cluster, Workspaces.open(workspace.toAbsolutePath()))
                    .named(script.name())
                    .reportingFaultsTo(fault -> surroundings.err().println(log.where(fault)));
            Shell shell = new Shell(settings, Map.of("NS", "default"));
            shell.positional(script.arguments());
            Runnable ended = Signals.onInterrupt(shell::stop);
            try {
                int code = run(shell, script);
                return saved.save() ? code : Math.max(code, Exit.BROKEN);
            } finally {
                ended.run();
            }
        }
    }

    private int run(Shell shell, Script script) {
        InputStream in = script.input();
        return shell.run(script.text(), in, surroundings.out(), surroundings.err());
    }
}
