package lab.kube;

import java.math.BigDecimal;

/** A floating point number as Go's {@code strconv.FormatFloat(v, 'g', -1, 64)} prints it. */
final class GoNumber {
    private GoNumber() {}

    static String print(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? ".nan" : value == 0 ? "0" : value > 0 ? ".inf" : "-.inf";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        // %e is used when the exponent is below -4 or at least 21 (shortest format)
        if (exponent >= -4 && exponent < 21) {
            return shortest.toPlainString();
        }
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String sign = exponent < 0 ? "-" : "+";
        String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : String.valueOf(Math.abs(exponent));
        return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + sign + power;
    }
}
