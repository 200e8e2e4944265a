package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds and makes places in object trees. Names in paths are separated by dots. */
public final class Tree {
    private Tree() {}

    /** What lies at the path; a missing node if nothing does. */
    public static JsonNode at(JsonNode object, String path) {
        JsonNode node = object;
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }

    /** The text at the path; empty if nothing is there. */
    public static String text(JsonNode object, String path) {
        return at(object, path).asText("");
    }

    /** The object at the path, made with all above it where it is missing. */
    public static ObjectNode make(ObjectNode object, String path) {
        ObjectNode node = object;
        for (String name : path.split("\\.")) {
            node = child(node, name);
        }
        return node;
    }

    /** The member that is an object, made if it is missing or null. */
    public static ObjectNode child(ObjectNode object, String name) {
        return object.get(name) instanceof ObjectNode found ? found : object.putObject(name);
    }

    /** The member that is a list, made if it is missing or null. */
    public static ArrayNode list(ObjectNode object, String name) {
        return object.get(name) instanceof ArrayNode found ? found : object.putArray(name);
    }

    /** The first object of a list whose field has this value. */
    public static @Nullable ObjectNode named(JsonNode list, String field, String value) {
        for (JsonNode item : list) {
            if (item instanceof ObjectNode object && item.path(field).asText().equals(value)) {
                return object;
            }
        }
        return null;
    }

    /** Whether two trees say the same; whole numbers are compared by value, however they are held. */
    public static boolean same(JsonNode a, JsonNode b) {
        return a.equals(Tree::compareNumbers, b);
    }

    private static int compareNumbers(JsonNode a, JsonNode b) {
        if (a.equals(b)) {
            return 0;
        }
        boolean equal = a.isNumber() && b.isNumber() && a.decimalValue().compareTo(b.decimalValue()) == 0;
        return equal ? 0 : 1;
    }

    /** A copy of its own, with whole numbers held alike, so that trees from anywhere compare by {@code equals}. */
    public static ObjectNode copy(ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> copy.set(member.getKey(), copied(member.getValue())));
        return copy;
    }

    private static JsonNode copied(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            return copy(object);
        }
        if (tree instanceof ArrayNode list) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> copy.add(copied(item)));
            return copy;
        }
        return tree.isIntegralNumber() && !tree.isInt() && tree.canConvertToInt()
                ? JsonNodeFactory.instance.numberNode(tree.asInt())
                : tree;
    }

    /** Removes a member, and every object above it that it leaves empty. */
    public static void prune(ObjectNode object, List<String> path) {
        if (path.size() > 1 && object.get(path.get(0)) instanceof ObjectNode child) {
            prune(child, path.subList(1, path.size()));
            if (child.isEmpty()) {
                object.remove(path.get(0));
            }
        } else if (path.size() == 1) {
            object.remove(path.get(0));
        }
    }
}
