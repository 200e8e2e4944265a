package lab.istioctl;

import java.util.Locale;

/** Which commands a mistyped word may have meant, as cobra finds them. */
// models spf13/cobra command.go SuggestionsFor: at most two edits apart, or the beginning of the name
final class Nearness {
    private static final int MOST_EDITS = 2;

    private Nearness() {}

    static boolean near(String word, String name) {
        String typed = word.toLowerCase(Locale.ROOT);
        return edits(typed, name) <= MOST_EDITS || name.startsWith(typed);
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(change, Math.min(row[j - 1], above) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
