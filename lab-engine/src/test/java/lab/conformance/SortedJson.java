package lab.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.TreeMap;

/** Prints JSON line by line with sorted keys, as Python's {@code json.dumps(x, indent=1, sort_keys=True)} does. */
final class SortedJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final StringBuilder text = new StringBuilder();

    private SortedJson() {}

    /** The text itself when it is not JSON. */
    static String orAsItIs(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
            return text;
        }
        try {
            SortedJson printer = new SortedJson();
            printer.print(JSON.readTree(stripped), 0);
            return printer.text.toString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private void print(JsonNode tree, int depth) throws JsonProcessingException {
        if (tree.isEmpty() || tree.isValueNode()) {
            text.append(JSON.writeValueAsString(tree));
            return;
        }
        text.append(tree.isObject() ? '{' : '[');
        String separator = "";
        if (tree.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            tree.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            for (var field : sorted.entrySet()) {
                begin(separator, depth + 1);
                text.append(JSON.writeValueAsString(field.getKey())).append(": ");
                print(field.getValue(), depth + 1);
                separator = ",";
            }
        } else {
            for (JsonNode item : tree) {
                begin(separator, depth + 1);
                print(item, depth + 1);
                separator = ",";
            }
        }
        begin("", depth);
        text.append(tree.isObject() ? '}' : ']');
    }

    private void begin(String separator, int depth) {
        text.append(separator).append('\n').append(" ".repeat(depth));
    }
}
