package lab.kubectl.print;

import java.util.List;

/** What a table shows beside the server's columns. */
public record TableOptions(
        boolean noHeaders,
        boolean wide,
        boolean namespace,
        boolean kind,
        boolean showLabels,
        List<String> labelColumns) {
    public TableOptions {
        labelColumns = List.copyOf(labelColumns);
    }
}
