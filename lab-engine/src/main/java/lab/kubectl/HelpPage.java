package lab.kubectl;

import java.util.List;
import lab.shell.Output;
import lab.shell.pflag.Flag;

/** Help pages in kubectl's structure. */
// models kubectl pkg/util/templates/templates.go@1.34
final class HelpPage {
    private static final String OPTIONS =
            "Use \"kubectl options\" for a list of global command-line options (applies to all commands).\n";
    private static final String HEAD = """
        kubectl controls the Kubernetes cluster manager.

         Find more information at: https://kubernetes.io/docs/reference/kubectl/

        """;
    private static final String FOOT = """
        Usage:
          kubectl [flags] [options]

        Use "kubectl <command> --help" for more information about a given command.
        """ + OPTIONS;

    private HelpPage() {}

    static void print(Output out, String path, Command command) {
        out.print(command instanceof Root ? root() : page(path, command));
    }

    private static String root() {
        StringBuilder page = new StringBuilder(HEAD);
        for (CommandTable.Group group : CommandTable.groups()) {
            page.append(group.title()).append(":\n");
            list(page, group.commands(), 13);
            page.append('\n');
        }
        return page.append(FOOT).toString();
    }

    private static void list(StringBuilder page, List<Command> commands, int width) {
        for (Command command : commands) {
            page.append(("  %-" + width + "s   %s")
                            .formatted(command.name(), command.help().summary())
                            .stripTrailing())
                    .append('\n');
        }
    }

    private static String page(String path, Command command) {
        Help help = command.help();
        StringBuilder page = new StringBuilder(help.details()).append("\n\n");
        if (!command.aliases().isEmpty()) {
            page.append("Aliases:\n").append(command.name());
            command.aliases().forEach(alias -> page.append(", ").append(alias));
            page.append("\n\n");
        }
        if (!help.examples().isEmpty()) {
            page.append("Examples:\n").append(help.examples()).append("\n\n");
        }
        if (!command.subcommands().isEmpty()) {
            page.append("Available Commands:\n");
            int width = command.subcommands().stream()
                    .mapToInt(sub -> sub.name().length())
                    .max()
                    .orElse(0);
            list(page, command.subcommands(), Math.max(width, 11));
            page.append('\n');
        }
        if (!command.flags().all().isEmpty()) {
            page.append("Options:\n");
            command.flags().all().stream()
                    .sorted((left, right) -> left.name().compareTo(right.name()))
                    .forEach(flag -> page.append(option(flag)).append('\n'));
        }
        page.append("Usage:\n  ").append(path).append(' ').append(help.usage()).append("\n\n");
        if (!command.subcommands().isEmpty()) {
            page.append("Use \"")
                    .append(path)
                    .append(" <command> --help\" for more information about a given command.\n");
        }
        return page.append(OPTIONS).toString();
    }

    private static String option(Flag flag) {
        String letter = flag.shorthand() == 0 ? "    " : "-" + flag.shorthand() + ", ";
        String initial = switch (flag.kind()) {
            case STRING -> "'" + flag.initial() + "'";
            default -> flag.initial();
        };
        return "    " + letter + "--" + flag.name() + "=" + initial + ":\n\t" + flag.usage() + "\n";
    }
}
