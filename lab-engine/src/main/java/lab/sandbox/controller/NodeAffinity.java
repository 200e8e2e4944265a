package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether a node is one that the pod's nodeSelector and required node affinity allow. */
// models component-helpers scheduling/corev1/nodeaffinity
final class NodeAffinity {
    private NodeAffinity() {}

    static boolean matches(JsonNode podSpec, JsonNode node) {
        for (var wanted : podSpec.path("nodeSelector").properties()) {
            if (!wanted.getValue().equals(Meta.labels(node).path(wanted.getKey()))) {
                return false;
            }
        }
        JsonNode required =
                podSpec.path("affinity").path("nodeAffinity").path("requiredDuringSchedulingIgnoredDuringExecution");
        if (required.isMissingNode()) {
            return true;
        }
        for (JsonNode term : required.path("nodeSelectorTerms")) {
            if (!term.isEmpty() && matchesTerm(term, node)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesTerm(JsonNode term, JsonNode node) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put("metadata.name", Meta.name(node));
        for (JsonNode expression : term.path("matchExpressions")) {
            if (!matchesExpression(expression, Meta.labels(node))) {
                return false;
            }
        }
        for (JsonNode expression : term.path("matchFields")) {
            if (!matchesExpression(expression, fields)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesExpression(JsonNode expression, JsonNode values) {
        JsonNode value = values.path(expression.path("key").asText());
        boolean listed = false;
        for (JsonNode item : expression.path("values")) {
            listed |= item.asText().equals(value.asText()) && !value.isMissingNode();
        }
        long bound = expression.path("values").path(0).asLong();
        return switch (expression.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> !value.isMissingNode();
            case "DoesNotExist" -> value.isMissingNode();
            case "Gt" -> !value.isMissingNode() && value.asLong() > bound;
            case "Lt" -> !value.isMissingNode() && value.asLong() < bound;
            default -> false;
        };
    }
}
