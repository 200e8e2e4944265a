package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A committed change of one object.
 *
 * @param object the object after the change; when it was deleted, its last state
 * @param before the object before the change, null when it was added
 */
public record Change(Type type, JsonNode object, @Nullable JsonNode before) {
    /** The names are those of watch events. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
