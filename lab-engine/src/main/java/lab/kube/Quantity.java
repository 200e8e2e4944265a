package lab.kube;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource such as {@code 100m}, {@code 1.5} or {@code 128Mi}. Models
 * staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go@1.34.
 */
public record Quantity(BigDecimal amount, Format format) implements Comparable<Quantity> {
    /** Which suffixes the canonical text uses. */
    public enum Format {
        DECIMAL_EXPONENT,
        BINARY,
        DECIMAL
    }

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Format.DECIMAL);

    /** The server's words for a text that is no quantity. */
    public static final String PROBLEM =
            "quantities must match the regular expression" + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

    private static final Pattern TEXT = Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(.*)");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    /** @return null for a text that is no quantity */
    public static @Nullable Quantity parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(parts.group(1));
        String suffix = parts.group(2);
        if (BINARY.indexOf(suffix) > 0) {
            return new Quantity(number.multiply(KIBI.pow(BINARY.indexOf(suffix))), Format.BINARY);
        }
        int decimal = DECIMAL.indexOf(suffix);
        if (decimal >= 0) {
            return new Quantity(number.scaleByPowerOfTen(3 * (decimal - 3)), Format.DECIMAL);
        }
        if (suffix.matches("[eE][+-]?[0-9]{1,3}")) {
            return new Quantity(
                    number.scaleByPowerOfTen(
                            Integer.parseInt(suffix.substring(1).replace("+", ""))),
                    Format.DECIMAL_EXPONENT);
        }
        return null;
    }

    public static Quantity of(long amount) {
        return new Quantity(BigDecimal.valueOf(amount), Format.DECIMAL);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount), amount.signum() == 0 ? other.format : format);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(other.amount), amount.signum() == 0 ? other.format : format);
    }

    /** The amount as a whole number, rounded up. */
    public long value() {
        return amount.setScale(0, RoundingMode.CEILING).longValue();
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    /** The canonical text: no fraction, the largest suffix that keeps the amount whole. */
    @Override
    public String toString() {
        if (amount.signum() == 0) {
            return "0";
        }
        boolean binary = format == Format.BINARY && amount.abs().compareTo(KIBI) >= 0;
        if (binary && isWhole(amount)) {
            return binary(amount.toBigIntegerExact());
        }
        BigDecimal nano = amount.movePointRight(9).setScale(0, RoundingMode.UP);
        BigInteger mantissa = nano.toBigIntegerExact();
        int power = 0;
        BigInteger thousand = BigInteger.valueOf(1000);
        while (power < DECIMAL.size() - 1 && mantissa.mod(thousand).signum() == 0) {
            mantissa = mantissa.divide(thousand);
            power++;
        }
        if (format == Format.DECIMAL_EXPONENT) {
            int exponent = 3 * (power - 3);
            return exponent == 0 ? mantissa.toString() : mantissa + "e" + exponent;
        }
        return mantissa + DECIMAL.get(power);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static String binary(BigInteger whole) {
        BigInteger mantissa = whole;
        int power = 0;
        BigInteger kibi = BigInteger.valueOf(1024);
        while (power < BINARY.size() - 1 && mantissa.mod(kibi).signum() == 0) {
            mantissa = mantissa.divide(kibi);
            power++;
        }
        return mantissa + BINARY.get(power);
    }
}
