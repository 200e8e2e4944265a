package lab.shell.pflag;

import java.util.List;
import java.util.Locale;

/** Which commands a mistyped word may have meant, as the real tools' command library finds them. */
// models spf13/cobra command.go SuggestionsFor: at most two edits apart, or the beginning of the name
public final class Nearness {
    private static final int MOST_EDITS = 2;

    private Nearness() {}

    /** Those of the names that are near the word, in their order. */
    public static List<String> near(List<String> names, String word) {
        String typed = word.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> edits(typed, name) <= MOST_EDITS || name.startsWith(typed))
                .toList();
    }

    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int swap = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
