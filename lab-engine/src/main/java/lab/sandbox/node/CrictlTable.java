package lab.sandbox.node;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Columns as crictl prints them: at least 20 wide, two blanks between, the last as it is. */
final class CrictlTable {
    private static final int NARROWEST = 20;
    private static final int GAP = 3;

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    String print() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (int column = 0; column < columns; column++) {
            for (List<String> row : rows) {
                widths[column] = Math.max(
                        widths[column], Math.max(NARROWEST, row.get(column).length() + GAP));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                boolean last = column == columns - 1;
                text.append(cell).append(last ? "" : " ".repeat(widths[column] - cell.length()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Models github.com/docker/go-units HumanDuration. */
    static String ago(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        long minutes = seconds / 60;
        long hours = (minutes + 30) / 60;
        String text;
        if (seconds < 1) {
            text = "Less than a second";
        } else if (seconds == 1) {
            text = "1 second";
        } else if (seconds < 60) {
            text = seconds + " seconds";
        } else if (minutes == 1) {
            text = "About a minute";
        } else if (minutes < 60) {
            text = minutes + " minutes";
        } else if (hours == 1) {
            text = "About an hour";
        } else if (hours < 48) {
            text = hours + " hours";
        } else {
            text = hours / 24 + " days";
        }
        return text + " ago";
    }

    /** Sizes with four digits and decimal units, as go-units' HumanSize has them. */
    static String size(long bytes) {
        String[] units = {"B", "kB", "MB", "GB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        String digits = BigDecimal.valueOf(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
        return digits + units[unit];
    }
}
