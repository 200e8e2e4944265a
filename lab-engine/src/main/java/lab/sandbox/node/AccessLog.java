package lab.sandbox.node;

import java.time.Duration;
import java.time.Instant;
import lab.sandbox.node.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sidecar's access log in Istio's default format.
 *
 * <p>Models EnvoyTextLogFormat of istio pilot/pkg/model/telemetry_logging.go@1.30.3.
 */
record AccessLog(
        Instant time,
        @Nullable HttpRequest request,
        int code,
        String flags,
        String details,
        String transportFailure,
        int received,
        int sent,
        Duration took,
        String serviceTime,
        String upstream,
        String cluster,
        String upstreamLocal,
        String downstreamLocal,
        String downstreamRemote,
        String sni,
        String route) {
    String line() {
        String start = "- - -";
        String agent = "-";
        String id = "-";
        String host = "-";
        if (request != null) {
            start = request.method() + " " + request.target() + " HTTP/1.1";
            agent = or(request.header("User-Agent"));
            id = or(request.header("X-Request-Id"));
            host = or(request.header("Host"));
        }
        return "[" + Stamps.millis(time) + "] \"" + start + "\" " + code + " " + flags + " " + details + " - \""
                + transportFailure + "\" " + received + " " + sent + " " + took.toMillis() + " " + serviceTime
                + " \"-\" \""
                + agent + "\" \"" + id + "\" \"" + host + "\" \"" + upstream + "\" " + cluster + " " + upstreamLocal
                + " "
                + downstreamLocal + " " + downstreamRemote + " " + sni + " " + route;
    }

    private static String or(@Nullable String value) {
        return value == null ? "-" : value;
    }

    /** Envoy writes its log file once a second, counted from its start. */
    static Instant written(Instant time, Instant started) {
        long seconds = Duration.between(started, time).toSeconds() + 1;
        return started.plusSeconds(seconds);
    }
}
