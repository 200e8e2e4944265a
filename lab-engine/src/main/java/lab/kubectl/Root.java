package lab.kubectl;

import java.util.List;
import lab.shell.pflag.FlagSet;
import lab.shell.pflag.Nearness;

/** {@code kubectl} itself: the list of its commands. */
final class Root implements Command {
    @Override
    public String name() {
        return "kubectl";
    }

    @Override
    public Help help() {
        return Help.of("kubectl controls the Kubernetes cluster manager", "[flags] [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public List<Command> subcommands() {
        return CommandTable.all();
    }

    @Override
    public int run(Call call) {
        HelpPage.print(call.out(), call.path(), this);
        return 0;
    }

    KubectlFailure unknown(String word) {
        List<String> near =
                Nearness.near(subcommands().stream().map(Command::name).toList(), word);
        String meant = near.isEmpty() ? "" : "\n\nDid you mean this?\n\t" + String.join("\n\t", near);
        return new KubectlFailure("unknown command \"" + word + "\" for \"kubectl\"" + meant);
    }
}
