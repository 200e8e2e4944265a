package lab.shell;

import java.util.List;
import java.util.Set;

/** {@code type} and {@code command}: what a word would run. */
final class NameBuiltins {
    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "in",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "{",
            "}",
            "!",
            "[[",
            "]]",
            "function");
    private static final Set<String> BASH_BUILTINS = Set.of("echo", "printf");

    private NameBuiltins() {}

    static int type(Interpreter shell, Invocation call) {
        boolean brief = !call.arguments().isEmpty() && call.arguments().get(0).equals("-t");
        int status = 0;
        for (String name :
                call.arguments().subList(brief ? 1 : 0, call.arguments().size())) {
            String kind = kind(shell, name);
            if (kind.isEmpty()) {
                status = 1;
                if (!brief) {
                    shell.complain(call.err(), "type: " + name + ": not found");
                }
            } else if (brief) {
                call.out().println(kind);
            } else {
                call.out()
                        .println(name + " is "
                                + switch (kind) {
                                    case "keyword" -> "a shell keyword";
                                    case "function" -> "a function";
                                    case "builtin" -> "a shell builtin";
                                    default -> "/usr/bin/" + name;
                                });
            }
        }
        return status;
    }

    private static String kind(Interpreter shell, String name) {
        if (KEYWORDS.contains(name)) {
            return "keyword";
        }
        if (shell.state.functions.containsKey(name)) {
            return "function";
        }
        if (Builtins.find(name) != null || BASH_BUILTINS.contains(name)) {
            return "builtin";
        }
        return shell.engine.program(name) != null ? "file" : "";
    }

    static int command(Interpreter shell, Invocation call) {
        List<String> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return 0;
        }
        if (arguments.get(0).equals("-v") || arguments.get(0).equals("-V")) {
            int status = 1;
            for (String name : arguments.subList(1, arguments.size())) {
                String kind = kind(shell, name);
                if (!kind.isEmpty()) {
                    status = 0;
                    call.out().println(kind.equals("file") && !name.startsWith("/") ? "/usr/bin/" + name : name);
                }
            }
            return status;
        }
        int skip = arguments.get(0).equals("--") || arguments.get(0).equals("-p") ? 1 : 0;
        return skip == arguments.size() ? 0 : shell.command(arguments.subList(skip, arguments.size()), shell.streams);
    }
}
