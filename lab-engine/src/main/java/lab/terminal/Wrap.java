package lab.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Breaks styled text into lines at blanks. */
final class Wrap {
    private static final int INDENT = 2;

    private Wrap() {}

    /**
     * @param width in columns; a word that is longer is broken
     * @return at least one line, none wider than the width
     */
    static List<AttributedString> at(AttributedString text, int width) {
        int room = Math.max(4, width);
        List<AttributedString> lines = new ArrayList<>();
        for (AttributedString paragraph : text.columnSplitLength(Integer.MAX_VALUE)) {
            wrap(paragraph, room, lines);
        }
        return lines.isEmpty() ? List.of(AttributedString.EMPTY) : lines;
    }

    /** As {@link #at}, every line but the first set in, for a line that begins with a sign. */
    static List<AttributedString> hanging(AttributedString text, int width) {
        List<AttributedString> lines = new ArrayList<>();
        for (AttributedString line : at(text, width - INDENT)) {
            lines.add(
                    lines.isEmpty()
                            ? line
                            : new AttributedStringBuilder()
                                    .append(" ".repeat(INDENT))
                                    .append(line)
                                    .toAttributedString());
        }
        return lines;
    }

    private static void wrap(AttributedString text, int width, List<AttributedString> lines) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        int at = 0;
        boolean first = true;
        while (at < text.length()) {
            int start = at;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
            int end = start;
            while (end < text.length() && text.charAt(end) != ' ') {
                end++;
            }
            AttributedString blanks = text.subSequence(at, start);
            AttributedString word = text.subSequence(start, end);
            at = end;
            if (!first && line.columnLength() + blanks.columnLength() + word.columnLength() > width) {
                lines.add(line.toAttributedString());
                line = new AttributedStringBuilder();
                blanks = AttributedString.EMPTY;
            }
            first = false;
            line.append(blanks);
            while (line.columnLength() + word.columnLength() > width) {
                int room = width - line.columnLength();
                line.append(word.columnSubSequence(0, room));
                lines.add(line.toAttributedString());
                line = new AttributedStringBuilder();
                word = word.columnSubSequence(room, word.columnLength());
            }
            line.append(word);
        }
        lines.add(line.toAttributedString());
    }
}
