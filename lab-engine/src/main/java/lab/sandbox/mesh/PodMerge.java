package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a rendered template over a pod as a strategic merge does: list items by their key, new ones first. */
final class PodMerge {
    private static final Map<String, String> KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "env", "name",
            "volumes", "name",
            "imagePullSecrets", "name",
            "volumeMounts", "mountPath",
            "ports", "containerPort",
            "hostAliases", "ip");

    private PodMerge() {}

    static void merge(ObjectNode base, JsonNode overlay) {
        overlay.properties().forEach(field -> {
            JsonNode before = base.get(field.getKey());
            JsonNode value = field.getValue();
            String key = KEYS.get(field.getKey());
            if (value.isNull()) {
                base.remove(field.getKey());
            } else if (before instanceof ObjectNode object && value.isObject()) {
                merge(object, value);
            } else if (before instanceof ArrayNode array && value.isArray() && key != null) {
                base.set(field.getKey(), list(array, value, key));
            } else {
                base.set(field.getKey(), value.deepCopy());
            }
        });
    }

    private static ArrayNode list(ArrayNode base, JsonNode overlay, String key) {
        ArrayNode merged = base.arrayNode();
        for (JsonNode item : overlay) {
            if (find(base, key, item.path(key)) == null) {
                merged.add(item.deepCopy());
            }
        }
        for (JsonNode item : base) {
            JsonNode other = find(overlay, key, item.path(key));
            JsonNode copy = item.deepCopy();
            if (other != null && copy instanceof ObjectNode object) {
                merge(object, other);
            }
            merged.add(copy);
        }
        return merged;
    }

    static @Nullable JsonNode find(JsonNode list, String key, JsonNode value) {
        for (JsonNode item : list) {
            if (item.path(key).equals(value)) {
                return item;
            }
        }
        return null;
    }
}
