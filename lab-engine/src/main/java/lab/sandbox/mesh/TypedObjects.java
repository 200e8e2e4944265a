package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.kube.Quantity;

/** What a trip through Kubernetes' typed objects does to a manifest: required parts appear, empty ones vanish. */
final class TypedObjects {
    private static final List<String> ZERO_DROPPED =
            List.of("initialDelaySeconds", "paused", "minReadySeconds", "hostNetwork");
    private static final Map<String, List<String>> ZERO_STATUS = Map.of(
            "StatefulSet", List.of("availableReplicas", "replicas"),
            "DaemonSet",
                    List.of("currentNumberScheduled", "desiredNumberScheduled", "numberMisscheduled", "numberReady"),
            "ReplicaSet", List.of("replicas"),
            "ReplicationController", List.of("replicas"));

    private TypedObjects() {}

    static void apply(ObjectNode object) {
        String kind = object.path("kind").asText();
        ObjectNode spec = object.withObjectProperty("spec");
        switch (kind) {
            case "Deployment" -> spec.withObjectProperty("strategy");
            case "StatefulSet", "DaemonSet" -> spec.withObjectProperty("updateStrategy");
            case "CronJob" ->
                spec.withObjectProperty("jobTemplate")
                        .withObjectProperty("spec")
                        .withObjectProperty("template")
                        .withObjectProperty("metadata");
            default -> {}
        }
        object.withObjectProperty("metadata");
        ObjectNode status = object.withObjectProperty("status");
        ZERO_STATUS.getOrDefault(kind, List.of()).stream()
                .filter(field -> !status.has(field))
                .forEach(field -> status.put(field, 0));
        if (kind.equals("Pod")) {
            podSpec(spec);
        } else {
            ObjectNode template = kind.equals("CronJob")
                    ? (ObjectNode) spec.path("jobTemplate").path("spec").path("template")
                    : spec.withObjectProperty("template");
            template.withObjectProperty("metadata");
            podSpec(template.withObjectProperty("spec"));
        }
    }

    static void podSpec(ObjectNode spec) {
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : spec.path(list)) {
                ((ObjectNode) container).withObjectProperty("resources");
            }
        }
        clean(spec, "");
    }

    private static void clean(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String field : names) {
                JsonNode value = object.get(field);
                boolean zero = value.isNull()
                        || (value.isArray() && value.isEmpty() && !field.equals("containers"))
                        || (field.equals("value") && value.asText().isEmpty())
                        || (ZERO_DROPPED.contains(field)
                                && (value.asText().equals("0") || value.asText().equals("false")))
                        || (value.isObject()
                                && value.isEmpty()
                                && (name.equals("resources")
                                        || field.equals("labels")
                                        || field.equals("annotations")
                                        || field.equals("nodeSelector")));
                if (zero) {
                    object.remove(field);
                } else if (name.equals("limits") || name.equals("requests")) {
                    Quantity quantity = Quantity.parse(value.asText());
                    object.put(field, quantity == null ? value.asText() : quantity.toString());
                } else {
                    clean(value, field);
                }
            }
        } else if (node.isArray()) {
            node.forEach(item -> clean(item, ""));
        }
    }
}
