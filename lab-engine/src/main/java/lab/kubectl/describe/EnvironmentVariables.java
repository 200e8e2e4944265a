package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import lab.kube.Quantity;
import lab.kubectl.text.GoValue;

/** The environment of a container; what comes from the pod's metadata is resolved. */
record EnvironmentVariables(Page page, JsonNode pod, JsonNode container) {
    void describe() {
        JsonNode variables = container.path("env");
        page.line(2, "Environment:" + (variables.isEmpty() ? "\t<none>" : ""));
        for (JsonNode variable : variables) {
            String name = variable.path("name").asText() + ":\t";
            JsonNode from = variable.path("valueFrom");
            if (!from.isObject()) {
                String start = name;
                for (String line : variable.path("value").asText("").split("\n", -1)) {
                    page.line(3, start + line);
                    start = "\t";
                }
            } else if (from.has("fieldRef")) {
                JsonNode reference = from.path("fieldRef");
                String path = reference.path("fieldPath").asText();
                page.line(
                        3,
                        name + field(path) + " (" + reference.path("apiVersion").asText("v1") + ":" + path + ")");
            } else if (from.has("resourceFieldRef")) {
                String resource = from.path("resourceFieldRef").path("resource").asText();
                page.line(3, name + resource(from.path("resourceFieldRef")) + " (" + resource + ")");
            } else if (from.has("secretKeyRef")) {
                key(name, from.path("secretKeyRef"), "in secret");
            } else if (from.has("configMapKeyRef")) {
                key(name, from.path("configMapKeyRef"), "of config map");
            }
        }
    }

    private void key(String name, JsonNode reference, String where) {
        page.line(
                3,
                name + "<set to the key '" + reference.path("key").asText() + "' " + where + " '"
                        + reference.path("name").asText("") + "'>\tOptional: "
                        + reference.path("optional").asBoolean());
    }

    // models pkg/util/fieldpath: only metadata is known to the client, so status.podIP prints nothing
    private String field(String path) {
        JsonNode metadata = pod.path("metadata");
        int bracket = path.indexOf("['");
        if (bracket > 0 && path.endsWith("']")) {
            String map = path.substring(0, bracket).replace("metadata.", "");
            return metadata.path(map)
                    .path(path.substring(bracket + 2, path.length() - 2))
                    .asText("");
        }
        return switch (path) {
            case "metadata.name", "metadata.namespace", "metadata.uid" ->
                metadata.path(path.substring(9)).asText("");
            case "metadata.labels", "metadata.annotations" -> {
                StringBuilder pairs = new StringBuilder();
                JsonNode map = metadata.path(path.substring(9));
                GoValue.keys(map)
                        .forEach(key -> pairs.append(pairs.isEmpty() ? "" : "\n")
                                .append(key)
                                .append("=\"")
                                .append(map.path(key).asText())
                                .append('"'));
                yield pairs.toString();
            }
            default -> "";
        };
    }

    private String resource(JsonNode reference) {
        String[] path = reference.path("resource").asText().split("\\.", 2);
        JsonNode amount = container.path("resources").path(path[0]).path(path.length > 1 ? path[1] : "");
        BigDecimal value = number(amount.asText("0"));
        BigDecimal divisor = number(reference.path("divisor").asText("1"));
        BigDecimal unit = divisor.signum() == 0 ? BigDecimal.ONE : divisor;
        String text = value.divide(unit, 0, RoundingMode.CEILING).toPlainString();
        return text.equals("0") && path[0].equals("limits") ? "node allocatable" : text;
    }

    private static BigDecimal number(String text) {
        Quantity quantity = Quantity.parse(text);
        return quantity == null ? BigDecimal.ZERO : quantity.amount();
    }
}
