package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.kube.PatchStructure.Member;
import lab.kube.schema.Schema;
import lab.kube.schema.Type;

/**
 * Strategic merge patches: lists merge by their merge key, and directives ({@code $patch}, {@code $retainKeys},
 * {@code $setElementOrder}, {@code $deleteFromPrimitiveList}) say more. Models
 * staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go@1.34.
 */
public final class StrategicMergePatch {
    static final String DIRECTIVE = "$patch";
    static final String RETAIN_KEYS = "$retainKeys";
    static final String DELETE_PRIMITIVES = "$deleteFromPrimitiveList/";
    static final String ELEMENT_ORDER = "$setElementOrder/";

    // Two patches are merged into one by the same rules, only that directives and nulls stay.
    private final boolean applying;

    private StrategicMergePatch(boolean applying) {
        this.applying = applying;
    }

    /** @return the patched object; the arguments stay as they are */
    public static ObjectNode apply(JsonNode target, JsonNode patch, Schema kind) throws PatchProblem {
        return new StrategicMergePatch(true)
                .mergeMap(
                        (ObjectNode) target.deepCopy(),
                        (ObjectNode) patch.deepCopy(),
                        new PatchStructure(new Type.Ref(kind.name())));
    }

    /** One patch that does what both do. */
    static ObjectNode combine(ObjectNode first, ObjectNode second, PatchStructure structure) throws PatchProblem {
        return new StrategicMergePatch(false).mergeMap(first.deepCopy(), second.deepCopy(), structure);
    }

    private ObjectNode mergeMap(ObjectNode original, ObjectNode patch, PatchStructure structure) throws PatchProblem {
        JsonNode directive = patch.get(DIRECTIVE);
        if (directive != null) {
            return directed(directive.asText(), patch);
        }
        retainKeys(original, patch);
        ordered(original, patch, structure);
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            mergeMember(original, entry.getKey(), entry.getValue(), structure);
        }
        return original;
    }

    private static ObjectNode directed(String directive, ObjectNode patch) throws PatchProblem {
        if (directive.equals("replace")) {
            patch.remove(DIRECTIVE);
            return patch;
        }
        if (directive.equals("delete")) {
            return JsonNodeFactory.instance.objectNode();
        }
        throw new PatchProblem("unknown patch type found: " + directive);
    }

    private void retainKeys(ObjectNode original, ObjectNode patch) {
        JsonNode keys = patch.remove(RETAIN_KEYS);
        if (keys == null) {
            return;
        }
        if (!applying) {
            original.set(RETAIN_KEYS, keys);
            return;
        }
        Set<String> kept = new HashSet<>();
        keys.forEach(key -> kept.add(key.asText()));
        original.retain(kept);
    }

    private void ordered(ObjectNode original, ObjectNode patch, PatchStructure structure) throws PatchProblem {
        List<String> names = new ArrayList<>();
        patch.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!name.startsWith(ELEMENT_ORDER)) {
                continue;
            }
            JsonNode order = patch.remove(name);
            if (!applying) {
                original.set(name, order);
            }
            String field = name.substring(ELEMENT_ORDER.length());
            Member member = structure.member(field);
            ArrayNode before = original.get(field) instanceof ArrayNode list ? list.deepCopy() : null;
            ArrayNode added = patch.get(field) instanceof ArrayNode list ? list : null;
            patch.remove(field);
            List<JsonNode> merged;
            if (before != null && added != null) {
                merged = mergeList(before, added, member);
            } else if (added != null) {
                merged = items(applying ? withoutDirectives(added) : added);
            } else if (before != null) {
                merged = items(before);
            } else {
                continue;
            }
            Iterable<JsonNode> serverOrder = before == null ? List.of() : before;
            set(original, field, new ElementOrder(member.mergeKey()).arrange(merged, order, serverOrder));
        }
    }

    private static List<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    private static void set(ObjectNode object, String field, List<JsonNode> items) {
        ArrayNode list = object.putArray(field);
        items.forEach(list::add);
    }

    private void mergeMember(ObjectNode original, String name, JsonNode value, PatchStructure structure)
            throws PatchProblem {
        if (name.startsWith(DELETE_PRIMITIVES)) {
            if (applying) {
                deletePrimitives(original, name.substring(DELETE_PRIMITIVES.length()), value);
            } else {
                original.set(name, value);
            }
            return;
        }
        if (value.isNull()) {
            original.remove(name);
            if (applying) {
                return;
            }
        }
        JsonNode before = original.get(name);
        Member member = structure.member(name);
        if (before instanceof ObjectNode object && value instanceof ObjectNode patch) {
            original.set(
                    name, member.replaces() ? withoutDirectives(patch) : mergeMap(object, patch, member.structure()));
        } else if (before instanceof ArrayNode && value instanceof ArrayNode list && member.merges()) {
            set(original, name, mergeList(before, list, member));
        } else {
            original.set(name, applying ? withoutDirectives(value) : value);
        }
    }

    private static void deletePrimitives(ObjectNode original, String name, JsonNode values) {
        if (original.get(name) instanceof ArrayNode list) {
            Set<JsonNode> gone = new HashSet<>(items(values));
            List<JsonNode> kept =
                    items(list).stream().filter(item -> !gone.contains(item)).toList();
            set(original, name, kept);
        }
    }

    private List<JsonNode> mergeList(JsonNode original, JsonNode patch, Member member) throws PatchProblem {
        if (!member.merges()) {
            return items(patch);
        }
        boolean objects = patch.path(0).isObject() || original.path(0).isObject();
        if (!objects) {
            List<JsonNode> all = items(original);
            for (JsonNode value : patch) {
                if (!all.contains(value)) {
                    all.add(value);
                }
            }
            return new ElementOrder("").arrange(all, patch, original);
        }
        return mergeObjects(original, patch, member);
    }

    private List<JsonNode> mergeObjects(JsonNode original, JsonNode patch, Member member) throws PatchProblem {
        String key = member.mergeKey();
        ElementOrder order = new ElementOrder(key);
        List<JsonNode> merged = items(original);
        List<JsonNode> plain = new ArrayList<>();
        for (JsonNode item : patch) {
            String directive = item.path(DIRECTIVE).asText();
            if (directive.equals("replace")) {
                merged.clear();
            } else if (directive.equals("delete")) {
                requireKey(item, key);
                merged.removeIf(candidate -> order.same(candidate, item));
            } else {
                plain.add(item);
            }
        }
        for (JsonNode item : plain) {
            requireKey(item, key);
            int at = order.index(merged, item);
            if (at >= 0) {
                merged.set(at, mergeMap((ObjectNode) merged.get(at), (ObjectNode) item, member.structure()));
            } else {
                merged.add(applying ? withoutDirectives(item) : item);
            }
        }
        return order.arrange(merged, plain, original);
    }

    private static void requireKey(JsonNode item, String key) throws PatchProblem {
        if (!item.has(key)) {
            throw new PatchProblem("map: " + GoText.of(item) + " does not contain declared merge key: " + key);
        }
    }

    // What a patch adds where nothing was: without nulls and without orders about what to keep.
    private static JsonNode withoutDirectives(JsonNode patch) {
        if (patch instanceof ObjectNode object) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (!member.getKey().startsWith("$") && !member.getValue().isNull()) {
                    result.set(member.getKey(), withoutDirectives(member.getValue()));
                }
            }
            return result;
        }
        if (patch instanceof ArrayNode list) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            for (JsonNode item : list) {
                if (!item.path(DIRECTIVE).asText().equals("delete")) {
                    result.add(withoutDirectives(item));
                }
            }
            return result;
        }
        return patch;
    }
}
