package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code status.conditions}. */
final class Conditions {
    private Conditions() {}

    static @Nullable ObjectNode find(JsonNode object, String type) {
        for (JsonNode condition : object.path("status").path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return (ObjectNode) condition;
            }
        }
        return null;
    }

    static boolean isTrue(JsonNode object, String type) {
        JsonNode condition = find(object, type);
        return condition != null && condition.path("status").asText().equals("True");
    }

    static boolean hasReason(JsonNode object, String type, String reason) {
        JsonNode condition = find(object, type);
        return condition != null && condition.path("reason").asText().equals(reason);
    }

    /**
     * Sets a condition of a Deployment: unchanged when status and reason are; a new transition time only when the
     * status changes.
     */
    // models pkg/controller/deployment/util SetDeploymentCondition: the new one goes to the end of the list
    static void set(ObjectNode status, String type, String value, String reason, String message, String now) {
        ArrayNode conditions = status.withArray("/conditions");
        String transition = now;
        for (int i = 0; i < conditions.size(); i++) {
            JsonNode present = conditions.get(i);
            if (!present.path("type").asText().equals(type)) {
                continue;
            }
            if (present.path("status").asText().equals(value)) {
                if (present.path("reason").asText().equals(reason)) {
                    return;
                }
                transition = present.path("lastTransitionTime").asText();
            }
            conditions.remove(i);
            break;
        }
        conditions
                .addObject()
                .put("type", type)
                .put("status", value)
                .put("lastUpdateTime", now)
                .put("lastTransitionTime", transition)
                .put("reason", reason)
                .put("message", message);
    }

    static void remove(ObjectNode status, String type) {
        JsonNode conditions = status.path("conditions");
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).path("type").asText().equals(type)) {
                ((ArrayNode) conditions).remove(i);
                return;
            }
        }
    }
}
