package lab.kube.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Values as Go's fmt package prints them. */
final class GoText {
    private GoText() {}

    /** The verb {@code %v}. */
    static String print(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "<no value>";
        }
        if (value.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            value.fieldNames().forEachRemaining(names::add);
            List<String> parts = new ArrayList<>();
            names.forEach(name -> parts.add(name + ":" + inner(value.get(name))));
            return "map[" + String.join(" ", parts) + "]";
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(item -> parts.add(inner(item)));
            return "[" + String.join(" ", parts) + "]";
        }
        if (value.isFloatingPointNumber()) {
            double number = value.doubleValue();
            return number == Math.rint(number) && Math.abs(number) < 1e21
                    ? String.valueOf((long) number)
                    : String.valueOf(number);
        }
        return value.asText();
    }

    private static String inner(JsonNode value) {
        return value.isNull() ? "<nil>" : print(value);
    }

    static String type(JsonNode value) {
        if (value.isTextual()) {
            return "string";
        }
        if (value.isBoolean()) {
            return "bool";
        }
        return value.isIntegralNumber() ? "int64" : value.isNumber() ? "float64" : "interface {}";
    }

    /** The format verbs v, s, d, q, t, f, x with width; others as they stand. */
    static String format(List<JsonNode> arguments) {
        String format = arguments.get(0).asText();
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                text.append(c);
                continue;
            }
            int start = ++i;
            while (i < format.length() && "+-# 0123456789.".indexOf(format.charAt(i)) >= 0) {
                i++;
            }
            if (i >= format.length()) {
                return text.append("%!(NOVERB)").toString();
            }
            char verb = format.charAt(i);
            if (verb == '%') {
                text.append('%');
            } else if (next >= arguments.size()) {
                text.append("%!").append(verb).append("(MISSING)");
            } else {
                text.append(verb(format.substring(start, i), verb, arguments.get(next++)));
            }
        }
        if (next < arguments.size()) {
            text.append("%!(EXTRA ");
            List<String> extra = new ArrayList<>();
            for (JsonNode more : arguments.subList(next, arguments.size())) {
                extra.add(type(more) + "=" + print(more));
            }
            text.append(String.join(", ", extra)).append(')');
        }
        return text.toString();
    }

    private static String verb(String flags, char verb, JsonNode value) {
        String width = flags.replaceAll("[+# ]", "");
        return switch (verb) {
            case 'd' ->
                value.isIntegralNumber()
                        ? String.format("%" + flags.replace("#", "") + "d", value.asLong())
                        : "%!d(" + type(value) + "=" + print(value) + ")";
            case 'q' ->
                '"' + print(value).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
            case 'f' -> String.format("%" + width + "f", value.asDouble());
            case 'x' -> String.format("%" + width.replace(".", "") + "x", value.asLong());
            case 's', 'v', 't' -> {
                String plain = value.isNull() || value.isMissingNode() ? "<nil>" : print(value);
                yield width.isEmpty() || width.startsWith("0") ? plain : String.format("%" + width + "s", plain);
            }
            default -> "%!" + verb + "(" + type(value) + "=" + print(value) + ")";
        };
    }
}
