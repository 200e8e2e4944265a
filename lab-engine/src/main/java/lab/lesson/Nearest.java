package lab.lesson;

import java.util.Collection;

/** Did you mean …? */
final class Nearest {
    private Nearest() {}

    /** A half-sentence such as {@code ; did you mean "console"?}, else the list of what there is. */
    static String hint(String word, Collection<String> known) {
        String best = "";
        int least = Math.max(2, word.length() / 2);
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? "; there is: " + String.join(", ", known) : "; did you mean \"" + best + "\"?";
    }

    /** Changes of one letter (a swap of neighbours counts as one) that turn one word into the other. */
    static int distance(String one, String two) {
        int[][] cost = new int[one.length() + 1][two.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= two.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == two.charAt(j - 2)
                        && one.charAt(i - 2) == two.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][two.length()];
    }
}
