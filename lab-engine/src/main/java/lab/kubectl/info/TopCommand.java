package lab.kubectl.info;

import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl top}: there is no metrics server, as in a fresh kind cluster. */
public final class TopCommand implements Command {
    private static final Help HELP = Help.of("Display resource (CPU/memory) usage", "pod|node [NAME | -l label]");

    @Override
    public String name() {
        return "top";
    }

    @Override
    public Help help() {
        return HELP;
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public List<Command> subcommands() {
        return List.of(new Usage("pod", List.of("pods", "po")), new Usage("node", List.of("nodes", "no")));
    }

    @Override
    public int run(Call call) {
        throw new KubectlFailure("Metrics API not available");
    }

    private record Usage(String name, List<String> aliases) implements Command {
        @Override
        public Help help() {
            return HELP;
        }

        @Override
        public FlagSet flags() {
            return new FlagSet()
                    .bool(
                            "all-namespaces",
                            'A',
                            false,
                            "If present, list the requested object(s) across all namespaces.")
                    .bool("containers", "If present, print usage of containers within a pod.")
                    .bool("no-headers", "If present, print output without headers")
                    .string("selector", 'l', "", "Selector (label query) to filter on.")
                    .string("sort-by", "If non-empty, sort list using specified field.");
        }

        @Override
        public int run(Call call) {
            throw new KubectlFailure("Metrics API not available");
        }
    }
}
