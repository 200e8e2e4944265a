package lab.kubectl.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Quantity;
import lab.kubectl.text.GoQuote;
import org.jspecify.annotations.Nullable;

/** The order of {@code --sort-by}: numbers, quantities, texts in natural order; objects without the field first. */
// models k8s.io/kubectl pkg/cmd/get/sorter.go@1.34
public final class ObjectSorter {
    private final String field;
    private final JsonPath path;

    private ObjectSorter(String field, JsonPath path) {
        this.field = field;
        this.path = path;
    }

    public static ObjectSorter parse(String expression) throws JsonPathProblem {
        String field = JsonPath.relaxed(expression);
        return new ObjectSorter(field, JsonPath.parse(field));
    }

    /**
     * The positions of the objects in sorted order.
     *
     * @throws JsonPathProblem when no object has the field
     */
    public List<Integer> order(List<? extends JsonNode> objects) throws JsonPathProblem {
        List<@Nullable JsonNode> keys = new ArrayList<>();
        boolean found = false;
        for (JsonNode object : objects) {
            List<List<JsonNode>> results = path.results(object);
            JsonNode key = results.isEmpty() || results.get(0).isEmpty()
                    ? null
                    : results.get(0).get(0);
            found |= key != null;
            keys.add(key);
        }
        if (!found && !objects.isEmpty()) {
            throw new JsonPathProblem(
                    "couldn't find any field with path " + GoQuote.quote(field) + " in the list of objects");
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            order.add(i);
        }
        // Go's sort.Sort is insertion sort for up to 12 elements: stable as this one is
        order.sort((left, right) -> compare(keys.get(left), keys.get(right)));
        return order;
    }

    private static int compare(@Nullable JsonNode left, @Nullable JsonNode right) {
        if (left == null) {
            return right == null ? 0 : -1;
        }
        if (right == null) {
            return 1;
        }
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        if (left.isTextual() && right.isTextual()) {
            Quantity a = Quantity.parse(left.textValue());
            Quantity b = Quantity.parse(right.textValue());
            return a != null && b != null ? a.compareTo(b) : NaturalOrder.compare(left.textValue(), right.textValue());
        }
        return left.isNull() == right.isNull() ? 0 : left.isNull() ? -1 : 1;
    }
}
