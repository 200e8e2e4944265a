package lab.terminal;

import java.nio.charset.StandardCharsets;

/** How many lines of the screen were written since the turn began, and whether the last one is still open. */
final class Extent {
    private static final int ESCAPE = 0x1b;

    private int lines;
    private int column;
    private boolean escape;

    /** Begins with the line that the learner typed. */
    void start() {
        lines = 1;
        column = 0;
        escape = false;
    }

    int lines() {
        return lines + (column > 0 ? 1 : 0);
    }

    /** Whether the cursor stands within a line. */
    boolean within() {
        return column > 0;
    }

    void endLine() {
        if (column > 0) {
            lines++;
            column = 0;
        }
    }

    /** A whole line of so many columns. */
    void add(int length, int columns) {
        lines += Math.max(1, (length + columns - 1) / Math.max(1, columns));
        column = 0;
    }

    /** A piece of a command's output, in UTF-8, with whatever escapes it holds. */
    void add(byte[] bytes, int offset, int length, int columns) {
        for (char c : new String(bytes, offset, length, StandardCharsets.UTF_8).toCharArray()) {
            if (escape) {
                escape = !Character.isLetter(c);
            } else if (c == ESCAPE) {
                escape = true;
            } else if (c == '\n') {
                lines++;
                column = 0;
            } else if (c == '\r') {
                column = 0;
            } else {
                if (column == columns) {
                    lines++;
                    column = 0;
                }
                column++;
            }
        }
    }
}
