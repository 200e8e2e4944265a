package lab.shell.awk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of awk: a number, a string, input that compares as a number if it looks like one, or nothing.
 */
record Cell(String text, double number, Kind kind) {
    enum Kind {
        NUMBER,
        STRING,
        INPUT,
        NONE
    }

    private static final Pattern NUMBER = Pattern.compile("\\s*([-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?)");
    static final Cell EMPTY = new Cell("", 0, Kind.NONE);

    static Cell of(double number) {
        return new Cell("", number, Kind.NUMBER);
    }

    static Cell of(boolean value) {
        return of(value ? 1.0 : 0.0);
    }

    static Cell of(String text) {
        return new Cell(text, 0, Kind.STRING);
    }

    static Cell input(String text) {
        return new Cell(text, 0, Kind.INPUT);
    }

    double asNumber() {
        if (kind == Kind.NUMBER) {
            return number;
        }
        Matcher matcher = NUMBER.matcher(text);
        return matcher.lookingAt() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    boolean isNumeric() {
        return switch (kind) {
            case NUMBER, NONE -> true;
            case STRING -> false;
            case INPUT -> {
                Matcher matcher = NUMBER.matcher(text.strip());
                yield matcher.matches();
            }
        };
    }

    boolean isTrue() {
        return (kind == Kind.NUMBER || (kind == Kind.INPUT && isNumeric())) ? asNumber() != 0 : !text.isEmpty();
    }

    String asText(String format) {
        if (kind != Kind.NUMBER) {
            return text;
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e16) {
            return String.valueOf((long) number);
        }
        return lab.shell.text.FormatSpec.read(format, 0).real(number);
    }
}
