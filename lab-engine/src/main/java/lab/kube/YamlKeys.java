package lab.kube;

import java.util.Comparator;

/** The order of keys in printed YAML: digits by their number. Models goyaml.v2 sorter.go@2.4.0. */
final class YamlKeys implements Comparator<String> {
    @Override
    public int compare(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        for (int i = 0; i < a.length && i < b.length; i++) {
            if (a[i] != b[i]) {
                return compareAt(a, b, i);
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int compareAt(int[] a, int[] b, int i) {
        boolean aLetter = Character.isLetter(a[i]);
        boolean bLetter = Character.isLetter(b[i]);
        if (aLetter && bLetter) {
            return Integer.compare(a[i], b[i]);
        }
        if (aLetter || bLetter) {
            return bLetter ? -1 : 1;
        }
        long start = 0;
        if (a[i] == '0' || b[i] == '0') {
            for (int j = i - 1; j >= 0 && Character.isDigit(a[j]); j--) {
                if (a[j] != '0') {
                    start = 1;
                    break;
                }
            }
        }
        int aEnd = end(a, i);
        int bEnd = end(b, i);
        long aNumber = number(a, i, aEnd, start);
        long bNumber = number(b, i, bEnd, start);
        if (aNumber != bNumber) {
            return Long.compare(aNumber, bNumber);
        }
        return aEnd != bEnd ? Integer.compare(aEnd, bEnd) : Integer.compare(a[i], b[i]);
    }

    private static int end(int[] text, int from) {
        int end = from;
        while (end < text.length && Character.isDigit(text[end])) {
            end++;
        }
        return end;
    }

    private static long number(int[] text, int from, int to, long start) {
        long number = start;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }
}
