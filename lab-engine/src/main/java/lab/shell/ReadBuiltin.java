package lab.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code read}: one line, byte by byte so that nothing of the next is taken, split by IFS. */
final class ReadBuiltin {
    private ReadBuiltin() {}

    static int run(Interpreter shell, Invocation call) {
        List<String> names = new ArrayList<>();
        boolean raw = false;
        int delimiter = '\n';
        int atMost = Integer.MAX_VALUE;
        List<String> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (argument) {
                case "-r" -> raw = true;
                case "-s", "-e" -> {}
                case "-p" -> {
                    call.err().print(next);
                    i++;
                }
                case "-d" -> {
                    delimiter = next.isEmpty() ? 0 : next.charAt(0);
                    i++;
                }
                case "-n", "-N" -> {
                    atMost = next.matches("\\d{1,9}") ? Integer.parseInt(next) : atMost;
                    i++;
                }
                case "-t" -> i++;
                default -> {
                    if (argument.startsWith("-") && names.isEmpty()) {
                        shell.complain(call.err(), "read: " + argument + ": invalid option");
                        return 2;
                    }
                    names.add(argument);
                }
            }
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean ended = false;
        try {
            while (line.size() < atMost) {
                int c = call.in().read();
                if (c < 0) {
                    ended = true;
                    break;
                }
                if (c == delimiter) {
                    break;
                }
                if (c == '\\' && !raw) {
                    int escaped = call.in().read();
                    if (escaped == '\n') {
                        continue;
                    }
                    line.write('\\');
                    c = escaped;
                }
                if (c >= 0) {
                    line.write(c);
                }
            }
        } catch (IOException e) {
            shell.complain(call.err(), "read: read error: " + e.getMessage());
            return 1;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        if (names.isEmpty()) {
            shell.assign("REPLY", raw ? text : Patterns.unquote(text));
        } else {
            split(shell, text, names, raw);
        }
        return ended ? 1 : 0;
    }

    private static void split(Interpreter shell, String text, List<String> names, boolean raw) {
        String ifs = new Expander(shell).ifs();
        int at = skip(text, 0, ifs);
        for (int i = 0; i < names.size(); i++) {
            StringBuilder value = new StringBuilder();
            if (i == names.size() - 1) {
                String rest = text.substring(at);
                int end = rest.length();
                while (end > 0 && isBlank(rest.charAt(end - 1)) && ifs.indexOf(rest.charAt(end - 1)) >= 0) {
                    end--;
                }
                rest = rest.substring(0, end);
                if (end > 0
                        && !isBlank(rest.charAt(end - 1))
                        && ifs.indexOf(rest.charAt(end - 1)) >= 0
                        && rest.chars().filter(c -> ifs.indexOf(c) >= 0).count() == 1) {
                    rest = rest.substring(0, end - 1);
                }
                value.append(raw ? rest : Patterns.unquote(rest));
            } else {
                while (at < text.length() && ifs.indexOf(text.charAt(at)) < 0) {
                    if (text.charAt(at) == '\\' && !raw && at + 1 < text.length()) {
                        at++;
                    }
                    value.append(text.charAt(at));
                    at++;
                }
                at = skip(text, at, ifs);
                if (at < text.length() && ifs.indexOf(text.charAt(at)) >= 0) {
                    at = skip(text, at + 1, ifs);
                }
            }
            shell.assign(names.get(i), value.toString());
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    private static int skip(String text, int from, String ifs) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at)) && ifs.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
