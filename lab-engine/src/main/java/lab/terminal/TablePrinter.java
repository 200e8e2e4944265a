package lab.terminal;

import java.util.ArrayList;
import java.util.List;
import lab.lesson.prose.Prose;
import lab.lesson.prose.Span;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Lays a table out in columns that fit the width; where even that is too narrow, row by row. */
final class TablePrinter {
    private static final int GAP = 2;
    private static final int NARROWEST = 6;

    private TablePrinter() {}

    static List<AttributedString> lines(Prose.Table table, Theme theme, int width) {
        ProsePrinter spans = new ProsePrinter(theme, width);
        List<List<AttributedString>> rows = new ArrayList<>();
        int columns = 0;
        for (List<List<Span>> row : table.rows()) {
            AttributedStyle style = rows.isEmpty() ? theme.strong() : AttributedStyle.DEFAULT;
            rows.add(row.stream().map(cell -> spans.styled(cell, style)).toList());
            columns = Math.max(columns, row.size());
        }
        int[] widths = widths(rows, columns, width);
        if (widths.length == 0) {
            return list(rows, width);
        }
        List<AttributedString> lines = new ArrayList<>();
        for (List<AttributedString> row : rows) {
            lines.addAll(row(row, widths, table.alignments()));
            if (lines.size() >= 1 && row == rows.get(0)) {
                lines.add(rule(widths, theme));
            }
        }
        return lines;
    }

    /** The width of each column, the widest shrunk until all fit; empty when they cannot. */
    private static int[] widths(List<List<AttributedString>> rows, int columns, int width) {
        int[] widths = new int[columns];
        for (List<AttributedString> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Math.max(1, row.get(i).columnLength()));
            }
        }
        int room = width - GAP * (columns - 1);
        while (sum(widths) > room) {
            int widest = 0;
            for (int i = 1; i < columns; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                return new int[0];
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int sum(int[] numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static List<AttributedString> row(
            List<AttributedString> row, int[] widths, List<Prose.Alignment> alignments) {
        List<List<AttributedString>> cells = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < row.size(); i++) {
            cells.add(Wrap.at(row.get(i), widths[i]));
            height = Math.max(height, cells.get(i).size());
        }
        List<AttributedString> lines = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            AttributedStringBuilder line = new AttributedStringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                AttributedString cell = y < cells.get(i).size() ? cells.get(i).get(y) : AttributedString.EMPTY;
                int blanks = widths[i] - cell.columnLength();
                boolean right = i < alignments.size() && alignments.get(i) == Prose.Alignment.RIGHT;
                line.append(right ? " ".repeat(Math.max(0, blanks)) : "").append(cell);
                if (i < cells.size() - 1) {
                    line.append(" ".repeat((right ? 0 : Math.max(0, blanks)) + GAP));
                }
            }
            lines.add(line.toAttributedString());
        }
        return lines;
    }

    private static AttributedString rule(int[] widths, Theme theme) {
        return new AttributedString(theme.dash().repeat(sum(widths) + GAP * (widths.length - 1)), theme.faint());
    }

    /** Each row as {@code heading: cell} lines, for terminals that are too narrow for columns. */
    private static List<AttributedString> list(List<List<AttributedString>> rows, int width) {
        List<AttributedString> lines = new ArrayList<>();
        List<AttributedString> header = rows.get(0);
        for (List<AttributedString> row : rows.subList(1, rows.size())) {
            for (int i = 0; i < row.size(); i++) {
                AttributedStringBuilder line = new AttributedStringBuilder();
                if (i < header.size() && header.get(i).length() > 0) {
                    line.append(header.get(i)).append(": ");
                }
                lines.addAll(Wrap.at(line.append(row.get(i)).toAttributedString(), width));
            }
            lines.add(AttributedString.EMPTY);
        }
        return lines;
    }
}
