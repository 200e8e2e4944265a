package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON merge patches (RFC 7386): members replace, null removes. */
public final class MergePatch {
    private MergePatch() {}

    /** @return the patched tree; the arguments stay as they are */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode)) {
            return patch.deepCopy();
        }
        ObjectNode result =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                result.set(member.getKey(), apply(result.path(member.getKey()), member.getValue()));
            }
        }
        return result;
    }

    /** The merge patch that makes {@code before} into {@code after}. */
    public static ObjectNode between(JsonNode before, JsonNode after) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : before.properties()) {
            if (!after.has(member.getKey())) {
                patch.putNull(member.getKey());
            }
        }
        for (Map.Entry<String, JsonNode> member : after.properties()) {
            JsonNode old = before.get(member.getKey());
            JsonNode now = member.getValue();
            if (old instanceof ObjectNode && now instanceof ObjectNode) {
                ObjectNode inner = between(old, now);
                if (!inner.isEmpty()) {
                    patch.set(member.getKey(), inner);
                }
            } else if (old == null || !old.equals(now)) {
                patch.set(member.getKey(), now.deepCopy());
            }
        }
        return patch;
    }
}
