package lab.kubectl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.kube.Api;
import lab.shell.Invocation;
import lab.shell.Program;
import lab.shell.pflag.Flag;
import lab.shell.pflag.FlagProblem;
import lab.shell.pflag.FlagSet;
import lab.shell.pflag.Flags;

/** kubectl 1.34 over an API: finds the subcommand, reads its flags, runs it, prints what went wrong. */
// models kubectl pkg/cmd/cmd.go and spf13/cobra command.go
public final class Kubectl implements Program {
    private final Api api;

    public Kubectl(Api api) {
        this.api = api;
    }

    @Override
    public int run(Invocation call) {
        try {
            return dispatch(call);
        } catch (KubectlFailure failure) {
            if (!failure.text().isEmpty()) {
                call.err().print(failure.text() + (failure.text().endsWith("\n") ? "" : "\n"));
            }
            return failure.code();
        }
    }

    private int dispatch(Invocation call) {
        List<String> words = new ArrayList<>(call.arguments());
        String path = "kubectl";
        Command command = new Root();
        int at = next(words, command);
        while (at >= 0) {
            Optional<Command> chosen = Suggestions.named(command.subcommands(), words.get(at));
            if (chosen.isEmpty()) {
                break;
            }
            command = chosen.get();
            path += " " + command.name();
            words.remove(at);
            at = command.subcommands().isEmpty() ? -1 : next(words, command);
        }
        if (command instanceof Root root && at >= 0) {
            if (words.get(at).equals("help")) {
                return help(call, words.subList(at + 1, words.size()));
            }
            throw root.unknown(words.get(at));
        }
        return run(call, path, command, words);
    }

    private int run(Invocation call, String path, Command command, List<String> words) {
        boolean asked = words.contains("--help") || words.contains("-h");
        if ((asked && !words.contains("--")) || isGroup(command, words)) {
            HelpPage.print(call.out(), path, command);
            return 0;
        }
        Flags flags;
        try {
            flags = Flags.parse(command.flags().addAll(GlobalFlags.ALL), words);
        } catch (FlagProblem problem) {
            throw new KubectlFailure(problem.text() + "\nSee '" + path + " --help' for usage.");
        }
        GlobalFlags.check(flags);
        Kubeconfig kubeconfig = KubeconfigFile.load(call.environment(), flags);
        Client client = new Client(api, call, flags.text("as"), GlobalFlags.requestTimeout(flags));
        int code = command.run(new Call(path, command, flags, call, client, () -> Resources.discover(api), kubeconfig));
        int warnings = client.warnings();
        if (warnings > 0 && flags.bool("warnings-as-errors")) {
            throw new KubectlFailure(warnings + (warnings == 1 ? " warning received" : " warnings received"));
        }
        return code;
    }

    /** A command without words that only has subcommands shows its page. */
    private static boolean isGroup(Command command, List<String> words) {
        return words.isEmpty()
                && !command.subcommands().isEmpty()
                && command.flags().all().isEmpty();
    }

    private static int help(Invocation call, List<String> words) {
        Command command = new Root();
        StringBuilder path = new StringBuilder("kubectl");
        for (String word : words) {
            Optional<Command> chosen = Suggestions.named(command.subcommands(), word);
            if (chosen.isEmpty()) {
                call.out().println("Unknown help topic [`" + String.join("` `", words) + "`]");
                break;
            }
            command = chosen.get();
            path.append(' ').append(command.name());
        }
        HelpPage.print(call.out(), path.toString(), command);
        return 0;
    }

    /** Where the next word stands that is no flag and no flag's value, or -1. */
    private static int next(List<String> words, Command command) {
        FlagSet known = command.flags().addAll(GlobalFlags.ALL);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.equals("--")) {
                return -1;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                return at;
            }
            if (takesNext(word, known)) {
                at++;
            }
        }
        return -1;
    }

    private static boolean takesNext(String word, FlagSet known) {
        if (word.contains("=")) {
            return false;
        }
        Flag flag = word.startsWith("--")
                ? known.named(word.substring(2))
                : word.length() == 2 ? known.lettered(word.charAt(1)) : null;
        return flag != null && flag.bare() == null;
    }
}
