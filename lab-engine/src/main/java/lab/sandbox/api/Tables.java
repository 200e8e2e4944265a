package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.sandbox.api.Resource.Column;
import lab.sandbox.api.table.Rows;
import lab.sandbox.state.SandboxState;

/** Shows objects as a {@code meta.k8s.io/v1} Table. */
final class Tables {
    private final SandboxState state;

    Tables(SandboxState state) {
        this.state = state;
    }

    ObjectNode of(
            Resource resource,
            List<ObjectNode> objects,
            String version,
            long remaining,
            String token,
            String includeObject) {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        new Page(objects, version, remaining, token).describe(table.putObject("metadata"));
        ArrayNode definitions = table.putArray("columnDefinitions");
        for (Column column : resource.columns()) {
            definitions
                    .addObject()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("format", column.format())
                    .put("description", "")
                    .put("priority", column.wide() ? 1 : 0);
        }
        ArrayNode list = table.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = list.addObject();
            row.set("cells", cells(resource, object));
            if (includeObject.equals("Object")) {
                row.set("object", Reads.show(resource, object));
            } else if (!includeObject.equals("None")) {
                row.set("object", partial(object));
            }
        }
        return table;
    }

    private ArrayNode cells(Resource resource, JsonNode object) {
        ArrayNode cells = JsonNodeFactory.instance.arrayNode();
        List<Object> all = Rows.cells(resource.key(), object, state.now());
        if (all != null) {
            all.forEach(cell -> cells.add(node(cell)));
            return cells;
        }
        for (Column column : resource.columns()) {
            cells.add(node(Rows.cell(object, column.name(), column.type(), column.jsonPath(), state.now())));
        }
        return cells;
    }

    private static JsonNode node(Object cell) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (cell instanceof Integer number) {
            return nodes.numberNode(number);
        }
        if (cell instanceof Long number) {
            return nodes.numberNode(number);
        }
        if (cell instanceof Double number) {
            return nodes.numberNode(number);
        }
        return cell instanceof Boolean truth ? nodes.booleanNode(truth) : nodes.textNode(cell.toString());
    }

    private static ObjectNode partial(JsonNode object) {
        ObjectNode partial = JsonNodeFactory.instance.objectNode();
        partial.put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
        partial.set("metadata", object.path("metadata").deepCopy());
        return partial;
    }
}
