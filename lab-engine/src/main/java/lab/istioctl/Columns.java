package lab.istioctl;

import java.util.List;
import lab.shell.Output;

/** Rows in columns as Go's tabwriter lays them out with blanks; the last column is not padded. */
final class Columns {
    private Columns() {}

    /** @param padding blanks after the widest cell of a column */
    static void print(Output out, List<List<String>> rows, int padding) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i));
                if (i < columns - 1) {
                    line.append(" ".repeat(widths[i] - row.get(i).length() + padding));
                }
            }
            out.println(line.toString());
        }
    }
}
