package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads an object's metadata. */
final class Meta {
    private Meta() {}

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asText();
    }

    static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }

    static JsonNode labels(JsonNode object) {
        return object.path("metadata").path("labels");
    }

    static String annotation(JsonNode object, String name) {
        return object.path("metadata").path("annotations").path(name).asText();
    }

    static long generation(JsonNode object) {
        return object.path("metadata").path("generation").asLong();
    }

    static boolean isDeleted(JsonNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    static Instant created(JsonNode object) {
        return Instant.parse(object.path("metadata").path("creationTimestamp").asText());
    }

    /** The owner that controls the object, or null. */
    static @Nullable JsonNode controller(JsonNode object) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return owner;
            }
        }
        return null;
    }

    static boolean isControlledBy(JsonNode object, JsonNode owner) {
        JsonNode reference = controller(object);
        return reference != null && reference.path("uid").asText().equals(uid(owner));
    }

    /** A reference to the controlling owner, as {@code metav1.NewControllerRef} makes it. */
    static ObjectNode controllerReference(Kind kind, JsonNode owner) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", kind.apiVersion())
                .put("kind", kind.kind())
                .put("name", name(owner))
                .put("uid", uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    /** The object {@code metadata.FIELD}, made if it is not there. */
    static ObjectNode child(ObjectNode object, String field) {
        return object.withObject("/metadata").withObject("/" + field);
    }
}
