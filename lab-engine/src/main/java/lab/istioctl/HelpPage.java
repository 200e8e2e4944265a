package lab.istioctl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import lab.shell.pflag.Flag;
import lab.shell.pflag.FlagSet;

/** Help pages in cobra's form. */
final class HelpPage {
    private HelpPage() {}

    /** @param path the commands from the first word on; empty for istioctl itself */
    static String text(List<Subcommand> path, List<Subcommand> all) {
        StringBuilder page = new StringBuilder();
        Subcommand command = path.isEmpty() ? null : path.get(path.size() - 1);
        List<Subcommand> under = command == null ? all : command.subcommands();
        if (command == null) {
            page.append("Istio configuration command line utility for service operators to\n")
                    .append("debug and diagnose their Istio mesh.\n");
        } else {
            page.append(command.description().isEmpty() ? command.summary() : command.description())
                    .append('\n');
        }
        page.append('\n').append(usage(path, under));
        return page.toString();
    }

    /** The page without its description, as shown before a wrong call's message. */
    static String usage(List<Subcommand> path) {
        return usage(path, path.get(path.size() - 1).subcommands());
    }

    private static String usage(List<Subcommand> path, List<Subcommand> under) {
        StringBuilder page = new StringBuilder();
        Subcommand command = path.isEmpty() ? null : path.get(path.size() - 1);
        String words = words(path);
        page.append("Usage:\n  ").append(words).append(' ');
        page.append(command == null ? "[command]" : command.arguments()).append('\n');
        if (command != null && !command.aliases().isEmpty()) {
            page.append("\nAliases:\n  ")
                    .append(command.name())
                    .append(", ")
                    .append(String.join(", ", command.aliases()))
                    .append('\n');
        }
        if (command != null && !command.examples().isEmpty()) {
            page.append("\nExamples:\n").append(command.examples()).append("\n");
        }
        commands(page, under, path.isEmpty());
        page.append("\nFlags:\n");
        if (command == null) {
            flags(page, GlobalFlags.all().bool("help", 'h', false, "help for istioctl"), Set.of());
            page.append(
                    "\nAdditional help topics:\n  istioctl options              Displays istioctl global options\n");
        } else {
            flags(page, command.flags().bool("help", 'h', false, "help for " + command.name()), Set.of());
            page.append("\nGlobal Flags:\n");
            flags(page, GlobalFlags.all(), command.hiddenFlags());
        }
        if (!under.isEmpty()) {
            page.append("\nUse \"").append(words).append(" [command] --help\" for more information about a command.\n");
        }
        return page.toString();
    }

    static String words(List<Subcommand> path) {
        StringBuilder words = new StringBuilder("istioctl");
        path.forEach(command -> words.append(' ').append(command.name()));
        return words.toString();
    }

    private static void commands(StringBuilder page, List<Subcommand> commands, boolean root) {
        if (commands.isEmpty()) {
            return;
        }
        int widest = root ? 20 : 11;
        for (Subcommand command : commands) {
            widest = Math.max(widest, command.name().length());
        }
        page.append("\nAvailable Commands:\n");
        List<Subcommand> shown = new ArrayList<>(commands);
        if (root) {
            shown.add(new Unavailable("help", "Help about any command"));
            shown.sort(Comparator.comparing(Subcommand::name));
        }
        for (Subcommand command : shown) {
            page.append("  ")
                    .append(command.name())
                    .append(" ".repeat(widest - command.name().length() + 1))
                    .append(command.summary())
                    .append('\n');
        }
    }

    private static void flags(StringBuilder page, FlagSet flags, Set<String> hidden) {
        List<Flag> sorted = flags.all().stream()
                .filter(flag -> !hidden.contains(flag.name()))
                .sorted(Comparator.comparing(Flag::name))
                .toList();
        int widest = 0;
        for (Flag flag : sorted) {
            widest = Math.max(widest, left(flag).length());
        }
        for (Flag flag : sorted) {
            String initial = flag.kind() == Flag.Kind.STRING && !flag.initial().isEmpty()
                    ? " (default \"" + flag.initial() + "\")"
                    : (flag.kind() == Flag.Kind.INT && !flag.initial().equals("0")) || flag.kind() == Flag.Kind.DURATION
                            ? " (default " + flag.initial() + ")"
                            : "";
            page.append(left(flag))
                    .append(" ".repeat(widest - left(flag).length() + 3))
                    .append(flag.usage())
                    .append(initial)
                    .append('\n');
        }
    }

    private static String left(Flag flag) {
        String letter = flag.shorthand() == 0 ? "      " : "  -" + flag.shorthand() + ", ";
        String type = switch (flag.kind()) {
            case BOOL -> "";
            case STRING -> flag.name().equals("vklog") ? " Level" : " string";
            case INT -> " int";
            case DURATION -> " duration";
            case LIST -> " strings";
            case ARRAY -> " stringArray";
        };
        return letter + "--" + flag.name() + type;
    }
}
