package lab.kube.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The functions that every Go template has; {@code and} and {@code or} are in {@link Run}. */
final class Builtins {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static final Map<String, TemplateFunction> FUNCTIONS = Map.ofEntries(
            Map.entry("not", a -> BooleanNode.valueOf(!truth(a.get(0)))),
            Map.entry("len", a -> NODES.numberNode(length(a.get(0)))),
            Map.entry("index", Builtins::index),
            Map.entry("slice", Builtins::slice),
            Map.entry("eq", Builtins::equal),
            Map.entry("ne", a -> BooleanNode.valueOf(!same(a.get(0), a.get(1)))),
            Map.entry("lt", a -> BooleanNode.valueOf(compare(a) < 0)),
            Map.entry("le", a -> BooleanNode.valueOf(compare(a) <= 0)),
            Map.entry("gt", a -> BooleanNode.valueOf(compare(a) > 0)),
            Map.entry("ge", a -> BooleanNode.valueOf(compare(a) >= 0)),
            Map.entry("print", a -> NODES.textNode(a.stream().map(GoText::print).collect(Collectors.joining()))),
            Map.entry(
                    "println",
                    a -> NODES.textNode(a.stream().map(GoText::print).collect(Collectors.joining(" ")) + "\n")),
            Map.entry("printf", a -> NODES.textNode(GoText.format(a))),
            Map.entry("html", a -> NODES.textNode(html(GoText.print(a.get(0))))),
            Map.entry(
                    "js",
                    a -> NODES.textNode(
                            GoText.print(a.get(0)).replace("'", "\\'").replace("\"", "\\\""))),
            Map.entry(
                    "urlquery",
                    a -> NODES.textNode(URLEncoder.encode(GoText.print(a.get(0)), StandardCharsets.UTF_8))));

    private Builtins() {}

    static boolean truth(JsonNode value) {
        if (value.isContainerNode()) {
            return !value.isEmpty();
        }
        if (value.isTextual()) {
            return !value.textValue().isEmpty();
        }
        return value.isNumber() ? value.doubleValue() != 0 : value.asBoolean();
    }

    private static int length(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (value.isContainerNode()) {
            return value.size();
        }
        throw new TemplateProblem(
                value.isNull() || value.isMissingNode() ? "len of nil pointer" : "len of type " + GoText.type(value));
    }

    private static JsonNode index(List<JsonNode> arguments) {
        JsonNode value = arguments.get(0);
        if (value.isNull() || value.isMissingNode()) {
            throw new TemplateProblem("index of untyped nil");
        }
        for (JsonNode key : arguments.subList(1, arguments.size())) {
            if (value.isArray()) {
                if (!key.isIntegralNumber()) {
                    throw new TemplateProblem("cannot index slice/array with type " + GoText.type(key));
                }
                if (key.asInt() < 0 || key.asInt() >= value.size()) {
                    throw new TemplateProblem("reflect: slice index out of range");
                }
                value = value.path(key.asInt());
            } else if (value.isTextual()) {
                value = NODES.numberNode((int) value.textValue().charAt(key.asInt()));
            } else {
                value = value.path(key.asText());
            }
        }
        return value;
    }

    private static JsonNode slice(List<JsonNode> arguments) {
        String text = arguments.get(0).asText();
        int from = arguments.size() > 1 ? arguments.get(1).asInt() : 0;
        int to = arguments.size() > 2 ? arguments.get(2).asInt() : text.length();
        if (from < 0 || to > text.length() || from > to) {
            throw new TemplateProblem("index out of range: " + to);
        }
        return NODES.textNode(text.substring(from, to));
    }

    private static JsonNode equal(List<JsonNode> arguments) {
        if (arguments.size() < 2) {
            throw new TemplateProblem("missing argument for comparison");
        }
        return BooleanNode.valueOf(
                arguments.subList(1, arguments.size()).stream().anyMatch(other -> same(arguments.get(0), other)));
    }

    private static boolean same(JsonNode left, JsonNode right) {
        boolean nothing = left.isNull() || left.isMissingNode();
        boolean nothingRight = right.isNull() || right.isMissingNode();
        if (nothing || nothingRight) {
            return nothing && nothingRight;
        }
        if (left.isNumber() && right.isNumber()) {
            return left.doubleValue() == right.doubleValue();
        }
        if (left.getNodeType() != right.getNodeType()) {
            throw new TemplateProblem("incompatible types for comparison");
        }
        return left.equals(right);
    }

    private static int compare(List<JsonNode> arguments) {
        JsonNode left = arguments.get(0);
        JsonNode right = arguments.get(1);
        if (left.isNumber() && right.isNumber()) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        if (left.isTextual() && right.isTextual()) {
            return left.textValue().compareTo(right.textValue());
        }
        throw new TemplateProblem("incompatible types for comparison");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
