package lab.shell.regex;

import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** Translates POSIX basic and extended regular expressions, with GNU's extensions, to Java's. */
public final class PosixRegex {
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alpha", "\\p{IsAlphabetic}"),
            Map.entry("digit", "0-9"),
            Map.entry("alnum", "\\p{IsAlphabetic}\\p{IsDigit}"),
            Map.entry("upper", "\\p{Lu}"),
            Map.entry("lower", "\\p{Ll}"),
            Map.entry("space", "\\s\\x0b"),
            Map.entry("blank", " \\t"),
            Map.entry("punct", "\\p{Punct}"),
            Map.entry("print", "\\P{Cntrl}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("xdigit", "0-9A-Fa-f"));

    private final String source;
    private final boolean extended;
    private final boolean awk;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int open;
    private int groups;

    private PosixRegex(String source, boolean extended, boolean awk) {
        this.source = source;
        this.extended = extended;
        this.awk = awk;
    }

    /** @throws PatternSyntaxException with GNU's words */
    public static String basic(String regex) {
        return new PosixRegex(regex, false, false).translate();
    }

    /** @throws PatternSyntaxException with GNU's words */
    public static String extended(String regex) {
        return new PosixRegex(regex, true, false).translate();
    }

    /** As {@link #extended}, with the escapes of awk: {@code \t}, {@code \/}, {@code \"}, octal; no back-references. */
    public static String awk(String regex) {
        return new PosixRegex(regex, true, true).translate();
    }

    private PatternSyntaxException error(String message) {
        return new PatternSyntaxException(message, source, at);
    }

    private String translate() {
        boolean start = true;
        while (at < source.length()) {
            char c = source.charAt(at);
            boolean wasStart = start;
            start = false;
            if (c == '[') {
                bracket();
            } else if (c == '\\') {
                start = escape(wasStart);
            } else if (c == '*') {
                at++;
                if (wasStart) {
                    out.append(extended ? "" : "\\*");
                    start = extended;
                } else {
                    repeat("*");
                }
            } else if (extended && (c == '+' || c == '?')) {
                at++;
                if (wasStart) {
                    start = true;
                } else {
                    repeat(String.valueOf(c));
                }
            } else if (extended && c == '{') {
                interval(wasStart, 1);
            } else if (extended && (c == '(' || c == ')' || c == '|')) {
                start = grouping(c);
            } else if (c == '^') {
                at++;
                boolean anchor = extended || wasStart;
                out.append(anchor ? "^" : "\\^");
                start = anchor;
            } else if (c == '$') {
                at++;
                out.append(extended || endsBasic() ? "$" : "\\$");
            } else {
                at++;
                literal(c);
            }
        }
        if (open > 0) {
            throw error("Unmatched ( or \\(");
        }
        return out.toString();
    }

    private boolean endsBasic() {
        return at == source.length() || source.startsWith("\\)", at) || source.startsWith("\\|", at);
    }

    /** A repetition of a repetition is one in POSIX; in Java it would be possessive or an error. */
    private void repeat(String operator) {
        char last = out.length() > 0 ? out.charAt(out.length() - 1) : '\0';
        boolean escaped = out.length() > 1 && out.charAt(out.length() - 2) == '\\';
        if ((last == '*' || last == '+' || last == '?' || last == '}') && !escaped) {
            if (last == '*' || (last == operator.charAt(0) && last != '}')) {
                return;
            }
            int from = lastAtom();
            out.insert(from, "(?:").append(')');
        }
        if (last == '^' && !escaped) {
            return;
        }
        out.append(operator);
    }

    private int lastAtom;

    private int lastAtom() {
        return Math.min(lastAtom, out.length());
    }

    private boolean grouping(char c) {
        at++;
        switch (c) {
            case '(' -> {
                open++;
                groups++;
                out.append('(');
                return true;
            }
            case ')' -> {
                if (open == 0) {
                    if (extended && !awk) {
                        out.append("\\)");
                        return false;
                    }
                    throw error("Unmatched ) or \\)");
                }
                open--;
                out.append(')');
                return false;
            }
            default -> {
                out.append('|');
                return true;
            }
        }
    }

    private void literal(char c) {
        lastAtom = out.length();
        if (c == '.') {
            out.append('.');
            return;
        }
        if ("\\^$.|?*+()[]{}".indexOf(c) >= 0) {
            out.append('\\');
        }
        out.append(c);
    }

    private boolean escape(boolean start) {
        if (at + 1 >= source.length()) {
            throw error("Trailing backslash");
        }
        char c = source.charAt(at + 1);
        if (!extended && (c == '(' || c == ')' || c == '|')) {
            at++;
            return grouping(c);
        }
        if (!extended && c == '{') {
            at++;
            interval(start, 2);
            return false;
        }
        at += 2;
        if (!extended && (c == '+' || c == '?')) {
            if (start) {
                literal(c);
            } else {
                repeat(String.valueOf(c));
            }
            return false;
        }
        lastAtom = out.length();
        if (awk && "tnrfvab/\"&".indexOf(c) >= 0) {
            int index = "tnrfvab".indexOf(c);
            literal(index >= 0 ? "\t\n\r\f\u000b\u0007\b".charAt(index) : c);
            return false;
        }
        switch (c) {
            case 'w' -> out.append("[\\p{IsAlphabetic}\\p{IsDigit}_]");
            case 'W' -> out.append("[^\\p{IsAlphabetic}\\p{IsDigit}_]");
            case 's' -> out.append("\\s");
            case 'S' -> out.append("\\S");
            case 'b' -> out.append("\\b");
            case 'B' -> out.append("\\B");
            case '<' -> out.append("\\b(?=\\w)");
            case '>' -> out.append("\\b(?<=\\w)");
            case '`' -> out.append("\\A");
            case '\'' -> out.append("\\z");
            case 'n' -> out.append("\\n");
            case 't' -> out.append("\\t");
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                if (c - '0' > groups) {
                    throw error("Invalid back reference");
                }
                out.append("(?:\\").append(c).append(')');
            }
            default -> literal(c == '.' ? '\0' : c);
        }
        if (c == '.') {
            out.setLength(out.length() - 1);
            out.append("\\.");
        }
        return false;
    }

    /** @param width of the closing: {@code }} or {@code \}} */
    private void interval(boolean start, int width) {
        String close = width == 1 ? "}" : "\\}";
        int end = source.indexOf(close, at);
        String inner = end < 0 ? "" : source.substring(at + 1, end);
        if (!inner.matches("\\d*(,\\d*)?") || inner.isEmpty()) {
            if (width == 1) {
                at++;
                literal('{');
                return;
            }
            throw error(end < 0 ? "Unmatched \\{" : "Invalid content of \\{\\}");
        }
        at = end + width;
        if (start) {
            return;
        }
        String[] bounds = inner.split(",", -1);
        int low = bounds[0].isEmpty() ? 0 : Integer.parseInt(bounds[0].length() > 5 ? "99999" : bounds[0]);
        int high = bounds.length < 2 || bounds[1].isEmpty()
                ? Integer.MAX_VALUE
                : Integer.parseInt(bounds[1].length() > 5 ? "99999" : bounds[1]);
        if (low > 32767 || (high != Integer.MAX_VALUE && high > 32767)) {
            throw error("Regular expression too big");
        }
        if (high < low) {
            throw error("Invalid content of \\{\\}");
        }
        repeat("{" + low + (bounds.length < 2 ? "" : "," + bounds[1]) + "}");
    }

    private void bracket() {
        lastAtom = out.length();
        int i = at + 1;
        StringBuilder set = new StringBuilder("[");
        if (i < source.length() && source.charAt(i) == '^') {
            set.append('^');
            i++;
        }
        int first = i;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == ']' && i > first) {
                out.append(set).append(']');
                at = i + 1;
                return;
            }
            if (c == '[' && i + 1 < source.length() && ":.=".indexOf(source.charAt(i + 1)) >= 0) {
                char kind = source.charAt(i + 1);
                int end = source.indexOf(kind + "]", i + 2);
                if (end < 0) {
                    throw error("Unmatched [, [^, [:, [., or [=");
                }
                String name = source.substring(i + 2, end);
                if (kind == ':') {
                    String chars = CLASSES.get(name);
                    if (chars == null) {
                        throw error("Invalid character class name");
                    }
                    set.append(chars);
                } else {
                    name.chars().forEach(each -> member(set, (char) each));
                }
                i = end + 2;
                continue;
            }
            if (c == '\\' && awk && i + 1 < source.length()) {
                i++;
                int index = "tnrfv".indexOf(source.charAt(i));
                member(set, index >= 0 ? "\t\n\r\f\u000b".charAt(index) : source.charAt(i));
                i++;
                continue;
            }
            if (c == '\\' && i + 1 < source.length() && "nt".indexOf(source.charAt(i + 1)) >= 0 && newlineEscapes) {
                set.append('\\').append(source.charAt(i + 1));
                i += 2;
                continue;
            }
            boolean range = c == '-' && i > first && i + 1 < source.length() && source.charAt(i + 1) != ']';
            if (range) {
                char from = source.charAt(i - 1);
                char to = source.charAt(i + 1);
                if (to < from && to != '[' && to != '\\') {
                    throw error("Invalid range end");
                }
                set.append('-');
            } else {
                member(set, c);
            }
            i++;
        }
        throw error("Unmatched [, [^, [:, [., or [=");
    }

    private boolean newlineEscapes;

    /** As {@link #basic} or {@link #extended}, with sed's {@code \n} and {@code \t} inside brackets. */
    public static String sed(String regex, boolean extended) {
        PosixRegex translation = new PosixRegex(regex, extended, false);
        translation.newlineEscapes = true;
        return translation.translate();
    }

    private static void member(StringBuilder set, char c) {
        if ("[]^-\\&".indexOf(c) >= 0) {
            set.append('\\');
        }
        set.append(c);
    }
}
