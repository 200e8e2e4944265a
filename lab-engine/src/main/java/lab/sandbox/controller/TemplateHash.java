package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/** The {@code pod-template-hash} of a pod template: the same template gives the same hash. */
// models pkg/controller/controller_utils.go ComputeHash, with the template's JSON in place of a dump of Go's memory
final class TemplateHash {
    static final String LABEL = "pod-template-hash";
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private TemplateHash() {}

    static String of(JsonNode template, int collisions) {
        StringBuilder text = new StringBuilder();
        canonical(template, text);
        if (collisions > 0) {
            text.append(collisions);
        }
        int hash = 0x811c9dc5;
        for (byte octet : text.toString().getBytes(StandardCharsets.UTF_8)) {
            hash *= 0x01000193;
            hash ^= octet & 0xff;
        }
        return encode(Integer.toUnsignedString(hash));
    }

    /** k8s.io/apimachinery/pkg/util/rand.SafeEncodeString. */
    private static String encode(String digits) {
        StringBuilder name = new StringBuilder();
        digits.chars().forEach(digit -> name.append(LETTERS.charAt(digit % LETTERS.length())));
        return name.toString();
    }

    private static void canonical(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            ((ObjectNode) node).fieldNames().forEachRemaining(names::add);
            text.append('{');
            for (String name : names) {
                if (!node.get(name).isNull()) {
                    text.append(name).append(':');
                    canonical(node.get(name), text);
                }
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (JsonNode item : (ArrayNode) node) {
                canonical(item, text);
                text.append(',');
            }
            text.append(']');
        } else {
            text.append(node.toString());
        }
    }
}
