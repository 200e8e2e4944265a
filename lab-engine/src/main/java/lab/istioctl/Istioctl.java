package lab.istioctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.kube.Api;
import lab.shell.Invocation;
import lab.shell.Program;
import lab.shell.pflag.FlagProblem;
import lab.shell.pflag.FlagSet;
import lab.shell.pflag.Flags;
import lab.shell.pflag.Nearness;

/** istioctl 1.30 over an API: finds the command, reads its flags, runs it, prints what went wrong. */
// models spf13/cobra command.go, and istio istioctl/cmd/istioctl/main.go@1.30.3 for the exit codes
public final class Istioctl implements Program {
    private final Api api;
    private final List<Subcommand> commands;

    /**
     * @param installation what {@code install} applies
     * @param injection what {@code kube-inject} does
     */
    public Istioctl(Api api, Installation installation, Injection injection) {
        this.api = api;
        this.commands = CommandTable.of(installation, injection);
    }

    @Override
    public int run(Invocation invocation) {
        try {
            return dispatch(invocation);
        } catch (IstioctlFailure failure) {
            invocation.err().println(failure.text());
            return failure.code();
        }
    }

    private int dispatch(Invocation invocation) {
        List<String> words = new ArrayList<>(invocation.arguments());
        List<Subcommand> path = new ArrayList<>();
        List<Subcommand> open = commands;
        int at = nextWord(words, 0, flags(path));
        while (at >= 0 && !open.isEmpty()) {
            String word = words.get(at);
            Optional<Subcommand> chosen =
                    open.stream().filter(command -> command.isNamed(word)).findFirst();
            if (chosen.isEmpty()) {
                if (path.isEmpty() && word.equals("help")) {
                    invocation.out().print(HelpPage.text(path, commands));
                    return 0;
                }
                if (path.isEmpty()) {
                    throw unknown(word);
                }
                break;
            }
            path.add(chosen.get());
            words.remove(at);
            open = chosen.get().subcommands();
            at = nextWord(words, at, flags(path));
        }
        boolean asked = words.contains("--help") || words.contains("-h");
        boolean group = path.isEmpty() || !open.isEmpty();
        if (asked || group) {
            readFlags(path, asked ? List.of() : words);
            invocation.out().print(HelpPage.text(path, commands));
            return 0;
        }
        Subcommand command = path.get(path.size() - 1);
        if (command instanceof Unavailable) {
            throw new IstioctlFailure(HelpPage.words(path) + " is not available in the sandbox yet");
        }
        try {
            return command.run(new Call(invocation, readFlags(path, words), api));
        } catch (IstioctlFailure failure) {
            if (failure.usage()) {
                invocation.err().println(HelpPage.usage(path));
            }
            throw failure;
        }
    }

    private static Flags readFlags(List<Subcommand> path, List<String> words) {
        try {
            return Flags.parse(flags(path), words);
        } catch (FlagProblem wrong) {
            throw new IstioctlFailure(wrong.text(), IstioctlFailure.USAGE);
        }
    }

    private static FlagSet flags(List<Subcommand> path) {
        FlagSet own = path.isEmpty() ? new FlagSet() : path.get(path.size() - 1).flags();
        return own.addAll(GlobalFlags.all());
    }

    private IstioctlFailure unknown(String word) {
        List<String> near =
                Nearness.near(commands.stream().map(Subcommand::name).toList(), word);
        String meant = near.isEmpty() ? "" : "\n\nDid you mean this?\n\t" + String.join("\n\t", near) + "\n";
        return new IstioctlFailure(
                "unknown command \"" + word + "\" for \"istioctl\"" + meant + "\nRun 'istioctl --help' for usage.",
                IstioctlFailure.USAGE);
    }

    /** Where the next word stands that is no flag and no flag's value, or -1. */
    private static int nextWord(List<String> words, int from, FlagSet known) {
        for (int at = from; at < words.size(); at++) {
            String word = words.get(at);
            if (word.equals("--")) {
                return -1;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                return at;
            }
            if (!word.contains("=") && GlobalFlags.takesValue(word, known)) {
                at++;
            }
        }
        return -1;
    }
}
