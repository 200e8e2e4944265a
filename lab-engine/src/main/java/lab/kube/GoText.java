package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints a tree as Go's {@code fmt} prints maps and slices, as some of the server's messages do. */
public final class GoText {
    private GoText() {}

    /** Such as {@code map[spec:map[replicas:two]]}. */
    public static String of(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
            sorted.forEach((name, value) -> parts.add(name + ":" + of(value)));
            return "map[" + String.join(" ", parts) + "]";
        }
        if (node.isArray()) {
            node.forEach(item -> parts.add(of(item)));
            return "[" + String.join(" ", parts) + "]";
        }
        return node.isNull() ? "<nil>" : node.asText();
    }
}
