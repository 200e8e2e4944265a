package lab.shell.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints JSON as jq 1.6 does. */
final class JqPrinter {
    /** One level's indentation; null prints everything on one line. */
    @Nullable
    String indent = "  ";

    boolean sorted;
    boolean ascii;

    String print(JsonNode node) {
        StringBuilder out = new StringBuilder();
        print(node, out, 0);
        return out.toString();
    }

    private void print(JsonNode node, StringBuilder out, int depth) {
        if (node.isObject() || node.isArray()) {
            container(node, out, depth);
        } else if (node.isTextual()) {
            string(node.textValue(), out);
        } else if (node.isNumber()) {
            out.append(number(node));
        } else {
            out.append(node.asText());
        }
    }

    private void container(JsonNode node, StringBuilder out, int depth) {
        boolean object = node.isObject();
        out.append(object ? '{' : '[');
        boolean first = true;
        Iterator<Map.Entry<String, JsonNode>> fields = entries(node).iterator();
        Iterator<JsonNode> elements = node.elements();
        while (object ? fields.hasNext() : elements.hasNext()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            line(out, depth + 1);
            if (object) {
                Map.Entry<String, JsonNode> field = fields.next();
                string(field.getKey(), out);
                out.append(indent == null ? ":" : ": ");
                print(field.getValue(), out, depth + 1);
            } else {
                print(elements.next(), out, depth + 1);
            }
        }
        if (!first) {
            line(out, depth);
        }
        out.append(object ? '}' : ']');
    }

    private List<Map.Entry<String, JsonNode>> entries(JsonNode node) {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(node.properties());
        if (sorted) {
            entries.sort(Map.Entry.comparingByKey());
        }
        return entries;
    }

    private void line(StringBuilder out, int depth) {
        if (indent != null) {
            out.append('\n').append(indent.repeat(depth));
        }
    }

    private void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int index = "\"\\\b\f\n\r\t".indexOf(c);
            if (index >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(index));
            } else if (c < 32 || c == 127 || (ascii && c > 126)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** jq 1.6 keeps numbers as doubles and prints them with 17 digits at most. */
    static String number(JsonNode node) {
        if (node.isIntegralNumber()
                && node.canConvertToLong()
                && Math.abs(node.longValue()) < 100_000_000_000_000_000L) {
            long value = node.longValue();
            return String.valueOf(Math.abs(value) > 1L << 53 ? (long) (double) value : value);
        }
        double value = node.doubleValue();
        if (Double.isNaN(value)) {
            return "null";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "1.7976931348623157e+308" : "-1.7976931348623157e+308";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value))
                .round(new MathContext(17))
                .stripTrailingZeros();
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        String sign = value < 0 ? "-" : "";
        if (exponent < -5 || exponent >= 17) {
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return sign
                    + mantissa
                    + (exponent < 0 ? "e-" : "e+")
                    + (Math.abs(exponent) < 10 ? "0" : "")
                    + Math.abs(exponent);
        }
        return shortest.toPlainString();
    }
}
