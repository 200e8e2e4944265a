package lab.sandbox.node.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Builds a response as Go's server writes it: the handler's headers sorted, then Date and Content-Length. */
final class GoResponse {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Map<String, String> headers = new TreeMap<>();
    private int code = 200;
    private byte[] body = {};

    GoResponse header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    GoResponse code(int status) {
        code = status;
        return this;
    }

    GoResponse body(String contentType, String text) {
        return body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    GoResponse body(String contentType, byte[] bytes) {
        headers.put("Content-Type", contentType);
        body = bytes.clone();
        return this;
    }

    HttpResponse build(String method, Instant now) {
        List<Header> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(new Header(name, value)));
        lines.add(new Header("Date", DATE.format(now)));
        boolean head = method.equals("HEAD");
        boolean bodyless = code == 204 || code == 304 || code / 100 == 1;
        if (!head && !bodyless) {
            lines.add(new Header("Content-Length", String.valueOf(body.length)));
        }
        return new HttpResponse(code, HttpResponse.reason(code), lines, head || bodyless ? new byte[0] : body);
    }
}
