package lab.kubectl;

import lab.shell.pflag.FlagSet;

/** A command of the real kubectl that the sandbox does not model; refused by its name. */
record Unavailable(String name, String summary) implements Command {
    @Override
    public Help help() {
        return Help.of(summary, "[options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public int run(Call call) {
        throw refusal();
    }

    KubectlFailure refusal() {
        return new KubectlFailure("kubectl " + name + " is not available in the sandbox yet");
    }
}
