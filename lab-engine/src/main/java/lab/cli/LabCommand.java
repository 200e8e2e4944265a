package lab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lab}: the terminal; goes on where the learner stopped. */
@Command(
        name = "lab",
        description = "Learn how Istio's sidecar works, by doing it: a terminal, a mesh, and lessons.",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Without a command the terminal opens and goes on where you stopped.",
            "Exit codes: 0 done, 1 the work fails, 2 usage, 3 the lab or its cluster is broken."
        })
final class LabCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions options;

    private final Surroundings surroundings;

    LabCommand(Surroundings surroundings, CommonOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    String version() {
        return surroundings.version();
    }

    @Override
    public Integer call() {
        return new TerminalSession(surroundings, options).run();
    }
}
