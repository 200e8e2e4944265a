package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An API server's answer.
 *
 * @param code the HTTP status
 * @param contentType {@code application/json}, or {@code text/plain} with a text node as body (logs)
 * @param warnings the texts of {@code Warning} headers, in order
 */
public record Response(int code, String contentType, JsonNode body, List<String> warnings) {
    public Response {
        warnings = List.copyOf(warnings);
    }

    public static Response json(int code, JsonNode body) {
        return new Response(code, "application/json", body, List.of());
    }

    public boolean ok() {
        return code >= 200 && code < 300;
    }
}
