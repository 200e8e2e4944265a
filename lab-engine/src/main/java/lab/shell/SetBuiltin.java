package lab.shell;

import java.util.List;

/** {@code set}: options and positional parameters. */
final class SetBuiltin {
    private SetBuiltin() {}

    static int run(Interpreter shell, Invocation call) {
        List<String> arguments = call.arguments();
        if (arguments.isEmpty()) {
            shell.state.variables.all().forEach((name, value) -> call.out().println(name + "=" + value));
            return 0;
        }
        int i = 0;
        for (; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                shell.state.positional = List.copyOf(arguments.subList(i + 1, arguments.size()));
                return 0;
            }
            if (argument.length() < 2 || (argument.charAt(0) != '-' && argument.charAt(0) != '+')) {
                break;
            }
            boolean on = argument.charAt(0) == '-';
            for (char option : argument.substring(1).toCharArray()) {
                if (option == 'o') {
                    i++;
                    String name = i < arguments.size() ? arguments.get(i) : "";
                    if (!set(shell.state, name, on)) {
                        shell.complain(call.err(), "set: " + name + ": invalid option name");
                        return 2;
                    }
                } else if (!set(shell.state, name(option), on)) {
                    shell.complain(call.err(), "set: -" + option + ": invalid option");
                    return 2;
                }
            }
        }
        if (i < arguments.size()) {
            shell.state.positional = List.copyOf(arguments.subList(i, arguments.size()));
        }
        return 0;
    }

    private static String name(char option) {
        return switch (option) {
            case 'e' -> "errexit";
            case 'u' -> "nounset";
            case 'f' -> "noglob";
            case 'x' -> "xtrace";
            case 'm' -> "monitor";
            case 'B' -> "braceexpand";
            case 'h' -> "hashall";
            default -> "";
        };
    }

    private static boolean set(State state, String option, boolean on) {
        switch (option) {
            case "errexit" -> state.errexit = on;
            case "nounset" -> state.nounset = on;
            case "noglob" -> state.noglob = on;
            case "xtrace" -> state.trace = on;
            case "pipefail" -> state.pipefail = on;
            case "monitor", "braceexpand", "hashall", "posix", "emacs", "vi", "history" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }
}
