package lab.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Backslash escapes as {@code $'…'}, {@code echo -e} and {@code printf} read them. */
public final class Escapes {
    private Escapes() {}

    /** Expanded text. */
    public static final class Result {
        private final byte[] bytes;
        private final boolean stopped;

        Result(byte[] bytes, boolean stopped) {
            this.bytes = bytes;
            this.stopped = stopped;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        /** True after {@code \c}: nothing more is to be printed. */
        public boolean stopped() {
            return stopped;
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static String ansi(String text) {
        return expand(text, true, false).text();
    }

    /**
     * Expands escapes.
     *
     * @param quotes whether {@code \'} and {@code \"} are escapes
     * @param zeroOctal whether octal needs a leading 0 ({@code echo -e}, {@code %b})
     */
    public static Result expand(String text, boolean quotes, boolean zeroOctal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 >= text.length()) {
                int point = text.codePointAt(i);
                put(bytes, Character.toString(point));
                i += Character.charCount(point);
                continue;
            }
            char kind = text.charAt(i + 1);
            i += 2;
            int simple = "abfnrtv\\eE".indexOf(kind);
            if (simple >= 0) {
                bytes.write("\u0007\b\f\n\r\t\u000b\\\u001b\u001b".charAt(simple));
            } else if (quotes && (kind == '\'' || kind == '"' || kind == '?')) {
                bytes.write(kind);
            } else if (kind == 'c') {
                return new Result(bytes.toByteArray(), true);
            } else if (kind == 'x' || kind == 'u' || kind == 'U') {
                int end = digits(text, i, kind == 'x' ? 2 : kind == 'u' ? 4 : 8, 16);
                if (end == i) {
                    put(bytes, "\\" + kind);
                } else {
                    int value = Integer.parseUnsignedInt(text.substring(i, end), 16);
                    if (kind == 'x') {
                        bytes.write(value);
                    } else {
                        put(bytes, Character.isValidCodePoint(value) ? Character.toString(value) : "?");
                    }
                }
                i = end;
            } else if (kind >= '0' && kind <= '7' && (!zeroOctal || kind == '0')) {
                int from = zeroOctal ? i : i - 1;
                int end = digits(text, from, 3, 8);
                bytes.write(end == from ? 0 : Integer.parseInt(text.substring(from, end), 8));
                i = end;
            } else {
                put(bytes, "\\");
                i--;
            }
        }
        return new Result(bytes.toByteArray(), false);
    }

    private static int digits(String text, int from, int atMost, int radix) {
        int end = from;
        while (end < text.length() && end < from + atMost && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    private static void put(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
