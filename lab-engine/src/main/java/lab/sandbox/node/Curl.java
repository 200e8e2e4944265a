package lab.sandbox.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import lab.sandbox.node.HttpPath.Failure;
import lab.sandbox.node.HttpPath.Outcome;
import lab.sandbox.node.http.Header;
import lab.sandbox.node.http.HttpRequest;
import lab.sandbox.node.http.HttpResponse;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import lab.shell.Output;
import lab.shell.Program;
import org.jspecify.annotations.Nullable;

/** curl 8 over plain HTTP. Not modelled: other protocols, HTTPS, proxies, cookies, uploads of forms. */
final class Curl implements Program {
    static final String VERSION = "8.14.1";
    private static final Duration CONNECT = Duration.ofMillis(1);

    private final Caller caller;
    private final ClusterNetwork network;
    private final HttpPath path;

    Curl(Caller caller, ClusterNetwork network, HttpPath path) {
        this.caller = caller;
        this.network = network;
        this.path = path;
    }

    @Override
    public int run(Invocation call) {
        try {
            CurlOptions options = CurlOptions.parse(call.arguments());
            if (options.version) {
                call.out().println("curl " + VERSION + " (x86_64-pc-linux-gnu) libcurl/" + VERSION);
                call.out().println("Protocols: http");
                call.out().println("Features: the sandbox's curl speaks plain HTTP only");
                return 0;
            }
            if (options.urls.isEmpty()) {
                throw new CurlOptions.Refused(2, "curl: (2) no URL specified\n" + CurlOptions.HINT);
            }
            int code = 0;
            for (int i = 0; i < options.urls.size(); i++) {
                String output = i < options.outputs.size() ? options.outputs.get(i) : null;
                code = new Transfer(call, options, output).run(options.urls.get(i));
            }
            return code;
        } catch (CurlOptions.Refused e) {
            call.err().println(e.text());
            return e.code;
        }
    }

    /** One URL. */
    private final class Transfer {
        private final Invocation call;
        private final CurlOptions options;
        private final @Nullable String output;
        private final CurlReport report = new CurlReport();

        Transfer(Invocation call, CurlOptions options, @Nullable String output) {
            this.call = call;
            this.options = options;
            this.output = output;
        }

        int run(String text) {
            Url url = Url.parse(text);
            if (url == null) {
                return failed(
                        3,
                        "URL rejected: "
                                + (text.matches(".*:\\d{5,}.*")
                                        ? "Port number was not a decimal number between 0 and 65535"
                                        : "No host part in the URL"));
            }
            report.url = text;
            int code = 0;
            for (int attempt = 0; attempt <= options.retries; attempt++) {
                code = follow(url);
                boolean transientCode = List.of(408, 429, 500, 502, 503, 504).contains(report.code);
                boolean done = code == 0 && !transientCode;
                if (done || (code == 7 && !options.retryRefused) || code == 6) {
                    break;
                }
                if (attempt < options.retries) {
                    call.environment().time().sleep(Duration.ofSeconds(1L << Math.min(attempt, 9)));
                }
            }
            call.out().print(report.expand(options.writeOut, code));
            return code;
        }

        private int follow(Url first) {
            Url url = first;
            for (int redirects = 0; ; redirects++) {
                int code = request(url);
                HttpResponse response = report.response;
                String location = response == null ? null : response.header("location");
                if (code != 0 || !options.follow || location == null || report.code / 100 != 3) {
                    return code;
                }
                if (redirects >= 50) {
                    return failed(47, "Maximum (50) redirects followed");
                }
                Url next = url.resolve(location);
                if (next == null) {
                    return 0;
                }
                url = next;
                report.redirects++;
            }
        }

        private int request(Url url) {
            call.environment().checkInterrupted();
            if (!url.scheme().equals("http")) {
                return url.scheme().equals("https")
                        ? failed(35, "TLS is not available in the sandbox yet: " + url.text())
                        : failed(1, "Protocol \"" + url.scheme() + "\" not supported");
            }
            List<String> addresses = overridden(url);
            if (addresses.isEmpty()) {
                addresses = network.resolve(url.host(), caller.pod());
            }
            if (addresses.isEmpty()) {
                report.clear();
                return failed(6, "Could not resolve host: " + url.host());
            }
            String address = addresses.get(0);
            report.remote(address, url.port(), caller.address(), network.ephemeralPort(), url.text());
            HttpRequest request = message(url);
            trace(url, address, request);
            Outcome outcome = path.send(caller, address, url.port(), request);
            outcome.notes().forEach(call.err()::println);
            return outcome(url, request, outcome);
        }

        private List<String> overridden(Url url) {
            for (String entry : options.resolve) {
                String[] parts = entry.split(":", 3);
                if (parts.length == 3
                        && (parts[0].equals(url.host()) || parts[0].equals("*"))
                        && parts[1].equals(String.valueOf(url.port()))) {
                    return List.of(parts[2].split(","));
                }
            }
            return List.of();
        }

        private HttpRequest message(Url url) {
            String data = options.data == null ? null : data(options.data);
            String target = url.target();
            if (options.get && data != null) {
                target = target + (target.contains("?") ? "&" : "?") + data;
                data = null;
            }
            String method =
                    options.method != null ? options.method : options.head ? "HEAD" : data != null ? "POST" : "GET";
            List<Header> headers = new ArrayList<>();
            headers.add(new Header("Host", url.authority()));
            if (options.user != null) {
                byte[] bytes = options.user.getBytes(StandardCharsets.UTF_8);
                headers.add(new Header(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes)));
            }
            headers.add(new Header("User-Agent", options.agent.isEmpty() ? "curl/" + VERSION : options.agent));
            headers.add(new Header("Accept", "*/*"));
            byte[] body = data == null ? new byte[0] : data.getBytes(StandardCharsets.UTF_8);
            if (data != null) {
                headers.add(new Header("Content-Length", String.valueOf(body.length)));
                headers.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
            }
            HttpRequest request = new HttpRequest(method, target, headers, body);
            for (String header : options.headers) {
                int colon = header.indexOf(':');
                if (colon > 0) {
                    String name = header.substring(0, colon).trim();
                    String value = header.substring(colon + 1).trim();
                    request = value.isEmpty() ? request.without(name) : request.with(name, value);
                } else if (header.endsWith(";")) {
                    request = request.with(header.substring(0, header.length() - 1), "");
                }
            }
            return request;
        }

        /** {@code @file} and {@code @-} stand for a content without its line ends. */
        private String data(String text) {
            if (!text.startsWith("@")) {
                return text;
            }
            String name = text.substring(1);
            try (InputStream in =
                    name.equals("-") ? call.in() : call.environment().files().read(name)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("[\r\n]", "");
            } catch (FileProblem e) {
                call.err().println("curl: Failed to open " + name);
                return "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private int outcome(Url url, HttpRequest request, Outcome outcome) {
            double limit = options.maxTime > 0 ? options.maxTime : Double.MAX_VALUE;
            Duration took = outcome.took();
            boolean connecting = outcome.failure() == Failure.NO_ANSWER;
            double seconds = connecting ? Math.min(options.connectTimeout, 135) : took.toNanos() / 1e9;
            boolean late = seconds > limit;
            sleep(
                    late || connecting
                            ? Duration.ofMillis((long) (Math.min(seconds, limit) * 1000))
                            : took.plus(CONNECT));
            if (late && !connecting) {
                report.clear();
                return failed(28, "Operation timed out after " + millis() + " milliseconds with 0 bytes received");
            }
            switch (outcome.failure()) {
                case NO_ANSWER -> {
                    report.clear();
                    return failed(
                            28,
                            late
                                    ? "Connection timed out after " + millis() + " milliseconds"
                                    : "Failed to connect to " + url.host() + " port " + url.port() + " after "
                                            + millis() + " ms: Could not connect to server");
                }
                case REFUSED -> {
                    report.clear();
                    return failed(
                            7,
                            "Failed to connect to " + url.host() + " port " + url.port() + " after " + millis()
                                    + " ms: Could not connect to server");
                }
                case RESET -> {
                    return failed(56, "Recv failure: Connection reset by peer");
                }
                case EMPTY_REPLY -> {
                    return failed(52, "Empty reply from server");
                }
                default -> {}
            }
            HttpResponse response = outcome.response();
            return response == null ? 0 : deliver(url, request, response);
        }

        private void sleep(Duration duration) {
            call.environment().time().sleep(duration);
            report.total = report.total.plus(duration);
        }

        private long millis() {
            return Math.max(report.total.toMillis(), 0);
        }

        private int deliver(Url url, HttpRequest request, HttpResponse response) {
            report.response = response;
            report.code = response.code();
            report.uploaded = request.body().length;
            if (options.verbose) {
                received(response);
            }
            if (options.fail && response.code() >= 400) {
                return failed(22, "The requested URL returned error: " + response.code());
            }
            boolean last = !(options.follow && response.code() / 100 == 3 && response.header("location") != null);
            StringBuilder text = new StringBuilder();
            if (options.include || options.head) {
                text.append(response.head());
            }
            byte[] head = text.toString().getBytes(StandardCharsets.UTF_8);
            byte[] body = last ? response.body() : new byte[0];
            report.downloaded = body.length;
            int written = write(head, body);
            if (written != 0) {
                return written;
            }
            if (options.verbose) {
                call.err().println("* Connection #0 to host " + url.host() + " left intact");
            }
            if (options.failWithBody && response.code() >= 400) {
                return failed(22, "The requested URL returned error: " + response.code());
            }
            return 0;
        }

        private int write(byte[] head, byte[] body) {
            if (!options.silent
                    && !options.verbose
                    && (output != null || !call.out().isTerminal())) {
                call.err().print(CurlReport.meter(body.length, report.total));
            }
            if (output == null || output.equals("-")) {
                call.out().write(head);
                call.out().write(body);
                return 0;
            }
            try (Output file = call.environment().files().write(output, false)) {
                file.write(head);
                file.write(body);
                return 0;
            } catch (FileProblem e) {
                return failed(23, "client returned ERROR on write, " + body.length + " bytes not written");
            }
        }

        private void trace(Url url, String address, HttpRequest request) {
            if (!options.verbose) {
                return;
            }
            Output err = call.err();
            boolean literal = url.host().equals(address);
            if (!literal) {
                err.println("* Host " + url.host() + ":" + url.port() + " was resolved.");
                err.println("* IPv6: (none)");
                err.println("* IPv4: " + address);
            }
            err.println("*   Trying " + address + ":" + url.port() + "...");
            report.sent = () -> {
                err.println("* Connected to " + url.host() + " (" + address + ") port " + url.port());
                err.println("* using HTTP/1.x");
                err.println("> " + request.method() + " " + request.target() + " HTTP/1.1");
                request.headers().forEach(header -> err.println("> " + header.name() + ": " + header.value()));
                err.println("> ");
                err.println("* Request completely sent off");
            };
        }

        private void received(HttpResponse response) {
            report.sent.run();
            response.head().lines().forEach(line -> call.err().println("< " + line));
            if (response.length() > 0) {
                call.err().println("{ [" + response.length() + " bytes data]");
            }
        }

        private int failed(int code, String message) {
            report.error = message;
            if (!options.silent || options.showError) {
                call.err().println("curl: (" + code + ") " + message);
            }
            return code;
        }
    }
}
