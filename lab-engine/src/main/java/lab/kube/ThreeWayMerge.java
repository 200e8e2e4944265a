package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import lab.kube.schema.Schema;
import lab.kube.schema.Schemas;
import lab.kube.schema.Type;

/**
 * The patch of {@code kubectl apply}: what the manifest changes against the live object, and what it no longer has of
 * what was applied last. Models CreateThreeWayMergePatch (strategicpatch) and CreateThreeWayJSONMergePatch
 * (jsonmergepatch) of staging/src/k8s.io/apimachinery@1.34.
 */
public final class ThreeWayMerge {
    /** A patch and its kind, as the {@code content-type} of the request. */
    public record Patch(String contentType, ObjectNode body) {
        /** Nothing to do: apply prints {@code unchanged}. */
        public boolean isEmpty() {
            return body.isEmpty();
        }
    }

    private ThreeWayMerge() {}

    /**
     * The patch that kubectl sends for this kind: strategic for built-in kinds, a JSON merge patch for custom ones.
     *
     * @param lastApplied the object in the annotation {@code last-applied-configuration}, or an empty object
     * @param modified the manifest with the new annotation
     * @param live the object as the server gave it
     */
    public static Patch patch(JsonNode lastApplied, JsonNode modified, JsonNode live) throws PatchProblem {
        Schema kind = Schemas.kubernetes()
                .of(live.path("apiVersion").asText(), live.path("kind").asText());
        return kind == null
                ? new Patch("application/merge-patch+json", json(lastApplied, modified, live))
                : new Patch("application/strategic-merge-patch+json", strategic(lastApplied, modified, live, kind));
    }

    public static ObjectNode strategic(JsonNode lastApplied, JsonNode modified, JsonNode live, Schema kind)
            throws PatchProblem {
        PatchStructure structure = new PatchStructure(new Type.Ref(kind.name()));
        ObjectNode delta = new StrategicDiff(true, false).maps(live, modified, structure, false);
        ObjectNode deletions = new StrategicDiff(false, true).maps(lastApplied, modified, structure, false);
        return StrategicMergePatch.combine(deletions, delta, structure);
    }

    /** The strategic patch that makes one object into another; {@code kubectl edit}, {@code label}, {@code set}. */
    public static Patch between(JsonNode before, JsonNode after) {
        Schema kind = Schemas.kubernetes()
                .of(before.path("apiVersion").asText(), before.path("kind").asText());
        if (kind == null) {
            return new Patch("application/merge-patch+json", MergePatch.between(before, after));
        }
        PatchStructure structure = new PatchStructure(new Type.Ref(kind.name()));
        return new Patch(
                "application/strategic-merge-patch+json",
                new StrategicDiff(true, true).maps(before, after, structure, false));
    }

    public static ObjectNode json(JsonNode lastApplied, JsonNode modified, JsonNode live) {
        ObjectNode changes = nulls(MergePatch.between(live, modified), false);
        ObjectNode deletions = nulls(MergePatch.between(lastApplied, modified), true);
        return merge(changes, deletions);
    }

    private static ObjectNode nulls(ObjectNode patch, boolean only) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            JsonNode value = member.getValue();
            if (value instanceof ObjectNode object) {
                ObjectNode inner = nulls(object, only);
                if (!inner.isEmpty() || (!only && object.isEmpty())) {
                    result.set(member.getKey(), inner);
                }
            } else if (value.isNull() == only) {
                result.set(member.getKey(), value);
            }
        }
        return result;
    }

    private static ObjectNode merge(ObjectNode first, ObjectNode second) {
        ObjectNode result = first.deepCopy();
        for (Map.Entry<String, JsonNode> member : second.properties()) {
            if (result.get(member.getKey()) instanceof ObjectNode mine
                    && member.getValue() instanceof ObjectNode other) {
                result.set(member.getKey(), merge(mine, other));
            } else {
                result.set(member.getKey(), member.getValue());
            }
        }
        return result;
    }
}
