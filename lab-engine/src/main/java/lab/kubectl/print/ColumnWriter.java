package lab.kubectl.print;

import java.util.ArrayList;
import java.util.List;
import lab.shell.Output;

/** Lines of cells in aligned columns; widths are remembered from one flush to the next and only grow. */
// models github.com/liggitt/tabwriter with RememberWidths as kubectl uses it: width at least 6, padding 3
final class ColumnWriter {
    private static final int MINIMUM = 6;
    private static final int PADDING = 3;

    private final List<Integer> widths = new ArrayList<>();
    private final List<List<String>> lines = new ArrayList<>();

    void add(List<String> cells) {
        lines.add(cells);
    }

    void flush(Output out) {
        for (List<String> line : lines) {
            for (int column = 0; column < line.size() - 1; column++) {
                if (column == widths.size()) {
                    widths.add(MINIMUM);
                }
                widths.set(column, Math.max(widths.get(column), length(line.get(column)) + PADDING));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int column = 0; column < line.size(); column++) {
                String cell = line.get(column);
                text.append(cell);
                if (column < line.size() - 1) {
                    text.append(" ".repeat(widths.get(column) - length(cell)));
                }
            }
            text.append('\n');
        }
        lines.clear();
        if (text.length() > 0) {
            out.print(text.toString());
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
