package lab.shell.text;

import java.math.BigInteger;

/** The order of {@code sort -V}: runs of digits as numbers, {@code ~} before everything, letters before others. */
final class Versions {
    private Versions() {}

    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() || j < b.length()) {
            while ((i < a.length() && !digit(a, i)) || (j < b.length() && !digit(b, j))) {
                int x = order(a, i);
                int y = order(b, j);
                if (x != y) {
                    return Integer.compare(x, y);
                }
                i++;
                j++;
            }
            int iEnd = i;
            while (digit(a, iEnd)) {
                iEnd++;
            }
            int jEnd = j;
            while (digit(b, jEnd)) {
                jEnd++;
            }
            BigInteger left = iEnd == i ? BigInteger.ZERO : new BigInteger(a.substring(i, iEnd));
            BigInteger right = jEnd == j ? BigInteger.ZERO : new BigInteger(b.substring(j, jEnd));
            int compared = left.compareTo(right);
            if (compared != 0) {
                return compared;
            }
            i = iEnd;
            j = jEnd;
        }
        return 0;
    }

    private static boolean digit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int order(String text, int at) {
        if (at >= text.length() || digit(text, at)) {
            return at >= text.length() ? -1 : 0;
        }
        char c = text.charAt(at);
        return c == '~' ? -2 : Character.isLetter(c) ? c : c + 256;
    }
}
