package lab.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Expected text as a pattern: {@code <name>} stands for a word and captures it, {@code ...} for anything (a line of its
 * own for any number of lines), {@code $name} for a value known before, a run of spaces for any run of spaces.
 */
final class TextPattern {
    /** Words in angle brackets that kubectl and istioctl print themselves. */
    private static final Set<String> LITERAL = Set.of("none", "unknown", "pending", "nil", "invalid", "unset", "error");

    private static final Pattern PIECE =
            Pattern.compile("<([A-Za-z][A-Za-z0-9_]*)>|\\$\\{?([A-Za-z_][A-Za-z0-9_]*)\\}?|\\.\\.\\.|[ \\t]+");

    private final Pattern pattern;
    private final Map<String, String> groups;

    private TextPattern(Pattern pattern, Map<String, String> groups) {
        this.pattern = pattern;
        this.groups = groups;
    }

    /** A whole text. */
    static TextPattern text(String expected, boolean elides, Map<String, String> variables) {
        Map<String, String> groups = new LinkedHashMap<>();
        StringBuilder regex = new StringBuilder();
        for (String line : lines(expected)) {
            if (elides && line.strip().equals("...")) {
                regex.append("(?s:.*?)(?<![^\\n])");
            } else {
                append(regex, line, elides, variables, groups);
                regex.append("\\n");
            }
        }
        return new TextPattern(Pattern.compile(regex.toString()), groups);
    }

    /** One line. */
    static TextPattern line(String expected, Map<String, String> variables) {
        Map<String, String> groups = new LinkedHashMap<>();
        StringBuilder regex = new StringBuilder();
        append(regex, expected.stripTrailing(), true, variables, groups);
        return new TextPattern(Pattern.compile(regex.toString()), groups);
    }

    private static void append(
            StringBuilder regex,
            String line,
            boolean elides,
            Map<String, String> variables,
            Map<String, String> groups) {
        Matcher pieces = PIECE.matcher(line);
        int end = 0;
        while (pieces.find()) {
            regex.append(quoted(line.substring(end, pieces.start())));
            end = pieces.end();
            String name = pieces.group(1);
            String variable = pieces.group(2);
            String piece = pieces.group();
            if (name != null && !LITERAL.contains(name)) {
                String group = groups.get(name);
                if (group == null) {
                    group = "p" + groups.size();
                    groups.put(name, group);
                    regex.append("(?<").append(group).append(">\\S+)");
                } else {
                    regex.append("\\k<").append(group).append('>');
                }
            } else if (variable != null && variables.containsKey(variable)) {
                regex.append(quoted(variables.get(variable)));
            } else if (elides && piece.equals("...")) {
                regex.append("[^\\n]*");
            } else if (elides && piece.isBlank()) {
                regex.append("[ \\t]+");
            } else {
                regex.append(quoted(piece));
            }
        }
        regex.append(quoted(line.substring(end)));
    }

    private static String quoted(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : Pattern.quote(text);
    }

    /** The captures if the whole text fits, else null. */
    @Nullable
    Map<String, String> captures(String actual) {
        Matcher matcher = pattern.matcher(normal(actual));
        return matcher.matches() ? captured(matcher) : null;
    }

    /** The captures if the pattern occurs in the text, else null. */
    @Nullable
    Map<String, String> capturesWithin(String actual) {
        Matcher matcher = pattern.matcher(normal(actual));
        return matcher.find() ? captured(matcher) : null;
    }

    private Map<String, String> captured(Matcher matcher) {
        Map<String, String> captures = new LinkedHashMap<>();
        groups.forEach((name, group) -> captures.put(name, matcher.group(group)));
        return captures;
    }

    /** Whether one line fits. */
    boolean fits(String line) {
        return pattern.matcher(line.stripTrailing()).matches();
    }

    @Nullable
    Map<String, String> capturesLine(String line) {
        Matcher matcher = pattern.matcher(line.stripTrailing());
        return matcher.matches() ? captured(matcher) : null;
    }

    /** The names that the text captures. */
    static List<String> names(String expected) {
        List<String> names = new ArrayList<>();
        Matcher pieces = PIECE.matcher(expected);
        while (pieces.find()) {
            String name = pieces.group(1);
            if (name != null && !LITERAL.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The text with known variables filled in. */
    static String filled(String expected, Map<String, String> variables) {
        return PIECE.matcher(expected).replaceAll(piece -> {
            String variable = piece.group(2);
            String value = variable == null ? null : variables.get(variable);
            return Matcher.quoteReplacement(value == null ? piece.group() : value);
        });
    }

    /** Lines without trailing spaces and without trailing empty lines. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.replace("\r", "").split("\n", -1)) {
            lines.add(line.stripTrailing());
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    static boolean sameLine(String want, String have) {
        return want.equals(have);
    }

    private static String normal(String text) {
        List<String> lines = lines(text);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
