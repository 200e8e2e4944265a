package lab.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import lab.kube.HumanDuration;

/**
 * A cell of a custom resource: what the column's path finds. Models
 * staging/src/k8s.io/apiextensions-apiserver/pkg/registry/customresource/tableconvertor/tableconvertor.go@1.34.
 */
final class CustomRow {
    private CustomRow() {}

    static Object cell(JsonNode object, String path, String type, Instant now) {
        JsonNode value = find(object, path);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (type) {
            case "date" -> HumanDuration.since(value.asText(), now);
            case "integer" -> value.isNumber() ? (Object) value.asLong() : "";
            case "number" -> value.isNumber() ? (Object) value.asDouble() : "";
            case "boolean" -> value.isBoolean() ? (Object) value.asBoolean() : "";
            default -> value.isValueNode() ? value.asText() : value.toString();
        };
    }

    private static JsonNode find(JsonNode object, String path) {
        JsonNode node = object;
        String text = path.startsWith(".") ? path.substring(1) : path;
        for (String step : text.split("(?<!\\\\)\\.")) {
            String name = step.replace("\\.", ".");
            int bracket = name.indexOf('[');
            node = node.path(bracket < 0 ? name : name.substring(0, bracket));
            if (bracket >= 0) {
                node = item(node, name.substring(bracket + 1, name.length() - 1));
            }
        }
        return node;
    }

    // an index, or a filter such as ?(@.type=="Ready")
    private static JsonNode item(JsonNode list, String selector) {
        if (selector.matches("[0-9]+")) {
            return list.path(Integer.parseInt(selector));
        }
        String[] parts = selector.replaceAll("^\\?\\(@\\.|\\)$", "").split("==");
        for (JsonNode item : list) {
            if (parts.length == 2 && item.path(parts[0]).asText().equals(parts[1].replaceAll("[\"']", ""))) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }
}
