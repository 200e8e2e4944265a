package lab.sandbox.node;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lab.sandbox.node.http.Header;
import lab.sandbox.node.http.HttpRequest;
import lab.sandbox.node.http.HttpResponse;
import lab.sandbox.node.http.HttpServer;
import lab.sandbox.node.http.Httpbin;
import lab.sandbox.state.SandboxState;

/** Finds the server behind a listening socket. */
final class Servers {
    private static final Duration QUICK = Duration.ofMillis(1);

    private final SandboxState state;

    Servers(SandboxState state) {
        this.state = state;
    }

    HttpServer behind(Listeners.Open open) {
        return switch (open.listener().server()) {
            case HTTPBIN -> new Httpbin("go-httpbin", state::uid);
            case NGINX -> (request, peer, now) -> nginx(request, now);
            case ENVOY_HEALTH ->
                (request, peer, now) ->
                        request.path().equals("/healthz/ready") ? health(now, true) : envoy(404, "", now);
            case DISCOVERY ->
                (request, peer, now) ->
                        request.path().equals("/ready") ? plain(200, "", now) : plain(404, "404 page not found\n", now);
            case COREDNS ->
                (request, peer, now) -> request.path().matches("/(health|ready)")
                        ? plain(200, "OK", now)
                        : plain(404, "404 page not found\n", now);
            case ENVOY_METRICS, ENVOY_ADMIN, AGENT -> (request, peer, now) -> admin(open, request, now);
            default -> (request, peer, now) -> plain(404, "404 page not found\n", now);
        };
    }

    private static HttpServer.Answer health(Instant now, boolean throughEnvoy) {
        List<Header> headers = throughEnvoy
                ? List.of(
                        new Header("vary", "Accept-Encoding"),
                        new Header("date", Stamps.http(now)),
                        new Header("content-length", "0"),
                        new Header("x-envoy-upstream-service-time", "0"),
                        new Header("server", "envoy"))
                : List.of(new Header("Date", Stamps.http(now)), new Header("Content-Length", "0"));
        return new HttpServer.Answer(new HttpResponse(200, "OK", headers, new byte[0]), QUICK);
    }

    private static HttpServer.Answer admin(Listeners.Open open, HttpRequest request, Instant now) {
        Listener.Server server = open.listener().server();
        if (server == Listener.Server.AGENT && request.path().equals("/healthz/ready")) {
            return health(now, false);
        }
        if (server == Listener.Server.ENVOY_ADMIN && request.path().equals("/ready")) {
            return envoy(200, "LIVE\n", now);
        }
        String text = "lab: " + request.path() + " of " + open.process() + " is not available in the sandbox yet\n";
        return server == Listener.Server.AGENT ? plain(501, text, now) : envoy(501, text, now);
    }

    private static HttpServer.Answer envoy(int code, String text, Instant now) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        List<Header> headers = List.of(
                new Header("content-type", "text/plain; charset=UTF-8"),
                new Header("cache-control", "no-cache, max-age=0"),
                new Header("x-content-type-options", "nosniff"),
                new Header("date", Stamps.http(now)),
                new Header("server", "envoy"),
                new Header("content-length", String.valueOf(body.length)));
        return new HttpServer.Answer(new HttpResponse(code, HttpResponse.envoyReason(code), headers, body), QUICK);
    }

    private static HttpServer.Answer plain(int code, String text, Instant now) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        List<Header> headers = List.of(
                new Header("Content-Type", "text/plain; charset=utf-8"),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("Date", Stamps.http(now)),
                new Header("Content-Length", String.valueOf(body.length)));
        return new HttpServer.Answer(new HttpResponse(code, HttpResponse.reason(code), headers, body), QUICK);
    }

    private static HttpServer.Answer nginx(HttpRequest request, Instant now) {
        boolean found = request.path().equals("/") || request.path().equals("/index.html");
        String page = found
                ? Nginx.PAGE
                : "<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not"
                        + " Found</h1></center>\r\n<hr><center>nginx/1.29.3</center>\r\n</body>\r\n</html>\r\n";
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        List<Header> headers = List.of(
                new Header("Server", "nginx/1.29.3"),
                new Header("Date", Stamps.http(now)),
                new Header("Content-Type", "text/html"),
                new Header("Content-Length", String.valueOf(body.length)),
                new Header("Connection", "keep-alive"));
        int code = found ? 200 : 404;
        boolean head = request.method().equals("HEAD");
        return new HttpServer.Answer(
                new HttpResponse(code, HttpResponse.reason(code), headers, head ? new byte[0] : body), QUICK);
    }
}
