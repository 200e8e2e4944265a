package lab.kubectl.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligns tab-terminated cells in columns: a column is a run of lines that all have the cell, so a line without it
 * ends the column.
 */
// models Go text/tabwriter (flags 0, padding with spaces)
public final class TabWriter {
    private final int minimumWidth;
    private final int padding;
    private final List<String[]> lines = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    public TabWriter(int minimumWidth, int padding) {
        this.minimumWidth = minimumWidth;
        this.padding = padding;
    }

    /** As {@code kubectl describe} aligns. */
    public static String describe(String text) {
        return new TabWriter(0, 2).format(text);
    }

    /** As {@code kubectl get} aligns. */
    public static String table(String text) {
        return new TabWriter(6, 3).format(text);
    }

    public String format(String text) {
        lines.clear();
        for (String line : text.split("\n", -1)) {
            lines.add(line.split("\t", -1));
        }
        StringBuilder out = new StringBuilder();
        format(out, 0, lines.size());
        return out.toString();
    }

    private void format(StringBuilder out, int from, int to) {
        int column = widths.size();
        int written = from;
        for (int line = from; line < to; line++) {
            if (!hasCell(line, column)) {
                continue;
            }
            write(out, written, line);
            written = line;
            int width = minimumWidth;
            while (line < to && hasCell(line, column)) {
                String cell = lines.get(line)[column];
                width = Math.max(width, cell.codePointCount(0, cell.length()) + padding);
                line++;
            }
            widths.add(width);
            format(out, written, line);
            widths.remove(widths.size() - 1);
            written = line;
        }
        write(out, written, to);
    }

    private boolean hasCell(int line, int column) {
        return column < lines.get(line).length - 1;
    }

    private void write(StringBuilder out, int from, int to) {
        for (int line = from; line < to; line++) {
            String[] cells = lines.get(line);
            for (int i = 0; i < cells.length; i++) {
                out.append(cells[i]);
                if (i < widths.size()) {
                    int missing = widths.get(i) - cells[i].codePointCount(0, cells[i].length());
                    out.append(" ".repeat(Math.max(0, missing)));
                }
            }
            if (line + 1 < lines.size()) {
                out.append('\n');
            }
        }
    }
}
