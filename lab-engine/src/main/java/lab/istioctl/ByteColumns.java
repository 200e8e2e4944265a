package lab.istioctl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import lab.shell.Output;

/** Rows whose cells may hold colour codes: a column is as wide as its longest cell in bytes, codes and all, and two more. */
final class ByteColumns {
    private static final Pattern CODE = Pattern.compile("\u001b\\[\\d+m");

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
                    line.append(" ".repeat(widths[i] - visible(row.get(i))));
                }
            }
            out.println(line.toString());
        }
    }

    private static int width(String cell) {
        return cell.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int visible(String cell) {
        String shown = CODE.matcher(cell).replaceAll("");
        return shown.codePointCount(0, shown.length());
    }
}
