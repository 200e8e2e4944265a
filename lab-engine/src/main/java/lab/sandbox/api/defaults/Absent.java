package lab.sandbox.api.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Quantity;

/** Sets members that are absent. */
final class Absent {
    private Absent() {}

    static boolean is(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull();
    }

    static void text(ObjectNode object, String name, String value) {
        if (is(object, name) || object.path(name).asText().isEmpty()) {
            object.put(name, value);
        }
    }

    static void number(ObjectNode object, String name, int value) {
        if (is(object, name)) {
            object.put(name, value);
        }
    }

    static void truth(ObjectNode object, String name, boolean value) {
        if (is(object, name)) {
            object.put(name, value);
        }
    }

    static void empty(ObjectNode object, String name) {
        if (is(object, name)) {
            object.putObject(name);
        }
    }

    /** The objects in a list; nothing if there is no list. */
    static List<ObjectNode> objects(JsonNode list) {
        List<ObjectNode> objects = new ArrayList<>();
        list.forEach(item -> {
            if (item instanceof ObjectNode object) {
                objects.add(object);
            }
        });
        return objects;
    }

    /** Amounts as the server prints them: {@code 0.5} is {@code 500m}. */
    static void canonical(JsonNode amounts) {
        if (amounts instanceof ObjectNode object) {
            object.properties().forEach(amount -> {
                Quantity quantity = Quantity.parse(amount.getValue().asText());
                if (quantity != null) {
                    object.put(amount.getKey(), quantity.toString());
                }
            });
        }
    }
}
