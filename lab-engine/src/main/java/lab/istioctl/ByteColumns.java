package lab.istioctl;

import java.util.List;
import lab.shell.Output;

/** Rows as Go's tabwriter lays them out where cells hold colour codes: these count too. */
final class ByteColumns {
    private ByteColumns() {}

    static void print(Output out, List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)) + 2);
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i));
                if (i < columns - 1) {
                    line.append(" ".repeat(widths[i] - width(row.get(i))));
                }
            }
            out.println(line.toString());
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
