package lab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cluster.Cluster;
import lab.shell.Shell;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab sh}: the lab's shell without a terminal, on a fresh ready mesh. */
@Command(
        name = "sh",
        description = "Run commands in the lab's shell, on a fresh mesh with Istio ready and no samples.",
        mixinStandardHelpOptions = true)
final class ShCommand implements Callable<Integer> {
    private static final int NO_SUCH_FILE = 127;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    @Option(names = "-c", paramLabel = "COMMANDS", description = "The commands to run.")
    @Nullable
    String commands;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A script; standard input if neither is given.")
    @Nullable
    Path file;

    private final Surroundings surroundings;

    ShCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String given = commands;
        Path script = file;
        String text;
        InputStream in = surroundings.in();
        String name = "lab";
        try {
            if (given != null) {
                text = given;
            } else if (script != null) {
                name = script.toString();
                text = Files.readString(script);
            } else {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                in = InputStream.nullInputStream();
            }
        } catch (IOException e) {
            surroundings.err().println("lab: " + script + ": No such file or directory");
            return NO_SUCH_FILE;
        }
        Path workspace = options.workspace == null ? Path.of("") : options.workspace;
        try (Cluster cluster = options.fresh(surroundings.clusters())) {
            Shell.Settings settings = ShellSettings.of(cluster, Workspaces.open(workspace.toAbsolutePath()))
                    .named(name)
                    .reportingFaultsTo(fault -> new FaultLog(options.home(surroundings.environment())).report(fault));
            Shell shell = new Shell(settings, Map.of("NS", "default"));
            Signals.onInterrupt(shell::stop);
            return shell.run(text, in, surroundings.out(), surroundings.err());
        }
    }
}
