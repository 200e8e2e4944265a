package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * JSON patches (RFC 6902), with the messages of the library that the real server uses (gopkg.in/evanphx/json-patch.v4):
 * a failed {@code test} reads {@code testing path … failed}, a missing place {@code … missing …}.
 */
public final class JsonPatch {
    private JsonNode document;

    private JsonPatch(JsonNode document) {
        this.document = document;
    }

    /** @return the patched tree; the arguments stay as they are */
    public static JsonNode apply(JsonNode target, JsonNode patch) throws PatchProblem {
        JsonPatch state = new JsonPatch(target.deepCopy());
        for (JsonNode operation : patch) {
            state.run(operation);
        }
        return state.document;
    }

    private void run(JsonNode operation) throws PatchProblem {
        String path = operation.path("path").asText();
        switch (operation.path("op").asText()) {
            case "add" -> add(path, operation.path("value").deepCopy());
            case "remove" -> remove(path);
            case "replace" -> {
                require("replace", path);
                if (path.isEmpty()) {
                    document = operation.path("value").deepCopy();
                } else {
                    set(path, operation.path("value").deepCopy());
                }
            }
            case "move" -> {
                String from = operation.path("from").asText();
                JsonNode value = require("move", from);
                remove(from);
                add(path, value);
            }
            case "copy" ->
                add(path, require("copy", operation.path("from").asText()).deepCopy());
            case "test" -> {
                JsonNode found = find(path);
                JsonNode wanted = operation.path("value");
                boolean none = wanted.isNull() || wanted.isMissingNode();
                boolean same = none ? found.isMissingNode() || found.isNull() : found.equals(wanted);
                if (!same) {
                    throw new PatchProblem("testing value " + path + " failed: test failed");
                }
            }
            default ->
                throw new PatchProblem(
                        "Unexpected kind: " + operation.path("op").asText());
        }
    }

    private static List<String> steps(String path) {
        return List.of(path.split("/", -1)).subList(1, path.split("/", -1).length).stream()
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private JsonNode find(String path) {
        if (path.isEmpty()) {
            return document;
        }
        JsonNode node = document;
        for (String step : steps(path)) {
            if (node.isArray()) {
                node = step.matches("[0-9]+") ? node.path(Integer.parseInt(step)) : MissingNode.getInstance();
            } else {
                node = node.path(step);
            }
        }
        return node;
    }

    private JsonNode require(String operation, String path) throws PatchProblem {
        JsonNode node = find(path);
        if (node.isMissingNode()) {
            throw new PatchProblem(operation + " operation does not apply: doc is missing "
                    + (parent(path).isMissingNode() ? "path: " : "key: ") + path + ": missing value");
        }
        return node;
    }

    private JsonNode parent(String path) {
        return find(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
    }

    private static String last(String path) {
        List<String> steps = steps(path);
        return steps.get(steps.size() - 1);
    }

    private void add(String path, JsonNode value) throws PatchProblem {
        if (path.isEmpty()) {
            document = value;
            return;
        }
        JsonNode parent = parent(path);
        String last = last(path);
        if (parent instanceof ArrayNode list) {
            if (last.equals("-")) {
                list.add(value);
            } else {
                int index = index(path, last, list.size() + 1);
                list.insert(index, value);
            }
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw new PatchProblem(
                    "add operation does not apply: doc is missing path: \"" + path + "\": missing value");
        }
    }

    private static int index(String path, String step, int size) throws PatchProblem {
        if (!step.matches("-?[0-9]+")) {
            throw new PatchProblem("add operation does not apply: doc is missing path: \"" + path
                    + "\": strconv.Atoi: parsing \"" + step + "\": invalid syntax");
        }
        int index = Integer.parseInt(step);
        int place = index < 0 ? index + size : index;
        if (place < 0 || place >= size) {
            throw new PatchProblem("Unable to access invalid index: " + index + ": invalid index referenced");
        }
        return place;
    }

    private void set(String path, JsonNode value) throws PatchProblem {
        JsonNode parent = parent(path);
        if (parent instanceof ArrayNode list) {
            list.set(index(path, last(path), list.size()), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last(path), value);
        }
    }

    private void remove(String path) throws PatchProblem {
        JsonNode parent = parent(path);
        if (parent instanceof ArrayNode list) {
            list.remove(index(path, last(path), list.size()));
        } else if (parent instanceof ObjectNode object && object.has(last(path))) {
            object.remove(last(path));
        } else {
            throw new PatchProblem("remove operation does not apply: doc is missing path: " + path + ": missing value");
        }
    }

    /** The patch that makes one tree into another: members and whole lists are added, removed, replaced. */
    public static ArrayNode between(JsonNode before, JsonNode after) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        between("", before, after, patch);
        return patch;
    }

    private static void between(String path, JsonNode before, JsonNode after, ArrayNode patch) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (!(before instanceof ObjectNode) || !(after instanceof ObjectNode)) {
            operation(patch, "replace", path).set("value", after.deepCopy());
            return;
        }
        before.fieldNames().forEachRemaining(name -> {
            if (!after.has(name)) {
                operation(patch, "remove", path + "/" + escape(name));
            }
        });
        after.fieldNames().forEachRemaining(name -> {
            String inner = path + "/" + escape(name);
            if (before.has(name)) {
                between(inner, before.path(name), after.path(name), patch);
            } else {
                operation(patch, "add", inner).set("value", after.path(name).deepCopy());
            }
        });
    }

    private static ObjectNode operation(ArrayNode patch, String name, String path) {
        return patch.addObject().put("op", name).put("path", path);
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
