package lab.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.Request;
import lab.kube.Response;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI v3 documents, with as much as kubectl needs to leave validation to the server and to choose the kind of
 * patch: paths, no components. Not modelled: schemas (an incomplete set would be worse than none), OpenAPI v2.
 */
final class OpenApi {
    private static final String ROOT = "/openapi/v3";

    private final Registry registry;

    OpenApi(Registry registry) {
        this.registry = registry;
    }

    /** The answer, or null when the path is none of OpenAPI's. */
    @Nullable
    Response answer(Request request) {
        String path = request.path();
        if (!request.method().equals("GET") || !(path.equals(ROOT) || path.startsWith(ROOT + "/"))) {
            return null;
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        if (path.equals(ROOT)) {
            ObjectNode paths = document.putObject("paths");
            for (Resource resource : registry.all()) {
                String place = place(resource);
                paths.putObject(place).put("serverRelativeURL", ROOT + "/" + place + "?hash=" + hash(place));
            }
            return Response.json(200, document);
        }
        document.put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes").put("version", "v1.34.0");
        ObjectNode paths = document.putObject("paths");
        for (Resource resource : registry.all()) {
            if (path.equals(ROOT + "/" + place(resource)) && resource.verbs().contains("patch")) {
                describe(resource, paths);
            }
        }
        return paths.isEmpty() ? null : Response.json(200, document);
    }

    private static String place(Resource resource) {
        return (resource.group().isEmpty() ? "api/" : "apis/") + resource.apiVersion();
    }

    private static String hash(String place) {
        return "%08X".formatted(place.hashCode());
    }

    private static void describe(Resource resource, ObjectNode paths) {
        String space = resource.namespaced() ? "/namespaces/{namespace}/" : "/";
        ObjectNode patch = paths.putObject("/" + place(resource) + space + resource.name() + "/{name}")
                .putObject("patch");
        patch.putObject("x-kubernetes-group-version-kind")
                .put("group", resource.group())
                .put("version", resource.version())
                .put("kind", resource.kind());
        patch.putArray("parameters").addObject().put("name", "fieldValidation").put("in", "query");
        ObjectNode content = patch.putObject("requestBody").putObject("content");
        content.putObject("application/merge-patch+json");
        if (!resource.custom()) {
            content.putObject("application/strategic-merge-patch+json");
        }
    }
}
