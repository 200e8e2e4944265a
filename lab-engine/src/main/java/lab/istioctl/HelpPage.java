package lab.istioctl;

import java.util.List;
import lab.shell.pflag.Flag;

/** Help pages in cobra's form. */
final class HelpPage {
    private HelpPage() {}

    /** @param path the commands from the first word on; empty for istioctl itself */
    static String text(List<Subcommand> path, List<Subcommand> all) {
        StringBuilder page = new StringBuilder();
        Subcommand command = path.isEmpty() ? null : path.get(path.size() - 1);
        List<Subcommand> under = command == null ? all : command.subcommands();
        String words = words(path);
        if (command == null) {
            page.append("Istio configuration command line utility for service operators to\n")
                    .append("debug and diagnose their Istio mesh.\n");
        } else {
            page.append(command.description().isEmpty() ? command.summary() : command.description())
                    .append('\n');
        }
        page.append("\nUsage:\n  ").append(words).append(' ');
        page.append(command == null ? "[command]" : command.arguments()).append('\n');
        if (command != null && !command.aliases().isEmpty()) {
            page.append("\nAliases:\n  ")
                    .append(command.name())
                    .append(", ")
                    .append(String.join(", ", command.aliases()))
                    .append('\n');
        }
        commands(page, under, path.isEmpty());
        page.append("\nFlags:\n");
        if (command == null) {
            flags(
                    page,
                    List.copyOf(GlobalFlags.all()
                            .bool("help", 'h', false, "help for istioctl")
                            .all()));
            page.append(
                    "\nAdditional help topics:\n  istioctl options              Displays istioctl global options\n");
        } else {
            flags(
                    page,
                    List.copyOf(command.flags()
                            .bool("help", 'h', false, "help for " + command.name())
                            .all()));
            page.append("\nGlobal Flags:\n");
            flags(page, List.copyOf(GlobalFlags.all().all()));
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
        for (Subcommand command : commands) {
            page.append("  ")
                    .append(command.name())
                    .append(" ".repeat(widest - command.name().length() + 1))
                    .append(command.summary())
                    .append('\n');
        }
    }

    private static void flags(StringBuilder page, List<Flag> flags) {
        List<Flag> sorted = flags.stream()
                .sorted(java.util.Comparator.comparing(Flag::name))
                .toList();
        int widest = 0;
        for (Flag flag : sorted) {
            widest = Math.max(widest, left(flag).length());
        }
        for (Flag flag : sorted) {
            String initial = flag.kind() == Flag.Kind.STRING && !flag.initial().isEmpty()
                    ? " (default \"" + flag.initial() + "\")"
                    : flag.kind() == Flag.Kind.INT && !flag.initial().equals("0")
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
