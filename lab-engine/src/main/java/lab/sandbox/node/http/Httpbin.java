package lab.sandbox.node.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * go-httpbin.
 *
 * <p>Models github.com/mccutchen/go-httpbin httpbin/handlers.go@2.15.0. Not modelled: images, streams, compression,
 * cookies, digest authentication, the index page.
 */
public final class Httpbin implements HttpServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json; charset=utf-8";
    private static final String TEXT_TYPE = "text/plain; charset=utf-8";
    private static final Duration USUAL = Duration.ofMillis(1);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    private final String hostname;
    private final Supplier<String> uuids;

    /** @param hostname what {@code /hostname} answers */
    public Httpbin(String hostname, Supplier<String> uuids) {
        this.hostname = hostname;
        this.uuids = uuids;
    }

    @Override
    public Answer answer(HttpRequest request, String peer, Instant now) {
        GoResponse response = new GoResponse()
                .header("Access-Control-Allow-Credentials", "true")
                .header("Access-Control-Allow-Origin", origin(request));
        Duration took = handle(request, peer, response);
        return new Answer(response.build(request.method(), now.plus(took)), took);
    }

    private static String origin(HttpRequest request) {
        String origin = request.header("Origin");
        return origin == null ? "*" : origin;
    }

    private Duration handle(HttpRequest request, String peer, GoResponse response) {
        String[] parts = request.path().split("/", -1);
        String first = parts.length > 1 ? parts[1] : "";
        String second = parts.length > 2 ? parts[2] : "";
        String expected = method(first);
        boolean any = expected.isEmpty();
        boolean allowed = any
                || expected.equals(request.method())
                || (expected.equals("GET") && request.method().equals("HEAD"));
        if (!any && !allowed) {
            response.header("Allow", expected.equals("GET") ? "GET, HEAD" : expected)
                    .header("X-Content-Type-Options", "nosniff")
                    .code(405)
                    .body(TEXT_TYPE, "Method Not Allowed\n");
            return USUAL;
        }
        switch (first) {
            case "get", "head" -> json(response, plain(request, peer));
            case "post", "put", "patch", "delete", "anything" -> withBody(request, peer, response);
            case "headers" -> json(response, object("headers", headers(request)));
            case "ip" -> json(response, object("origin", text(client(request, peer))));
            case "user-agent" -> {
                String agent = request.header("User-Agent");
                json(response, object("user-agent", text(agent == null ? "" : agent)));
            }
            case "uuid" -> json(response, object("uuid", text(uuids.get())));
            case "hostname" -> json(response, object("hostname", text(hostname)));
            case "status" -> status(second, response);
            case "delay" -> {
                return delay(request, second, peer, response);
            }
            case "html" -> response.body("text/html; charset=utf-8", HttpbinPages.html());
            case "json" -> response.body(JSON_TYPE, HttpbinPages.json());
            case "robots.txt" -> response.body("text/plain", "User-agent: *\nDisallow: /deny\n");
            case "bytes" -> bytes(second, response);
            case "base64" -> response.body(TEXT_TYPE, Base64.getUrlDecoder().decode(second.replace("%3D", "=")));
            case "redirect", "relative-redirect" -> redirect(second, response);
            case "redirect-to" -> {
                Map<String, List<String>> query = Query.parse(request.query());
                String code = Query.first(query, "status_code");
                response.header("Location", Query.first(query, "url"))
                        .code(code.isEmpty() ? 302 : Integer.parseInt(code));
            }
            case "response-headers" -> responseHeaders(request, response);
            case "basic-auth" -> basicAuth(request, second, parts.length > 3 ? parts[3] : "", response);
            case "unstable" -> response.body(TEXT_TYPE, "").code(uuids.get().charAt(0) < '8' ? 500 : 200);
            default ->
                response.header("X-Content-Type-Options", "nosniff").code(404).body(TEXT_TYPE, "404 page not found\n");
        }
        return USUAL;
    }

    /** The method that a path takes; empty for all. */
    private static String method(String first) {
        return switch (first) {
            case "post", "put", "patch", "delete" -> first.toUpperCase(Locale.ROOT);
            case "get", "ip", "html", "json", "uuid", "hostname", "bytes", "redirect", "user-agent", "head" -> "GET";
            default -> "";
        };
    }

    private static void json(GoResponse response, JsonNode value) {
        response.body(JSON_TYPE, GoJson.print(value));
    }

    private static ObjectNode object(String name, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(name, value);
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static JsonNode values(Map<String, List<String>> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach((name, list) -> {
            ArrayNode array = object.putArray(name);
            list.forEach(array::add);
        });
        return object;
    }

    private static JsonNode headers(HttpRequest request) {
        return values(request.canonical());
    }

    private static String client(HttpRequest request, String peer) {
        String forwarded = request.header("X-Forwarded-For");
        return forwarded == null ? peer : forwarded.split(",", 2)[0].trim();
    }

    private static String url(HttpRequest request) {
        String scheme = request.header("X-Forwarded-Proto");
        return (scheme == null ? "http" : scheme) + "://" + request.host() + request.target();
    }

    private static ObjectNode plain(HttpRequest request, String peer) {
        ObjectNode answer = object("args", values(Query.parse(request.query())));
        answer.set("headers", headers(request));
        return answer.put("method", request.method())
                .put("origin", client(request, peer))
                .put("url", url(request));
    }

    private static void withBody(HttpRequest request, String peer, GoResponse response) {
        ObjectNode answer = plain(request, peer);
        String type = request.header("Content-Type");
        String kind = type == null ? "" : type.split(";", 2)[0].trim();
        String body = request.text();
        JsonNode form = JsonNodeFactory.instance.objectNode();
        JsonNode parsed = JsonNodeFactory.instance.nullNode();
        String data = body;
        if (!body.isEmpty()) {
            switch (kind) {
                case "application/x-www-form-urlencoded" -> form = values(Query.parse(body));
                case "text/html", "text/plain" -> {}
                case "application/json" -> {
                    try {
                        parsed = JSON.readTree(body);
                    } catch (JsonProcessingException e) {
                        error(response, 400, "error parsing request body: invalid JSON");
                        return;
                    }
                }
                default ->
                    data = "data:" + (kind.isEmpty() ? "application/octet-stream" : kind) + ";base64,"
                            + Base64.getUrlEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        answer.put("data", data);
        answer.set("files", JsonNodeFactory.instance.objectNode());
        answer.set("form", form);
        answer.set("json", parsed);
        json(response, answer);
    }

    private static void error(GoResponse response, int code, String detail) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("status_code", code).put("error", HttpResponse.reason(code)).put("detail", detail);
        json(response.code(code), answer);
    }

    private void status(String text, GoResponse response) {
        String chosen = text;
        if (text.contains(",")) {
            String[] choices = text.split(",");
            chosen = choices[Character.digit(uuids.get().charAt(0), 16) % choices.length]
                    .split(":")[0];
        }
        if (!chosen.matches("\\d+")) {
            error(
                    response,
                    400,
                    "invalid status code: \"" + text + "\": strconv.Atoi: parsing \"" + text + "\": invalid syntax");
            return;
        }
        int code = chosen.length() > 6 ? 0 : Integer.parseInt(chosen);
        if (code < 100 || code > 599) {
            error(response, 400, "invalid status code: " + chosen + " not in range [100, 599]");
            return;
        }
        response.code(code).body(TEXT_TYPE, "");
        switch (code) {
            case 301, 302, 303, 305, 307 -> response.header("Location", "/redirect/1");
            case 300, 308 -> response.header("Location", "/image/jpeg");
            case 401 -> response.header("WWW-Authenticate", "Basic realm=\"Fake Realm\"");
            case 402 ->
                response.header("X-More-Info", "http://vimeo.com/22053820").body(TEXT_TYPE, "Fuck you, pay me!");
            case 407 -> response.header("Proxy-Authenticate", "Basic realm=\"Fake Realm\"");
            case 418 ->
                response.header("X-More-Info", "http://tools.ietf.org/html/rfc2324")
                        .body(TEXT_TYPE, "I'm a teapot!");
            default -> {}
        }
    }

    private static Duration delay(HttpRequest request, String text, String peer, GoResponse response) {
        Duration delay;
        try {
            delay = Duration.ofMillis((long) (Double.parseDouble(text.replaceFirst("s$", "")) * 1000));
        } catch (NumberFormatException e) {
            error(response, 400, "invalid duration: strconv.ParseFloat: parsing \"" + text + "\": invalid syntax");
            return USUAL;
        }
        if (delay.compareTo(LONGEST_DELAY) > 0) {
            error(response, 400, "invalid duration: duration " + delay.toSeconds() + "s longer than 10s");
            return USUAL;
        }
        withBody(request, peer, response);
        return delay.plus(USUAL);
    }

    private static void bytes(String text, GoResponse response) {
        int count = text.matches("\\d{1,6}") ? Math.min(Integer.parseInt(text), 100 * 1024) : 1;
        byte[] bytes = new byte[count];
        long seed = 1234567890L;
        for (int i = 0; i < count; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            bytes[i] = (byte) (seed >>> 56);
        }
        response.body("application/octet-stream", bytes);
    }

    private static void redirect(String text, GoResponse response) {
        int left = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (left < 1) {
            error(response, 400, "redirect count must be > 0");
            return;
        }
        response.header("Location", left == 1 ? "/get" : "/relative-redirect/" + (left - 1))
                .code(302);
    }

    private static void responseHeaders(HttpRequest request, GoResponse response) {
        Map<String, List<String>> query = Query.parse(request.query());
        query.forEach((name, list) -> response.header(HttpRequest.canonical(name), String.join(", ", list)));
        query.putIfAbsent("Content-Type", new ArrayList<>(List.of(JSON_TYPE)));
        response.body(Query.first(query, "Content-Type"), GoJson.print(values(query)));
    }

    private static void basicAuth(HttpRequest request, String user, String password, GoResponse response) {
        String wanted =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        String given = request.header("Authorization");
        boolean authorized = wanted.equals(given);
        if (!authorized) {
            response.code(401).header("WWW-Authenticate", "Basic realm=\"Fake Realm\"");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("authenticated", authorized);
        json(response, answer.put("authorized", authorized).put("user", authorized ? user : ""));
    }
}
