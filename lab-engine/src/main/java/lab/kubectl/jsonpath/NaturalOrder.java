package lab.kubectl.jsonpath;

/** Texts in the order of people: runs of digits count as numbers. */
// models github.com/fvbommel/sortorder NaturalLess
final class NaturalOrder {
    private NaturalOrder() {}

    static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            char a = left.charAt(i);
            char b = right.charAt(j);
            if (isDigit(a) != isDigit(b)) {
                return isDigit(a) ? -1 : 1;
            }
            if (!isDigit(a)) {
                if (a != b) {
                    return Character.compare(a, b);
                }
                i++;
                j++;
                continue;
            }
            int firstLeft = skipZeros(left, i);
            int firstRight = skipZeros(right, j);
            int endLeft = skipDigits(left, firstLeft);
            int endRight = skipDigits(right, firstRight);
            if (endLeft - firstLeft != endRight - firstRight) {
                return Integer.compare(endLeft - firstLeft, endRight - firstRight);
            }
            int digits = left.substring(firstLeft, endLeft).compareTo(right.substring(firstRight, endRight));
            if (digits != 0) {
                return digits;
            }
            if (firstLeft - i != firstRight - j) {
                return Integer.compare(firstLeft - i, firstRight - j);
            }
            i = endLeft;
            j = endRight;
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int skipZeros(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    private static int skipDigits(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
