package lab.kube;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Status} objects with which an API server refuses or confirms. Models
 * staging/src/k8s.io/apimachinery/pkg/api/errors/errors.go@1.34.
 */
public final class Status {
    /** What is wrong with one field of an invalid object. */
    public record Cause(String reason, String message, String field) {}

    private Status() {}

    public static ObjectNode of(int code, String reason, String message) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Failure").put("message", message);
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        return status.put("code", code);
    }

    private static ObjectNode about(ObjectNode status, String group, String kind, String name) {
        ObjectNode details = status.putObject("details");
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!group.isEmpty()) {
            details.put("group", group);
        }
        if (!kind.isEmpty()) {
            details.put("kind", kind);
        }
        return details;
    }

    public static Response response(ObjectNode status) {
        return Response.json(status.path("code").asInt(200), status);
    }

    private static String qualified(String group, String resource) {
        return group.isEmpty() ? resource : resource + "." + group;
    }

    public static ObjectNode notFound(String group, String resource, String name) {
        ObjectNode status = of(404, "NotFound", qualified(group, resource) + " \"" + name + "\" not found");
        about(status, group, resource, name);
        return status;
    }

    /** A path that nothing serves. */
    public static ObjectNode noSuchResource() {
        ObjectNode status = of(404, "NotFound", "the server could not find the requested resource");
        status.putObject("details");
        return status;
    }

    public static ObjectNode alreadyExists(String group, String resource, String name) {
        ObjectNode status = of(409, "AlreadyExists", qualified(group, resource) + " \"" + name + "\" already exists");
        about(status, group, resource, name);
        return status;
    }

    public static ObjectNode conflict(String group, String resource, String name, String problem) {
        ObjectNode status = of(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + qualified(group, resource) + " \"" + name + "\": " + problem);
        about(status, group, resource, name);
        return status;
    }

    public static ObjectNode forbidden(String group, String resource, String name, String problem) {
        String message = name.isEmpty()
                ? qualified(group, resource) + " is forbidden: " + problem
                : qualified(group, resource) + " \"" + name + "\" is forbidden: " + problem;
        ObjectNode status = of(403, "Forbidden", message);
        about(status, group, resource, name);
        return status;
    }

    public static ObjectNode badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    /** An object that breaks rules: each cause reads {@code field: message}. */
    public static ObjectNode invalid(String group, String kind, String name, List<Cause> causes) {
        List<String> texts = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .distinct()
                .toList();
        String problems = texts.size() == 1 ? texts.get(0) : "[" + String.join(", ", texts) + "]";
        ObjectNode status = of(422, "Invalid", qualified(group, kind) + " \"" + name + "\" is invalid: " + problems);
        ArrayNode list = about(status, group, kind, name).putArray("causes");
        for (Cause cause : causes) {
            list.addObject()
                    .put("reason", cause.reason())
                    .put("message", cause.message())
                    .put("field", cause.field());
        }
        return status;
    }

    public static ObjectNode gone(String message) {
        return of(410, "Expired", message);
    }

    public static ObjectNode methodNotAllowed(String method) {
        ObjectNode status =
                of(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
        status.putObject("details");
        return status;
    }

    public static ObjectNode internalError(String message) {
        ObjectNode status = of(500, "InternalError", "Internal error occurred: " + message);
        status.putObject("details").putArray("causes").addObject().put("message", message);
        return status;
    }

    public static ObjectNode unsupportedMediaType(List<String> allowed) {
        return of(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: "
                        + allowed.stream().collect(Collectors.joining(", ")));
    }

    /** The confirmation of a deletion. */
    public static ObjectNode deleted(String group, String resource, String name, @Nullable String uid) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = about(status, group, resource, name);
        if (uid != null) {
            details.put("uid", uid);
        }
        return status;
    }
}
