package lab.kubectl;

import java.util.List;
import lab.shell.pflag.FlagSet;

/** One subcommand of kubectl. A group such as {@code create} has subcommands of its own. */
public interface Command {
    String name();

    default List<String> aliases() {
        return List.of();
    }

    Help help();

    /** The flags beside the global ones. */
    FlagSet flags();

    default List<Command> subcommands() {
        return List.of();
    }

    /**
     * @return the exit code
     * @throws KubectlFailure what stderr shows
     */
    int run(Call call);
}
