package lab.sandbox.node;

import java.math.BigDecimal;
import java.util.List;

/** Quantities of Kubernetes as plain numbers. */
final class Amounts {
    private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti");
    private static final List<String> DECIMAL = List.of("k", "M", "G", "T");

    private Amounts() {}

    static double cores(String text) {
        return text.endsWith("m")
                ? Double.parseDouble(text.substring(0, text.length() - 1)) / 1000
                : Double.parseDouble(text);
    }

    static long bytes(String text) {
        BigDecimal unit = BigDecimal.ONE;
        String number = text;
        for (int i = 0; i < BINARY.size(); i++) {
            if (text.endsWith(BINARY.get(i))) {
                unit = BigDecimal.valueOf(1024).pow(i + 1);
                number = text.substring(0, text.length() - 2);
            } else if (text.endsWith(DECIMAL.get(i))) {
                unit = BigDecimal.valueOf(1000).pow(i + 1);
                number = text.substring(0, text.length() - 1);
            }
        }
        return new BigDecimal(number).multiply(unit).longValue();
    }
}
