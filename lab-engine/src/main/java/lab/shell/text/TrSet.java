package lab.shell.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A set of tr: ranges, classes, escapes, {@code [x*n]}. */
final class TrSet {
    private final byte[] text;
    private final List<Integer> bytes = new ArrayList<>();
    private int fillAt = -1;
    private int filler;
    private int at;

    TrSet(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param length to which {@code [x*]} fills, -1 for none */
    int[] bytes(int length) {
        while (at < text.length) {
            if (text[at] == '[' && at + 1 < text.length && (text[at + 1] == ':' || text[at + 1] == '=')) {
                if (special()) {
                    continue;
                }
            }
            if (text[at] == '[' && repeat()) {
                continue;
            }
            int from = one();
            if (at + 1 < text.length && text[at] == '-') {
                at++;
                int to = one();
                if (to < from) {
                    throw new ToolProblem(
                            "tr: range-endpoints of '" + (char) from + "-" + (char) to
                                    + "' are in reverse collating sequence order",
                            1);
                }
                for (int b = from; b <= to; b++) {
                    bytes.add(b);
                }
            } else {
                bytes.add(from);
            }
        }
        while (fillAt >= 0 && bytes.size() < length) {
            bytes.add(fillAt, filler);
        }
        return bytes.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean special() {
        String rest = new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
        int end = rest.indexOf(rest.charAt(1) + "]", 2);
        if (end < 0) {
            return false;
        }
        String name = rest.substring(2, end);
        if (rest.charAt(1) == '=') {
            bytes.add((int) name.charAt(0));
        } else {
            int before = bytes.size();
            for (int b = 0; b < 128; b++) {
                if (member(name, (char) b)) {
                    bytes.add(b);
                }
            }
            if (bytes.size() == before) {
                throw new ToolProblem("tr: invalid character class ‘" + name + "’", 1);
            }
        }
        at += end + 2;
        return true;
    }

    private static boolean member(String name, char c) {
        boolean printable = c > 32 && c < 127;
        boolean letter = Character.isLetter(c);
        return switch (name) {
            case "alpha" -> letter;
            case "digit" -> Character.isDigit(c);
            case "alnum" -> Character.isLetterOrDigit(c);
            case "upper" -> Character.isUpperCase(c);
            case "lower" -> Character.isLowerCase(c);
            case "space" -> c == ' ' || (c >= 9 && c <= 13);
            case "blank" -> c == ' ' || c == '\t';
            case "punct" -> printable && !Character.isLetterOrDigit(c);
            case "cntrl" -> c < 32 || c == 127;
            case "print" -> printable || c == ' ';
            case "graph" -> printable;
            case "xdigit" -> Character.digit(c, 16) >= 0;
            default -> false;
        };
    }

    private boolean repeat() {
        String rest = new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile(
                        "\\[(.)\\*(\\d{0,5})\\]", java.util.regex.Pattern.DOTALL)
                .matcher(rest);
        if (!matcher.lookingAt()) {
            return false;
        }
        filler = matcher.group(1).charAt(0);
        at += matcher.end();
        if (matcher.group(2).isEmpty() || matcher.group(2).equals("0")) {
            fillAt = bytes.size();
        } else {
            for (int i = Integer.parseInt(matcher.group(2)); i > 0; i--) {
                bytes.add(filler);
            }
        }
        return true;
    }

    private int one() {
        int c = text[at++] & 0xff;
        if (c != '\\' || at >= text.length) {
            return c;
        }
        int next = text[at++] & 0xff;
        int index = "abfnrtv\\".indexOf(next);
        if (index >= 0) {
            return "\u0007\b\f\n\r\t\u000b\\".charAt(index);
        }
        if (next >= '0' && next <= '7') {
            int value = next - '0';
            for (int i = 0; i < 2 && at < text.length && text[at] >= '0' && text[at] <= '7'; i++) {
                value = value * 8 + text[at++] - '0';
            }
            return value & 0xff;
        }
        return next;
    }
}
