package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Helm's way of laying values over values. */
final class HelmValues {
    private HelmValues() {}

    /** Like Helm: maps are merged, everything else is replaced, null stays. */
    static void merge(ObjectNode base, JsonNode overlay) {
        overlay.properties().forEach(field -> {
            if (base.get(field.getKey()) instanceof ObjectNode object
                    && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else {
                base.set(field.getKey(), field.getValue().deepCopy());
            }
        });
    }
}
