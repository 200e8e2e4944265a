package lab.sandbox.node.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response; headers in the order in which they go over the wire. */
@SuppressWarnings("ArrayRecordComponent") // bodies are copied on the way in and out, and nobody compares messages
public record HttpResponse(int code, String reason, List<Header> headers, byte[] body) {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(100, "Continue"),
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(202, "Accepted"),
            Map.entry(204, "No Content"),
            Map.entry(206, "Partial Content"),
            Map.entry(300, "Multiple Choices"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(303, "See Other"),
            Map.entry(304, "Not Modified"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(308, "Permanent Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(402, "Payment Required"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(407, "Proxy Authentication Required"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(418, "I'm a teapot"),
            Map.entry(422, "Unprocessable Entity"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    public HttpResponse {
        headers = List.copyOf(headers);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public int length() {
        return body.length;
    }

    /** The words of Go's {@code http.StatusText}; empty when it knows none. */
    public static String reason(int code) {
        return REASONS.getOrDefault(code, "");
    }

    /** The words that Envoy writes; it knows the teapot only as Unknown. */
    public static String envoyReason(int code) {
        String known = REASONS.get(code);
        return known == null || code == 418 ? "Unknown" : known;
    }

    /** The header's first value, or null. */
    public @Nullable String header(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }

    /** As a proxy passes it on: names in small letters, some headers added or replaced. */
    public HttpResponse throughEnvoy(List<Header> added) {
        List<Header> passed = new ArrayList<>();
        for (Header header : headers) {
            boolean replaced = added.stream().anyMatch(other -> other.name().equalsIgnoreCase(header.name()));
            if (!replaced) {
                passed.add(new Header(header.name().toLowerCase(Locale.ROOT), header.value()));
            }
        }
        passed.addAll(added);
        return new HttpResponse(code, envoyReason(code), passed, body);
    }

    /** The status line and headers, each line ended by CR LF, with the empty line. */
    public String head() {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + code + " " + reason + "\r\n");
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        return text.append("\r\n").toString();
    }
}
