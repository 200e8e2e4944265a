package lab.kubectl.settings;

import java.util.List;
import lab.kube.Yaml;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.Kubeconfig;
import lab.kubectl.KubeconfigFile;
import lab.kubectl.KubectlFailure;
import lab.kubectl.text.TabWriter;
import lab.shell.pflag.FlagSet;

/** {@code kubectl config}: one context, whose namespace can be changed. */
// models kubectl pkg/cmd/config@1.34
public final class ConfigCommand implements Command {
    private interface Action {
        int run(Call call);
    }

    private record Part(String name, String summary, FlagSet flags, Action action) implements Command {
        @Override
        public Help help() {
            return Help.of(summary, "[options]");
        }

        @Override
        public int run(Call call) {
            return action.run(call);
        }
    }

    @Override
    public String name() {
        return "config";
    }

    @Override
    public Help help() {
        return Help.of("Modify kubeconfig files", "SUBCOMMAND [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public List<Command> subcommands() {
        return List.of(
                new Part("current-context", "Display the current-context", new FlagSet(), call -> {
                    call.println(call.kubeconfig().context());
                    return 0;
                }),
                new Part(
                        "get-contexts",
                        "Describe one or many contexts",
                        new FlagSet()
                                .bool("no-headers", "Do not print headers.")
                                .string("output", 'o', "", "Output format. One of: (name)."),
                        ConfigCommand::contexts),
                new Part(
                        "set-context",
                        "Set a context entry in kubeconfig",
                        new FlagSet().bool("current", "Modify the current context"),
                        ConfigCommand::setContext),
                new Part(
                        "use-context",
                        "Set the current-context in a kubeconfig file",
                        new FlagSet(),
                        ConfigCommand::use),
                new Part(
                        "view",
                        "Display merged kubeconfig settings or a specified kubeconfig file",
                        new FlagSet()
                                .bool("minify", "Remove all information not used by current-context from the output.")
                                .string("output", 'o', "yaml", "Output format. One of: (json, yaml)."),
                        ConfigCommand::view));
    }

    @Override
    public int run(Call call) {
        if (call.arguments().isEmpty()) {
            return 0;
        }
        throw new KubectlFailure("kubectl config " + call.arguments().get(0) + " is not available in the sandbox yet");
    }

    private static int contexts(Call call) {
        Kubeconfig config = call.kubeconfig();
        if (call.flags().text("output").equals("name")) {
            call.println(config.context());
            return 0;
        }
        String header = call.flags().bool("no-headers") ? "" : "CURRENT\tNAME\tCLUSTER\tAUTHINFO\tNAMESPACE\n";
        call.out()
                .print(TabWriter.table(header + "*\t" + config.context() + "\t" + config.cluster() + "\t"
                        + config.user() + "\t" + config.chosenNamespace() + "\n"));
        return 0;
    }

    private static int setContext(Call call) {
        String context = call.kubeconfig().context();
        boolean known = call.flags().bool("current") || call.arguments().equals(List.of(context));
        if (!known) {
            throw new KubectlFailure(
                    "kubectl config set-context of another context is not available in the sandbox yet");
        }
        KubeconfigFile.save(call, call.flags().text("namespace"));
        call.println("Context \"" + context + "\" modified.");
        return 0;
    }

    private static int use(Call call) {
        String wanted = call.arguments().isEmpty() ? "" : call.arguments().get(0);
        if (!wanted.equals(call.kubeconfig().context())) {
            throw new KubectlFailure("no context exists with the name: \"" + wanted + "\"");
        }
        call.println("Switched to context \"" + wanted + "\".");
        return 0;
    }

    private static int view(Call call) {
        if (!call.flags().text("output").equals("yaml")) {
            throw new KubectlFailure(
                    "kubectl config view -o " + call.flags().text("output") + " is not available in the sandbox yet");
        }
        call.out().print(Yaml.print(call.kubeconfig().document()));
        return 0;
    }
}
