package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import lab.kubectl.text.GoValue;

/** A probe in one line. */
final class Probes {
    private Probes() {}

    static String text(JsonNode probe) {
        String attributes = String.format(
                Locale.ROOT,
                "delay=%ds timeout=%ds period=%ds #success=%d #failure=%d",
                probe.path("initialDelaySeconds").asInt(),
                probe.path("timeoutSeconds").asInt(),
                probe.path("periodSeconds").asInt(),
                probe.path("successThreshold").asInt(),
                probe.path("failureThreshold").asInt());
        if (probe.has("exec")) {
            return "exec " + GoValue.plain(probe.path("exec").path("command")) + " " + attributes;
        }
        if (probe.has("httpGet")) {
            JsonNode get = probe.path("httpGet");
            String path = get.path("path").asText("");
            return "http-get " + get.path("scheme").asText("").toLowerCase(Locale.ROOT) + "://"
                    + get.path("host").asText("") + ":" + get.path("port").asText("")
                    + (path.isEmpty() || path.startsWith("/") ? path : "/" + path) + " " + attributes;
        }
        if (probe.has("tcpSocket")) {
            JsonNode socket = probe.path("tcpSocket");
            return "tcp-socket " + socket.path("host").asText("") + ":"
                    + socket.path("port").asText("") + " " + attributes;
        }
        if (probe.has("grpc")) {
            JsonNode grpc = probe.path("grpc");
            return "grpc <pod>:" + grpc.path("port").asInt() + " "
                    + grpc.path("service").asText("") + " " + attributes;
        }
        return "unknown " + attributes;
    }
}
