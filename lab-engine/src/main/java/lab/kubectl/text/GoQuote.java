package lab.kubectl.text;

import org.jspecify.annotations.Nullable;

/** Go's string literals: what {@code %q} writes and {@code strconv.Unquote} reads. */
public final class GoQuote {
    private GoQuote() {}

    /** The text as a double-quoted Go literal. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case 7 -> out.append("\\a");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case 11 -> out.append("\\v");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        out.append(String.format("\\x%02x", c));
                    } else if (printable(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c));
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    private static boolean printable(int c) {
        return c < 0x7f
                || (!Character.isISOControl(c)
                        && Character.isDefined(c)
                        && !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE
                        && Character.getType(c) != Character.PRIVATE_USE);
    }

    /**
     * What stands between the quotes of a literal, its escapes resolved.
     *
     * @return null if it is not a valid literal
     */
    public static @Nullable String unquote(String inner, char quote) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < inner.length()) {
            char c = inner.charAt(i++);
            if (c == quote) {
                return null;
            }
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (i == inner.length()) {
                return null;
            }
            char escape = inner.charAt(i++);
            switch (escape) {
                case 'a' -> out.append('\u0007');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'v' -> out.append('\u000b');
                case '\\' -> out.append('\\');
                case '\'', '"' -> {
                    if (escape != quote) {
                        return null;
                    }
                    out.append(escape);
                }
                case 'x', 'u', 'U' -> {
                    int digits = escape == 'x' ? 2 : escape == 'u' ? 4 : 8;
                    Integer value = number(inner, i, digits, 16);
                    if (value == null || !Character.isValidCodePoint(value)) {
                        return null;
                    }
                    out.appendCodePoint(value);
                    i += digits;
                }
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    Integer value = number(inner, i - 1, 3, 8);
                    if (value == null || value > 255) {
                        return null;
                    }
                    out.appendCodePoint(value);
                    i += 2;
                }
                default -> {
                    return null;
                }
            }
        }
        return out.toString();
    }

    private static @Nullable Integer number(String text, int from, int digits, int radix) {
        if (from + digits > text.length()) {
            return null;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return null;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
