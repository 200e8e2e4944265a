package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A JSON object with the field names that its Go struct has, as templates name them. */
final class GoFields {
    private static final Set<String> MAPS =
            Set.of("nodeSelector", "limits", "requests", "matchLabels", "volumeAttributes", "overhead");

    private GoFields() {}

    static JsonNode of(JsonNode value) {
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(of(item)));
            return array;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        value.properties()
                .forEach(field -> object.set(
                        Character.toUpperCase(field.getKey().charAt(0))
                                + field.getKey().substring(1),
                        MAPS.contains(field.getKey()) ? field.getValue() : of(field.getValue())));
        return object;
    }
}
