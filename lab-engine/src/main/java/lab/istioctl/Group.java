package lab.istioctl;

import java.util.List;

/** A command that only has commands of its own. */
record Group(String name, List<String> aliases, String summary, List<Subcommand> subcommands) implements Subcommand {
    @Override
    public int run(Call call) {
        throw new IllegalStateException("a group is not run");
    }
}
