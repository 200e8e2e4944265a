package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lab.kube.PatchStructure.Member;

/**
 * Computes strategic merge patches. Models diffMaps and diffLists of
 * staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go@1.34.
 *
 * @param changes whether changes and additions go into the patch
 * @param deletions whether deletions do
 */
record StrategicDiff(boolean changes, boolean deletions) {
    ObjectNode maps(JsonNode original, JsonNode modified, PatchStructure structure, boolean retainKeys) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        List<String> retained = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : modified.properties()) {
            String name = entry.getKey();
            JsonNode now = entry.getValue();
            JsonNode before = original.get(name);
            if (!now.isNull()) {
                retained.add(name);
            }
            if (before == null || before.getNodeType() != now.getNodeType()) {
                if (changes) {
                    patch.set(name, now);
                }
            } else if (now.isObject()) {
                object(patch, name, before, now, structure.member(name));
            } else if (now.isArray() && structure.member(name).merges()) {
                list(patch, name, before, now, structure.member(name));
            } else if (changes && !Tree.same(before, now)) {
                patch.set(name, now);
            }
        }
        boolean gone = false;
        for (Map.Entry<String, JsonNode> entry : original.properties()) {
            if (!modified.has(entry.getKey())) {
                gone = true;
                if (deletions) {
                    patch.putNull(entry.getKey());
                }
            }
        }
        if (retainKeys && !retained.isEmpty() && (!patch.isEmpty() || gone)) {
            ArrayNode keys = patch.putArray(StrategicMergePatch.RETAIN_KEYS);
            retained.stream().sorted().forEach(keys::add);
        }
        return patch;
    }

    private void object(ObjectNode patch, String name, JsonNode before, JsonNode now, Member member) {
        if (member.replaces()) {
            if (changes && !Tree.same(before, now)) {
                patch.set(name, now);
            }
            return;
        }
        ObjectNode inner = maps(before, now, member.structure(), member.retainsKeys());
        if (!inner.isEmpty()) {
            patch.set(name, inner);
        }
    }

    private void list(ObjectNode patch, String name, JsonNode before, JsonNode now, Member member) {
        if (before.isEmpty()) {
            if (!now.isEmpty() && changes) {
                patch.set(name, now);
            }
        } else if (before.path(0).isObject() || now.path(0).isObject()) {
            objects(patch, name, before, now, member);
        } else {
            scalars(patch, name, before, now);
        }
    }

    private void objects(ObjectNode patch, String name, JsonNode before, JsonNode now, Member member) {
        ElementOrder order = new ElementOrder(member.mergeKey());
        List<JsonNode> changed = new ArrayList<>();
        for (JsonNode item : now) {
            int at = order.index(before, item);
            if (at >= 0) {
                ObjectNode inner = maps(before.get(at), item, member.structure(), member.retainsKeys());
                if (!inner.isEmpty()) {
                    inner.set(member.mergeKey(), item.path(member.mergeKey()));
                    changed.add(inner);
                }
            } else if (changes) {
                changed.add(item);
            }
        }
        List<JsonNode> gone = new ArrayList<>();
        for (JsonNode item : before) {
            if (deletions && order.index(now, item) < 0) {
                ObjectNode deletion = JsonNodeFactory.instance.objectNode();
                deletion.put(StrategicMergePatch.DIRECTIVE, "delete");
                deletion.set(member.mergeKey(), item.path(member.mergeKey()));
                gone.add(deletion);
            }
        }
        gone.sort(Comparator.comparing(item -> item.path(member.mergeKey()).asText()));
        changed.addAll(gone);
        if (!changed.isEmpty()) {
            changed.forEach(patch.putArray(name)::add);
        }
        if ((changes && (!changed.isEmpty() || !sameOrder(before, now, order))) || (deletions && !changed.isEmpty())) {
            ArrayNode keys = patch.putArray(StrategicMergePatch.ELEMENT_ORDER + name);
            now.forEach(item -> keys.addObject().set(member.mergeKey(), item.path(member.mergeKey())));
        }
    }

    private static boolean sameOrder(JsonNode before, JsonNode now, ElementOrder order) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!order.same(before.get(i), now.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void scalars(ObjectNode patch, String name, JsonNode before, JsonNode now) {
        ElementOrder order = new ElementOrder("");
        List<JsonNode> added = new ArrayList<>();
        now.forEach(item -> {
            if (changes && order.index(before, item) < 0) {
                added.add(item);
            }
        });
        List<JsonNode> gone = new ArrayList<>();
        before.forEach(item -> {
            if (deletions && order.index(now, item) < 0) {
                gone.add(item);
            }
        });
        if (!added.isEmpty()) {
            added.forEach(patch.putArray(name)::add);
        }
        if (!gone.isEmpty()) {
            gone.forEach(patch.putArray(StrategicMergePatch.DELETE_PRIMITIVES + name)::add);
        }
        if (!gone.isEmpty() || (changes && !Tree.same(before, now))) {
            patch.set(StrategicMergePatch.ELEMENT_ORDER + name, now);
        }
    }
}
