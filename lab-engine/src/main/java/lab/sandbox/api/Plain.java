package lab.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.kube.Request;
import lab.kube.Response;
import org.jspecify.annotations.Nullable;

/** Answers about the server itself: version and health. */
final class Plain {
    private Plain() {}

    static @Nullable Response answer(Request request) {
        return switch (request.path()) {
            case "/version", "/version/" -> Response.json(200, version());
            case "/healthz", "/livez", "/readyz" ->
                new Response(200, "text/plain", JsonNodeFactory.instance.textNode("ok"), List.of());
            default -> null;
        };
    }

    private static ObjectNode version() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("major", "1")
                .put("minor", "34")
                .put("emulationMajor", "1")
                .put("emulationMinor", "34")
                .put("minCompatibilityMajor", "1")
                .put("minCompatibilityMinor", "33")
                .put("gitVersion", "v1.34.0")
                .put("gitCommit", "f28b4c9efbca5c5c0af716d9f2d5702667ee8a45")
                .put("gitTreeState", "clean")
                .put("buildDate", "2025-08-27T10:09:04Z")
                .put("goVersion", "go1.26.8")
                .put("compiler", "gc")
                .put("platform", "linux/amd64");
    }
}
