package lab.sandbox.node.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param target path with query, as in the request line
 * @param headers in order; {@code Host} is one of them
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are copied on the way in and out, and nobody compares messages
public record HttpRequest(String method, String target, List<Header> headers, byte[] body) {
    public HttpRequest {
        headers = List.copyOf(headers);
        body = body.clone();
    }

    public static HttpRequest get(String target, String host) {
        return new HttpRequest("GET", target, List.of(new Header("Host", host)), new byte[0]);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
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

    public String host() {
        String host = header("Host");
        return host == null ? "" : host;
    }

    /** The same with a header set, in place of one of that name. */
    public HttpRequest with(String name, String value) {
        List<Header> changed = new ArrayList<>(headers);
        changed.removeIf(header -> header.name().equalsIgnoreCase(name));
        changed.add(new Header(name, value));
        return new HttpRequest(method, target, changed, body);
    }

    public HttpRequest without(String name) {
        List<Header> changed = new ArrayList<>(headers);
        changed.removeIf(header -> header.name().equalsIgnoreCase(name));
        return new HttpRequest(method, target, changed, body);
    }

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** Names as Go writes them ({@code X-Request-Id}), sorted, each with its values. */
    Map<String, List<String>> canonical() {
        Map<String, List<String>> sorted = new TreeMap<>();
        for (Header header : headers) {
            sorted.computeIfAbsent(canonical(header.name()), name -> new ArrayList<>())
                    .add(header.value());
        }
        return sorted;
    }

    static String canonical(String name) {
        StringBuilder text = new StringBuilder();
        boolean upper = true;
        for (int i = 0; i < name.length(); i++) {
            String letter = name.substring(i, i + 1);
            text.append(upper ? letter.toUpperCase(Locale.ROOT) : letter.toLowerCase(Locale.ROOT));
            upper = letter.equals("-");
        }
        return text.toString();
    }
}
