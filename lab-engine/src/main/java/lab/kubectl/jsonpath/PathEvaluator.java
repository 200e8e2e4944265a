package lab.kubectl.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lab.kubectl.text.GoValue;

/** Applies a template to one object. Maps are walked in the order of their keys (Go's order is random). */
// models k8s.io/client-go util/jsonpath/jsonpath.go@1.34
final class PathEvaluator {
    private final List<PathNode> nodes;
    private final boolean allowMissingKeys;
    private int beginRange;
    private int inRange;
    private int endRange;
    private int lastEnd;

    PathEvaluator(List<PathNode> nodes, boolean allowMissingKeys) {
        this.nodes = nodes;
        this.allowMissingKeys = allowMissingKeys;
    }

    /** One list of values per piece of the template, in output order. */
    List<List<JsonNode>> results(JsonNode data) throws JsonPathProblem {
        return results(data, 0);
    }

    private List<List<JsonNode>> results(JsonNode data, int from) throws JsonPathProblem {
        List<List<JsonNode>> all = new ArrayList<>();
        for (int i = from; i < nodes.size(); i++) {
            List<JsonNode> found = walk(List.of(data), nodes.get(i));
            if (endRange > 0 && endRange <= inRange) {
                endRange--;
                lastEnd = i;
                break;
            }
            if (beginRange > 0) {
                beginRange--;
                inRange++;
                for (JsonNode value : found) {
                    all.addAll(results(value, i + 1));
                }
                if (found.isEmpty()) {
                    // nothing is printed, but the matching end must be found
                    results(MissingNode.getInstance(), i + 1);
                }
                inRange--;
                if (lastEnd > i) {
                    i = lastEnd;
                }
                continue;
            }
            all.add(found);
        }
        return all;
    }

    private List<JsonNode> walk(List<JsonNode> input, PathNode node) throws JsonPathProblem {
        if (node instanceof PathNode.Sequence sequence) {
            List<JsonNode> current = input;
            for (PathNode step : sequence.nodes()) {
                current = walk(current, step);
            }
            return current;
        } else if (node instanceof PathNode.Text text) {
            return List.of(TextNode.valueOf(text.text()));
        } else if (node instanceof PathNode.Field field) {
            return field(input, field.name());
        } else if (node instanceof PathNode.Slice slice) {
            return slice(input, slice);
        } else if (node instanceof PathNode.Filter filter) {
            return filter(input, filter);
        } else if (node instanceof PathNode.IntegerValue integer) {
            return constant(input, LongNode.valueOf(integer.value()));
        } else if (node instanceof PathNode.DecimalValue decimal) {
            return constant(input, DoubleNode.valueOf(decimal.value()));
        } else if (node instanceof PathNode.BooleanValue bool) {
            return constant(input, BooleanNode.valueOf(bool.value()));
        } else if (node instanceof PathNode.Wildcard) {
            List<JsonNode> result = new ArrayList<>();
            input.forEach(value -> result.addAll(children(value)));
            return result;
        } else if (node instanceof PathNode.Recursive) {
            List<JsonNode> result = new ArrayList<>();
            descend(input, result);
            return result;
        } else if (node instanceof PathNode.Union union) {
            List<JsonNode> result = new ArrayList<>();
            for (PathNode.Sequence alternative : union.alternatives()) {
                result.addAll(walk(input, alternative));
            }
            return result;
        }
        return identifier(input, ((PathNode.Identifier) node).name());
    }

    private static List<JsonNode> constant(List<JsonNode> input, JsonNode value) {
        return input.stream().map(each -> value).toList();
    }

    private List<JsonNode> identifier(List<JsonNode> input, String name) throws JsonPathProblem {
        if (name.equals("range")) {
            beginRange++;
            return input;
        }
        if (name.equals("end")) {
            if (inRange <= 0) {
                throw new JsonPathProblem("not in range, nothing to end");
            }
            endRange++;
            return List.of();
        }
        throw new JsonPathProblem("unrecognized identifier " + name);
    }

    private List<JsonNode> field(List<JsonNode> input, String name) throws JsonPathProblem {
        List<JsonNode> result = new ArrayList<>();
        for (JsonNode value : input) {
            JsonNode found = value.get(name);
            if (found != null) {
                result.add(found);
            }
        }
        if (result.isEmpty() && !input.isEmpty() && !allowMissingKeys) {
            throw new JsonPathProblem(name + " is not found");
        }
        return result;
    }

    private static List<JsonNode> slice(List<JsonNode> input, PathNode.Slice slice) throws JsonPathProblem {
        List<JsonNode> result = new ArrayList<>();
        for (JsonNode value : input) {
            if (value.isNull() || value.isMissingNode()) {
                continue;
            }
            if (!value.isArray()) {
                throw new JsonPathProblem(type(value) + " is not array or slice");
            }
            int length = value.size();
            int from = slice.from().known() ? slice.from().value() : 0;
            if (from < 0) {
                from += length;
            }
            int to = slice.to().known() ? slice.to().value() : length;
            if (to < 0 || (to == 0 && slice.to().derived())) {
                to += length;
            }
            if (to == from) {
                return result;
            }
            if (from >= length || from < 0) {
                throw new JsonPathProblem("array index out of bounds: index " + from + ", length " + length);
            }
            if (to > length || to < 0) {
                throw new JsonPathProblem("array index out of bounds: index " + (to - 1) + ", length " + length);
            }
            if (from > to) {
                throw new JsonPathProblem("starting index " + from + " is greater than ending index " + to);
            }
            int step = slice.step().known() ? slice.step().value() : 1;
            if (step <= 0) {
                throw new JsonPathProblem("step must be > 0");
            }
            for (int i = from; i < to; i += step) {
                result.add(value.path(i));
            }
        }
        return result;
    }

    private List<JsonNode> filter(List<JsonNode> input, PathNode.Filter filter) throws JsonPathProblem {
        List<JsonNode> result = new ArrayList<>();
        for (JsonNode value : input) {
            if (!value.isArray()) {
                throw new JsonPathProblem(GoValue.plain(value) + " is not array or slice and cannot be filtered");
            }
            for (JsonNode item : value) {
                if (filter.operator().equals("exists")) {
                    if (exists(item, filter.left())) {
                        result.add(item);
                    }
                    continue;
                }
                List<JsonNode> left = walk(List.of(item), filter.left());
                List<JsonNode> right = left.isEmpty() ? List.of() : walk(List.of(item), filter.right());
                if (left.size() > 1 || right.size() > 1) {
                    throw new JsonPathProblem("can only compare one element at a time");
                }
                if (!left.isEmpty()
                        && !right.isEmpty()
                        && Comparison.holds(left.get(0), filter.operator(), right.get(0))) {
                    result.add(item);
                }
            }
        }
        return result;
    }

    private boolean exists(JsonNode item, PathNode.Sequence path) {
        try {
            return !walk(List.of(item), path).isEmpty();
        } catch (JsonPathProblem notThere) {
            return false;
        }
    }

    private static void descend(List<JsonNode> input, List<JsonNode> result) {
        for (JsonNode value : input) {
            List<JsonNode> children = children(value);
            if (!children.isEmpty()) {
                result.add(value);
                descend(children, result);
            }
        }
    }

    private static List<JsonNode> children(JsonNode value) {
        List<JsonNode> children = new ArrayList<>();
        if (value.isObject()) {
            GoValue.keys(value).forEach(key -> children.add(value.path(key)));
        } else if (value.isArray()) {
            value.forEach(children::add);
        } else if (value.isTextual()) {
            for (byte b : value.textValue().getBytes(StandardCharsets.UTF_8)) {
                children.add(IntNode.valueOf(b & 0xff));
            }
        }
        return children;
    }

    /** The Go type of an unstructured value. */
    private static String type(JsonNode value) {
        if (value.isObject()) {
            return "map[string]interface {}";
        }
        return value.isTextual()
                ? "string"
                : value.isBoolean() ? "bool" : value.isIntegralNumber() ? "int64" : "float64";
    }
}
