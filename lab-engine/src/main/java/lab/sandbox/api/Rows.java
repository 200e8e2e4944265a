package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import lab.kube.HumanDuration;
import lab.kube.Tree;
import lab.sandbox.api.Resource.Column;
import lab.sandbox.state.SandboxState;

/** The cells of one object in a Table. */
final class Rows {
    private final SandboxState state;

    Rows(SandboxState state) {
        this.state = state;
    }

    ArrayNode cells(Resource resource, JsonNode object) {
        ArrayNode cells = JsonNodeFactory.instance.arrayNode();
        for (Column column : resource.columns()) {
            switch (column.name()) {
                case "Name" -> cells.add(Tree.text(object, "metadata.name"));
                case "Age" ->
                    cells.add(HumanDuration.since(Tree.text(object, "metadata.creationTimestamp"), state.now()));
                default -> cells.add("");
            }
        }
        return cells;
    }
}
