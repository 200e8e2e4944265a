package lab.kubectl.rollout;

import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl rollout}: the group of the commands about rollouts. */
public final class RolloutCommand implements Command {
    @Override
    public String name() {
        return "rollout";
    }

    @Override
    public Help help() {
        return Help.of("Manage the rollout of a resource", "SUBCOMMAND");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public List<Command> subcommands() {
        return List.of(
                new HistoryCommand(),
                new PauseCommand(true),
                new RestartCommand(),
                new PauseCommand(false),
                new StatusCommand(),
                new UndoCommand());
    }

    @Override
    public int run(Call call) {
        throw new KubectlFailure("unknown command \"" + String.join(" ", call.arguments())
                + "\"\nSee 'kubectl rollout -h' for help and examples");
    }
}
