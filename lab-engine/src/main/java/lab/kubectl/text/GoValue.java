package lab.kubectl.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** JSON trees as Go programs print them: {@code %v}, {@code %#v} and {@code encoding/json}. */
public final class GoValue {
    private GoValue() {}

    /** What {@code fmt.Sprint} says: {@code map[a:1 b:[x y]]}. */
    public static String plain(JsonNode value) {
        StringBuilder out = new StringBuilder();
        plain(value, out);
        return out.toString();
    }

    private static void plain(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            out.append("map[");
            String separator = "";
            for (String key : keys(value)) {
                out.append(separator).append(key).append(':');
                plain(value.path(key), out);
                separator = " ";
            }
            out.append(']');
        } else if (value.isArray()) {
            out.append('[');
            for (int i = 0; i < value.size(); i++) {
                out.append(i == 0 ? "" : " ");
                plain(value.path(i), out);
            }
            out.append(']');
        } else if (value.isFloatingPointNumber()) {
            out.append(decimal(value.doubleValue(), 6, -4, true));
        } else {
            out.append(value.isNull() || value.isMissingNode() ? "<nil>" : value.asText());
        }
    }

    /** What {@code %#v} says of an unstructured object. */
    public static String literal(JsonNode value) {
        StringBuilder out = new StringBuilder();
        literal(value, out);
        return out.toString();
    }

    private static void literal(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            out.append("map[string]interface {}{");
            String separator = "";
            for (String key : keys(value)) {
                out.append(separator).append(GoQuote.quote(key)).append(':');
                literal(value.path(key), out);
                separator = ", ";
            }
            out.append('}');
        } else if (value.isArray()) {
            out.append("[]interface {}{");
            for (int i = 0; i < value.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                literal(value.path(i), out);
            }
            out.append('}');
        } else if (value.isTextual()) {
            out.append(GoQuote.quote(value.textValue()));
        } else if (value.isFloatingPointNumber()) {
            out.append(decimal(value.doubleValue(), 21, -4, true));
        } else {
            out.append(value.isNull() || value.isMissingNode() ? "interface {}(nil)" : value.asText());
        }
    }

    /** {@code json.Marshal}: one line, keys sorted, {@code <>&} escaped. */
    public static String json(JsonNode value) {
        StringBuilder out = new StringBuilder();
        json(value, out, "", "");
        return out.toString();
    }

    /** {@code json.MarshalIndent}. */
    public static String json(JsonNode value, String indent) {
        StringBuilder out = new StringBuilder();
        json(value, out, indent, "\n");
        return out.toString();
    }

    private static void json(JsonNode value, StringBuilder out, String indent, String newline) {
        if (value.isContainerNode() && value.isEmpty()) {
            out.append(value.isObject() ? "{}" : "[]");
        } else if (value.isContainerNode()) {
            String inner = newline + indent;
            out.append(value.isObject() ? '{' : '[');
            String separator = "";
            List<String> keys = keys(value);
            for (int i = 0; i < value.size(); i++) {
                out.append(separator).append(inner);
                if (value.isObject()) {
                    string(keys.get(i), out);
                    out.append(newline.isEmpty() ? ":" : ": ");
                    json(value.path(keys.get(i)), out, indent, inner);
                } else {
                    json(value.path(i), out, indent, inner);
                }
                separator = ",";
            }
            out.append(newline).append(value.isObject() ? '}' : ']');
        } else if (value.isTextual()) {
            string(value.textValue(), out);
        } else if (value.isFloatingPointNumber()) {
            out.append(decimal(value.doubleValue(), 21, -6, false));
        } else {
            out.append(value.isNull() || value.isMissingNode() ? "null" : value.asText());
        }
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** The keys of an object in the order in which Go prints maps; none for others. */
    public static List<String> keys(JsonNode value) {
        List<String> keys = new ArrayList<>();
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        Collections.sort(keys);
        return keys;
    }

    /** The shortest decimal; with an exponent if it is at least {@code large} or less than {@code small}. */
    private static String decimal(double value, int large, int small, boolean twoDigits) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= small && exponent < large) {
            return exact.toPlainString();
        }
        String digits = exact.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String power = Integer.toString(Math.abs(exponent));
        return (value < 0 ? "-" : "")
                + mantissa
                + (exponent < 0 ? "e-" : "e+")
                + (power.length() == 1 && (twoDigits || exponent > 0) ? "0" + power : power);
    }
}
