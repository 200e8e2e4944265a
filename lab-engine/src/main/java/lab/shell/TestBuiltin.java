package lab.shell;

import java.util.List;
import java.util.Set;

/** {@code test} and {@code [}. */
final class TestBuiltin {
    private static final Set<String> BINARY =
            Set.of("=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef");

    private final FileTree files;
    private final List<String> words;
    private int at;

    private TestBuiltin(FileTree files, List<String> words) {
        this.files = files;
        this.words = words;
    }

    static int run(Interpreter shell, Invocation call) {
        List<String> words = call.arguments();
        if (call.name().equals("[")) {
            if (words.isEmpty() || !words.get(words.size() - 1).equals("]")) {
                shell.complain(call.err(), "[: missing `]'");
                return 2;
            }
            words = words.subList(0, words.size() - 1);
        }
        if (words.isEmpty()) {
            return 1;
        }
        TestBuiltin test = new TestBuiltin(shell.files(), words);
        try {
            boolean value = test.or();
            if (test.at < words.size()) {
                boolean unary = words.size() == 2;
                shell.complain(
                        call.err(),
                        call.name() + ": "
                                + (unary
                                        ? words.get(0) + ": unary operator expected"
                                        : words.size() == 3
                                                ? words.get(1) + ": binary operator expected"
                                                : "too many arguments"));
                return 2;
            }
            return value ? 0 : 1;
        } catch (Conditions.Problem problem) {
            shell.complain(call.err(), call.name() + ": " + problem.reason());
            return 2;
        }
    }

    private String peek(int ahead) {
        return at + ahead < words.size() ? words.get(at + ahead) : "";
    }

    private boolean or() throws Conditions.Problem {
        boolean value = and();
        while (at < words.size() && peek(0).equals("-o")) {
            at++;
            value = and() || value;
        }
        return value;
    }

    private boolean and() throws Conditions.Problem {
        boolean value = not();
        while (at < words.size() && peek(0).equals("-a")) {
            at++;
            value = not() && value;
        }
        return value;
    }

    private boolean not() throws Conditions.Problem {
        int left = words.size() - at;
        if (left > 1 && peek(0).equals("!") && !(left == 3 && BINARY.contains(peek(1)))) {
            at++;
            return !not();
        }
        return primary();
    }

    private boolean primary() throws Conditions.Problem {
        if (at >= words.size()) {
            throw new Conditions.Problem("argument expected");
        }
        int left = words.size() - at;
        if (left >= 3 && BINARY.contains(peek(1))) {
            at += 3;
            return Conditions.binary(files, words.get(at - 3), words.get(at - 2), words.get(at - 1));
        }
        if (left >= 3 && peek(0).equals("(")) {
            at++;
            boolean value = or();
            if (!peek(0).equals(")")) {
                throw new Conditions.Problem("`)' expected");
            }
            at++;
            return value;
        }
        if (left >= 2 && Conditions.isUnary(peek(0)) && !(left > 2 && (peek(1).equals("-a") || peek(1).equals("-o")))) {
            at += 2;
            return Conditions.unary(files, words.get(at - 2), words.get(at - 1));
        }
        at++;
        return !words.get(at - 1).isEmpty();
    }
}
