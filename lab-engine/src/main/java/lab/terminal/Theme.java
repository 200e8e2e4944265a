package lab.terminal;

import java.util.Map;
import org.jline.utils.AttributedStyle;

/**
 * How things look: styles that read well on light and on dark backgrounds (only the terminal's own sixteen colours), or
 * none at all.
 *
 * @param colour false when {@code NO_COLOR} is set or the terminal cannot colour: then every style is plain
 * @param symbols false when the terminal's character set has no such characters: then they are ASCII
 */
record Theme(boolean colour, boolean symbols) {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    /** Reads {@code NO_COLOR} (no-color.org) and the terminal's kind. */
    static Theme of(Map<String, String> environment, boolean dumb, boolean unicode) {
        String noColour = environment.getOrDefault("NO_COLOR", "");
        return new Theme(noColour.isEmpty() && !dumb, unicode);
    }

    private AttributedStyle style(AttributedStyle style) {
        return colour ? style : PLAIN;
    }

    AttributedStyle heading() {
        return style(PLAIN.bold().foreground(AttributedStyle.BLUE));
    }

    AttributedStyle strong() {
        return style(PLAIN.bold());
    }

    AttributedStyle emphasis() {
        return style(PLAIN.italic());
    }

    AttributedStyle code() {
        return style(PLAIN.foreground(AttributedStyle.CYAN));
    }

    AttributedStyle link() {
        return style(PLAIN.underline());
    }

    AttributedStyle faint() {
        return style(PLAIN.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK));
    }

    AttributedStyle good() {
        return style(PLAIN.bold().foreground(AttributedStyle.GREEN));
    }

    AttributedStyle bad() {
        return style(PLAIN.bold().foreground(AttributedStyle.RED));
    }

    AttributedStyle attention() {
        return style(PLAIN.bold().foreground(AttributedStyle.YELLOW));
    }

    /** The part of a line that differs from what was expected. */
    AttributedStyle differing() {
        return style(PLAIN.bold().inverse());
    }

    String tick() {
        return symbols ? "✓" : "ok:";
    }

    String cross() {
        return symbols ? "✗" : "no:";
    }

    String arrow() {
        return symbols ? "→" : "->";
    }

    String bullet() {
        return symbols ? "•" : "*";
    }

    /** A heavy line: JLine draws light ones in ASCII. */
    String bar() {
        return symbols ? "┃" : "|";
    }

    String dash() {
        return symbols ? "━" : "-";
    }

    String question() {
        return "?";
    }
}
