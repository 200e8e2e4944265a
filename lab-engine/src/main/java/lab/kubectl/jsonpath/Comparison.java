package lab.kubectl.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The comparisons of a filter: of two values of the same basic kind only. */
// models k8s.io/client-go third_party/forked/golang/template/funcs.go@1.34
final class Comparison {
    private enum Kind {
        BOOLEAN,
        INTEGER,
        DECIMAL,
        STRING
    }

    private Comparison() {}

    static boolean holds(JsonNode left, String operator, JsonNode right) throws JsonPathProblem {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> !equal(left, right);
            case "<" -> less(left, right);
            case "<=" -> less(left, right) || equal(left, right);
            case ">" -> !less(left, right) && !equal(left, right);
            case ">=" -> !less(left, right);
            default -> throw new JsonPathProblem("unrecognized filter operator " + operator);
        };
    }

    private static boolean equal(JsonNode left, JsonNode right) throws JsonPathProblem {
        return switch (common(left, right)) {
            case BOOLEAN -> left.booleanValue() == right.booleanValue();
            case INTEGER -> left.longValue() == right.longValue();
            case DECIMAL -> left.doubleValue() == right.doubleValue();
            case STRING -> left.textValue().equals(right.textValue());
        };
    }

    private static boolean less(JsonNode left, JsonNode right) throws JsonPathProblem {
        return switch (common(left, right)) {
            case BOOLEAN -> throw new JsonPathProblem("invalid type for comparison");
            case INTEGER -> left.longValue() < right.longValue();
            case DECIMAL -> left.doubleValue() < right.doubleValue();
            case STRING ->
                Arrays.compareUnsigned(
                                left.textValue().getBytes(StandardCharsets.UTF_8),
                                right.textValue().getBytes(StandardCharsets.UTF_8))
                        < 0;
        };
    }

    private static Kind common(JsonNode left, JsonNode right) throws JsonPathProblem {
        Kind kind = kind(left);
        if (kind != kind(right)) {
            throw new JsonPathProblem("incompatible types for comparison");
        }
        return kind;
    }

    private static Kind kind(JsonNode value) throws JsonPathProblem {
        if (value.isBoolean()) {
            return Kind.BOOLEAN;
        } else if (value.isIntegralNumber()) {
            return Kind.INTEGER;
        } else if (value.isNumber()) {
            return Kind.DECIMAL;
        } else if (value.isTextual()) {
            return Kind.STRING;
        }
        throw new JsonPathProblem("invalid type for comparison");
    }
}
