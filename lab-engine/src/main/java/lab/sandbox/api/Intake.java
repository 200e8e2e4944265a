package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.kube.ApiFailure;
import lab.kube.GoText;
import lab.kube.Request;
import lab.kube.Status;
import lab.kube.schema.Schema;
import lab.kube.schema.Schemas;
import lab.sandbox.api.validation.Decoding;
import lab.sandbox.api.validation.Validation;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a client sent: right kind, right types, no members that the kind does not have. Models
 * staging/src/k8s.io/apiserver/pkg/endpoints/handlers/create.go and patch.go@1.34.
 */
final class Intake {
    private Intake() {}

    /** A whole object; unknown members are dropped, and refused or told as {@code fieldValidation} says. */
    static void decode(Resource resource, ObjectNode object, Request request, List<String> warnings) {
        String apiVersion = object.path("apiVersion").asText("");
        String kind = object.path("kind").asText("");
        if (apiVersion.isEmpty() && kind.isEmpty()) {
            object.put("apiVersion", resource.apiVersion()).put("kind", resource.kind());
        } else if (!kind.equals(resource.kind()) || !apiVersion.equals(resource.apiVersion())) {
            throw Refusal.with(Status.badRequest(kind + " in version \"" + version(apiVersion)
                    + "\" cannot be handled as a " + resource.kind() + ": no kind \"" + kind
                    + "\" is registered for version \"" + apiVersion + "\" in scheme"));
        }
        List<String> unknown;
        if (resource.custom()) {
            unknown = prune(resource, object);
        } else {
            Schema schema = Schemas.kubernetes().of(resource.apiVersion(), resource.kind());
            if (schema == null) {
                return;
            }
            Decoding decoding = Decoding.of(object, schema);
            String problem = decoding.problem();
            if (problem != null) {
                throw handled(resource, problem);
            }
            unknown = decoding.unknown();
        }
        report(resource, unknown, request, warnings);
    }

    /** A patched object; what is wrong with it is told as a fault of the patch. */
    static void decodePatched(
            Resource resource, ObjectNode object, Request request, JsonNode patch, List<String> warnings) {
        if (resource.custom()) {
            report(resource, prune(resource, object), request, warnings);
            return;
        }
        Schema schema = Schemas.kubernetes().of(resource.apiVersion(), resource.kind());
        if (schema == null) {
            return;
        }
        Decoding decoding = Decoding.of(object, schema);
        boolean strategic = request.header("content-type").contains("strategic");
        String shown = strategic ? GoText.of(patch) : object.toString();
        String problem = decoding.problem();
        if (problem != null) {
            throw patchFault(shown, strategic ? converter(decoding) : problem);
        }
        if ("Strict".equals(request.parameter("fieldValidation"))
                && !decoding.unknown().isEmpty()) {
            throw patchFault(shown, "strict decoding error: " + String.join(", ", decoding.unknown()));
        }
        report(resource, decoding.unknown(), request, warnings);
    }

    // the words of staging/src/k8s.io/apimachinery/pkg/runtime/converter.go, which strategic patches go through
    private static String converter(Decoding decoding) {
        return switch (decoding.wantedKind()) {
            case "slice", "map", "struct" -> "cannot restore " + decoding.wantedKind() + " from: string";
            default -> "unrecognized type: " + decoding.wantedKind();
        };
    }

    private static ApiFailure patchFault(String shown, String problem) {
        return Refusal.with(Status.invalid(
                "",
                "",
                "",
                List.of(new Status.Cause(
                        "FieldValueInvalid",
                        "Invalid value: \"" + shown.replace("\\", "\\\\").replace("\"", "\\\"") + "\": " + problem,
                        "patch"))));
    }

    private static List<String> prune(Resource resource, ObjectNode object) {
        JsonNode schema = resource.schema();
        return schema == null ? List.of() : Validation.prune(object, schema);
    }

    private static void report(Resource resource, List<String> unknown, Request request, List<String> warnings) {
        String mode = request.parameter("fieldValidation");
        if (unknown.isEmpty() || "Ignore".equals(mode)) {
            return;
        }
        if ("Strict".equals(mode)) {
            throw handled(resource, "strict decoding error: " + String.join(", ", unknown));
        }
        warnings.addAll(unknown);
    }

    private static ApiFailure handled(Resource resource, String problem) {
        return Refusal.with(Status.badRequest(resource.kind() + " in version \"" + resource.version()
                + "\" cannot be handled as a " + resource.kind() + ": " + problem));
    }

    private static String version(String apiVersion) {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /** Refuses an object that breaks the rules of its kind. */
    static void validate(Resource resource, ObjectNode object, @Nullable ObjectNode old) {
        List<Status.Cause> causes = Validation.check(resource.key(), object, resource.schema(), old);
        if (!causes.isEmpty()) {
            throw Refusal.with(Status.invalid(
                    resource.group(),
                    resource.kind(),
                    object.path("metadata").path("name").asText(),
                    causes));
        }
    }
}
