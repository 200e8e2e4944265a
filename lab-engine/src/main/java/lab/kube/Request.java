package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to an API server.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param path absolute, such as {@code /api/v1/namespaces/default/pods}; decoded
 * @param query parameters in order, each with its values; decoded
 * @param headers by lower-case name: {@code accept}, {@code content-type}, {@code authorization},
 *     {@code impersonate-user}, {@code user-agent}
 * @param body the object or patch sent, null if none
 */
public record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        @Nullable JsonNode body) {
    public Request {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = Map.copyOf(headers);
    }

    public static Request of(String method, String path) {
        return new Request(method, path, Map.of(), Map.of(), null);
    }

    public static Request get(String path) {
        return of("GET", path);
    }

    public static Request post(String path, JsonNode body) {
        return of("POST", path).withBody("application/json", body);
    }

    public static Request put(String path, JsonNode body) {
        return of("PUT", path).withBody("application/json", body);
    }

    /** @param contentType the kind of patch, such as {@code application/merge-patch+json} */
    public static Request patch(String path, String contentType, JsonNode body) {
        return of("PATCH", path).withBody(contentType, body);
    }

    public static Request delete(String path) {
        return of("DELETE", path);
    }

    public Request withBody(String contentType, JsonNode newBody) {
        return withHeader("content-type", contentType).copy(newBody);
    }

    private Request copy(JsonNode newBody) {
        return new Request(method, path, query, headers, newBody);
    }

    public Request withHeader(String name, String value) {
        Map<String, String> copy = new LinkedHashMap<>(headers);
        copy.put(name, value);
        return new Request(method, path, query, copy, body);
    }

    /** Adds a value to a query parameter. */
    public Request with(String parameter, String value) {
        Map<String, List<String>> copy = new LinkedHashMap<>(query);
        List<String> values = new ArrayList<>(copy.getOrDefault(parameter, List.of()));
        values.add(value);
        copy.put(parameter, List.copyOf(values));
        return new Request(method, path, copy, headers, body);
    }

    /** The first value of a query parameter, or null. */
    public @Nullable String parameter(String name) {
        List<String> values = query.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The header's value, or the empty text. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
