package lab.sandbox.node.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** JSON as Go's encoder writes it with an indent of two blanks and HTML left alone. */
final class GoJson {
    private GoJson() {}

    static String print(JsonNode node) {
        StringBuilder text = new StringBuilder();
        print(node, "\n", text);
        return text.append('\n').toString();
    }

    private static void print(JsonNode node, String line, StringBuilder text) {
        if (node.isObject() && !node.isEmpty()) {
            String separator = "{";
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                text.append(separator).append(line).append("  ");
                quote(field.getKey(), text);
                text.append(": ");
                print(field.getValue(), line + "  ", text);
                separator = ",";
            }
            text.append(line).append('}');
        } else if (node.isArray() && !node.isEmpty()) {
            String separator = "[";
            for (Iterator<JsonNode> items = node.elements(); items.hasNext(); separator = ",") {
                text.append(separator).append(line).append("  ");
                print(items.next(), line + "  ", text);
            }
            text.append(line).append(']');
        } else if (node.isTextual()) {
            quote(node.asText(), text);
        } else {
            text.append(node);
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20 || c == '\u2028' || c == '\u2029') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
