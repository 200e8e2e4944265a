package lab.kubectl.describe;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** Amounts of cpu and memory, such as {@code 100m} and {@code 128Mi}. */
// models k8s.io/apimachinery pkg/api/resource/quantity.go@1.34, decimal and binary suffixes
final class Amount {
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    private Amount() {}

    static BigDecimal parse(String text) {
        int end = text.length();
        while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        String suffix = text.substring(end);
        if (end == 0) {
            return BigDecimal.ZERO;
        }
        if (suffix.endsWith("i")) {
            return new BigDecimal(text.substring(0, end)).multiply(KIBI.pow("KMGTPE".indexOf(suffix.charAt(0)) + 1));
        }
        Integer power = DECIMAL.get(suffix);
        return power != null
                ? new BigDecimal(text.substring(0, end)).scaleByPowerOfTen(power)
                : suffix.isEmpty() ? new BigDecimal(text) : BigDecimal.ZERO;
    }

    /** The canonical text of a whole number of bytes: the largest suffix that divides it. */
    static String bytes(BigDecimal value) {
        BigInteger number = value.toBigInteger();
        if (number.signum() == 0 || number.abs().compareTo(BigInteger.valueOf(1024)) < 0) {
            return number.toString();
        }
        int suffix = 0;
        while (suffix < 6 && number.mod(BigInteger.valueOf(1024)).signum() == 0) {
            number = number.shiftRight(10);
            suffix++;
        }
        return number + (suffix == 0 ? "" : "KMGTPE".charAt(suffix - 1) + "i");
    }

    /** The canonical text of an amount in thousandths. */
    static String thousandths(BigDecimal value) {
        BigInteger milli = value.movePointRight(3).toBigInteger();
        return milli.mod(BigInteger.valueOf(1000)).signum() == 0
                ? milli.divide(BigInteger.valueOf(1000)).toString()
                : milli + "m";
    }
}
