package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Adopts and releases dependents. */
// models pkg/controller/controller_ref_manager.go
final class Owners {
    private Owners() {}

    static void adopt(Objects objects, Kind kind, JsonNode orphan, Kind ownerKind, JsonNode owner) {
        change(
                objects,
                kind,
                orphan,
                object -> object.withObject("/metadata")
                        .withArray("/ownerReferences")
                        .add(Meta.controllerReference(ownerKind, owner)));
    }

    static void release(Objects objects, Kind kind, JsonNode dependent, JsonNode owner) {
        remove(objects, kind, dependent, Meta.uid(owner));
    }

    static void remove(Objects objects, Kind kind, JsonNode dependent, String ownerUid) {
        change(objects, kind, dependent, object -> dropReference(object, ownerUid));
    }

    /** Takes the reference to this owner out of the object. */
    static void dropReference(ObjectNode object, String ownerUid) {
        ObjectNode metadata = object.withObject("/metadata");
        ArrayNode references = metadata.withArray("/ownerReferences");
        for (int i = references.size() - 1; i >= 0; i--) {
            if (references.get(i).path("uid").asText().equals(ownerUid)) {
                references.remove(i);
            }
        }
        if (references.isEmpty()) {
            metadata.remove("ownerReferences");
        }
    }

    private static void change(Objects objects, Kind kind, JsonNode object, Consumer<ObjectNode> change) {
        objects.modify(kind, Meta.namespace(object), Meta.name(object), change);
    }
}
