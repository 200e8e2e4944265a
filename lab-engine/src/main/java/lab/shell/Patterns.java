package lab.shell;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Shell patterns ({@code * ? […]}) as regular expressions. In a pattern's text a backslash quotes. */
final class Patterns {
    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private Patterns() {}

    /** Puts a backslash before whatever a pattern would read. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("*?[]\\!-^".indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.toString();
    }

    static boolean isPattern(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '*' || c == '?' || (c == '[' && pattern.indexOf(']', i) > 0)) {
                return true;
            }
        }
        return false;
    }

    static String unquote(String pattern) {
        return pattern.replaceAll("\\\\(.)", "$1");
    }

    static Pattern compile(String pattern) {
        try {
            return Pattern.compile(regex(pattern, true), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(unquote(pattern)));
        }
    }

    /** @param greedy false for the shortest match of {@code # %} */
    static String regex(String pattern, boolean greedy) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                literal(regex, pattern.charAt(i));
            } else if (c == '*') {
                regex.append(greedy ? ".*" : ".*?");
            } else if (c == '?') {
                regex.append('.');
            } else if (c == '[') {
                int end = set(pattern, i, regex);
                if (end < 0) {
                    literal(regex, c);
                } else {
                    i = end;
                }
            } else {
                literal(regex, c);
            }
            i++;
        }
        return regex.toString();
    }

    private static void literal(StringBuilder regex, char c) {
        if (SPECIAL.indexOf(c) >= 0) {
            regex.append('\\');
        }
        regex.append(c);
    }

    private static int set(String pattern, int open, StringBuilder regex) {
        StringBuilder set = new StringBuilder("[");
        int i = open + 1;
        if (i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^')) {
            set.append('^');
            i++;
        }
        int first = i;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == ']' && i > first) {
                regex.append(set).append(']');
                return i;
            }
            if (pattern.startsWith("[:", i) && pattern.indexOf(":]", i) > 0) {
                int end = pattern.indexOf(":]", i);
                set.append(posixClass(pattern.substring(i + 2, end)));
                i = end + 2;
                continue;
            }
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                set.append('\\').append(pattern.charAt(i));
            } else if (c == '-') {
                set.append('-');
            } else {
                if ("[]&^\\".indexOf(c) >= 0) {
                    set.append('\\');
                }
                set.append(c);
            }
            i++;
        }
        return -1;
    }

    static String posixClass(String name) {
        return switch (name) {
            case "alpha", "digit", "alnum", "upper", "lower", "punct", "print", "graph", "cntrl", "space", "blank" ->
                "\\p{"
                        + (name.equals("alnum")
                                ? "Alnum"
                                : name.equals("xdigit")
                                        ? "XDigit"
                                        : Character.toUpperCase(name.charAt(0))
                                                + name.substring(1).toLowerCase(Locale.ROOT))
                        + "}";
            case "xdigit" -> "\\p{XDigit}";
            default -> "";
        };
    }
}
