package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the entries of a merged list in order: those of the patch as the patch has them, those that only the server has
 * in between, as near to their old place as can be. Models normalizeElementOrder of
 * staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go@1.34.
 *
 * @param mergeKey the member that tells objects apart, empty for a list of plain values
 */
record ElementOrder(String mergeKey) {
    List<JsonNode> arrange(List<JsonNode> merged, Iterable<JsonNode> patchOrder, Iterable<JsonNode> serverOrder) {
        List<JsonNode> fromPatch = new ArrayList<>();
        List<JsonNode> fromServer = new ArrayList<>();
        for (JsonNode item : merged) {
            (index(patchOrder, item) >= 0 ? fromPatch : fromServer).add(item);
        }
        List<JsonNode> left = sorted(fromServer, serverOrder);
        List<JsonNode> right = sorted(fromPatch, patchOrder);
        List<JsonNode> result = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            boolean takeLeft;
            if (i >= left.size() || j >= right.size()) {
                takeLeft = j >= right.size();
            } else {
                int l = index(serverOrder, left.get(i));
                int r = index(serverOrder, right.get(j));
                takeLeft = l >= 0 && r >= 0 && l < r;
            }
            result.add(takeLeft ? left.get(i++) : right.get(j++));
        }
        return result;
    }

    List<JsonNode> sorted(List<JsonNode> items, Iterable<JsonNode> order) {
        List<JsonNode> result = new ArrayList<>();
        for (JsonNode wanted : order) {
            for (JsonNode item : items) {
                if (same(item, wanted) && !result.contains(item)) {
                    result.add(item);
                }
            }
        }
        for (JsonNode item : items) {
            if (index(order, item) < 0) {
                result.add(item);
            }
        }
        return result;
    }

    boolean same(JsonNode a, JsonNode b) {
        return mergeKey.isEmpty()
                ? Tree.same(a, b)
                : a.path(mergeKey).asText().equals(b.path(mergeKey).asText());
    }

    int index(Iterable<JsonNode> list, JsonNode wanted) {
        int at = 0;
        for (JsonNode item : list) {
            if (same(item, wanted)) {
                return at;
            }
            at++;
        }
        return -1;
    }
}
