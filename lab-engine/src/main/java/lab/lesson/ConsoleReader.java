package lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lab.check.Expectation;
import lab.check.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session: a line after {@code "$ "} is a command, the lines until the next one are its output, {@code [n]} at
 * the end of them its exit code. A command goes on over the line's end after a backslash, in an open quote and in a
 * here-document, as in a shell.
 */
final class ConsoleReader {
    private static final Pattern EXIT = Pattern.compile("\\[(\\d{1,3})\\]");
    private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z][A-Za-z0-9_]*-[A-Za-z0-9_-]*)>");
    private static final Pattern HERE = Pattern.compile("(?<!<)<<(-?)\\s*(['\"]?)([A-Za-z_][A-Za-z0-9_]*)\\2");

    private final Problems problems;
    private final Matcher matcher;
    private final int firstLine;
    private final String[] lines;
    private int at;

    private ConsoleReader(String text, int firstLine, Matcher matcher, Problems problems) {
        this.lines = text.stripTrailing().split("\n", -1);
        this.firstLine = firstLine;
        this.matcher = matcher;
        this.problems = problems;
    }

    static List<Command> read(Fence fence, Problems problems) {
        return new ConsoleReader(fence.text(), fence.line() + 1, matcher(fence, problems), problems).session(fence);
    }

    private static Matcher matcher(Fence fence, Problems problems) {
        String name = fence.attribute("match");
        if (name == null) {
            return Matcher.ELIDED;
        }
        return Matcher.named(name).orElseGet(() -> {
            problems.at(fence.line(), "no matcher is called \"" + name + "\"" + Nearest.hint(name, Matcher.words()));
            return Matcher.ELIDED;
        });
    }

    private List<Command> session(Fence fence) {
        List<Command> commands = new ArrayList<>();
        while (at < lines.length) {
            if (!isCommand(lines[at])) {
                if (!lines[at].isBlank()) {
                    problems.at(firstLine + at, "output before the first command: a command begins with \"$ \"");
                }
                at++;
                continue;
            }
            int line = firstLine + at;
            String text = command();
            if (text.isBlank()) {
                problems.at(line, "an empty command after \"$\"");
            }
            commands.add(new Command(line, text, expectation()));
        }
        if (commands.isEmpty()) {
            problems.at(fence.line(), "a " + fence.kind() + " block without a command: a command begins with \"$ \"");
        }
        return commands;
    }

    private static boolean isCommand(String line) {
        return line.startsWith("$ ") || line.equals("$");
    }

    private String command() {
        int start = at;
        StringBuilder text = new StringBuilder(lines[at++].substring(1).stripLeading());
        while (at < lines.length && continues(text.toString())) {
            text.append('\n').append(lines[at++]);
        }
        if (openQuote(text.toString()) != 0) {
            problems.at(
                    firstLine + start, "the quote " + openQuote(text.toString()) + " of this command is never closed");
        }
        for (java.util.regex.Matcher here = HERE.matcher(text); here.find(); ) {
            String end = here.group(3);
            at = Math.max(at, start + 1);
            boolean closed = false;
            while (at < lines.length && !closed) {
                String line = lines[at++];
                text.append('\n').append(line);
                closed = (here.group(1).isEmpty() ? line : line.stripLeading()).equals(end);
            }
            if (!closed) {
                problems.at(firstLine + start, "the here-document has no line \"" + end + "\" that ends it");
            }
            break;
        }
        return text.toString();
    }

    private static boolean continues(String text) {
        if (HERE.matcher(text).find()) {
            return false;
        }
        return (text.endsWith("\\") && !text.endsWith("\\\\")) || openQuote(text) != 0;
    }

    /** The quote that is open at the end of the text, or 0. */
    private static char openQuote(String text) {
        char open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && open != '\'') {
                i++;
            } else if (open == 0 && (c == '\'' || c == '"')) {
                open = c;
            } else if (open == c) {
                open = 0;
            }
        }
        return open;
    }

    private Expectation expectation() {
        List<String> output = new ArrayList<>();
        int start = at;
        while (at < lines.length && !isCommand(lines[at])) {
            output.add(lines[at++]);
        }
        while (!output.isEmpty() && output.get(output.size() - 1).isBlank()) {
            output.remove(output.size() - 1);
        }
        Integer exit = matcher == Matcher.FAILURE ? null : Integer.valueOf(0);
        if (!output.isEmpty()) {
            java.util.regex.Matcher code = EXIT.matcher(output.get(output.size() - 1));
            if (code.matches()) {
                exit = Integer.valueOf(code.group(1));
                output.remove(output.size() - 1);
            }
        }
        if (exit != null && exit > 255) {
            problems.at(at + firstLine - 1, "an exit code is 0 to 255, not " + exit);
        }
        @Nullable String text = output.isEmpty() ? null : String.join("\n", output);
        if (text != null) {
            matcher.problem(text).ifPresent(problem -> problems.at(firstLine + start, problem));
            java.util.regex.Matcher bad = PLACEHOLDER.matcher(text);
            if (matcher != Matcher.REGEX && bad.find()) {
                problems.at(
                        firstLine + start,
                        "the placeholder <" + bad.group(1)
                                + "> becomes a variable: letters, digits and _ only, such as <"
                                + bad.group(1).replace('-', '_') + ">");
            }
        }
        return new Expectation(matcher, text, exit);
    }
}
