package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import lab.sandbox.controller.ContainerRuntime.ProbeResult;
import lab.sandbox.node.HttpPath.Failure;
import lab.sandbox.node.HttpPath.Outcome;
import lab.sandbox.node.http.Header;
import lab.sandbox.node.http.HttpRequest;
import lab.sandbox.node.http.HttpResponse;
import lab.sandbox.state.SandboxState;

/** The kubelet's probes. Models kubernetes pkg/probe@1.34. */
final class Probes {
    private final SandboxState state;
    private final HttpPath path;
    private final ClusterNetwork network;

    Probes(SandboxState state, HttpPath path, ClusterNetwork network) {
        this.state = state;
        this.path = path;
        this.network = network;
    }

    ProbeResult exec(ToIntFunction<List<String>> run, JsonNode probe) {
        List<String> command = new ArrayList<>();
        probe.path("exec").path("command").forEach(word -> command.add(word.asText()));
        int code = command.isEmpty() ? 0 : run.applyAsInt(command);
        return new ProbeResult(code == 0, code == 0 ? "" : "command terminated with exit code " + code);
    }

    ProbeResult network(PodSandbox sandbox, NodeContainer container, JsonNode spec, JsonNode probe) {
        JsonNode http = probe.path("httpGet");
        JsonNode target =
                probe.has("httpGet") ? http : probe.has("tcpSocket") ? probe.path("tcpSocket") : probe.path("grpc");
        int port = port(spec, target.path("port"));
        String host = target.path("host").asText(sandbox.ip);
        String text = http.path("path").asText("/");
        String address = host + ":" + port;
        if (port == 15021 && !ready(container, spec)) {
            return new ProbeResult(
                    false,
                    state.now().isBefore(container.started.plus(ProxyLog.READY))
                            ? "Get \"http://" + address + text + "\": dial tcp " + address
                                    + ": connect: connection refused"
                            : "HTTP probe failed with statuscode: 503");
        }
        if (port == 15020 && text.startsWith("/app-health/")) {
            return rewritten(sandbox, container, text);
        }
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Host", address));
        headers.add(new Header("User-Agent", "kube-probe/1.34"));
        headers.add(new Header("Accept", "*/*"));
        Outcome outcome = path.send(Caller.NODE, host, port, new HttpRequest("GET", text, headers, new byte[0]));
        return result(outcome, probe.has("httpGet"), text, address);
    }

    private static ProbeResult result(Outcome outcome, boolean http, String text, String address) {
        HttpResponse response = outcome.response();
        if (!http) {
            boolean open =
                    response != null || outcome.failure() == Failure.RESET || outcome.failure() == Failure.EMPTY_REPLY;
            return new ProbeResult(open, open ? "" : "dial tcp " + address + ": connect: connection refused");
        }
        String get = "Get \"http://" + address + text + "\": ";
        if (response == null) {
            return new ProbeResult(
                    false,
                    switch (outcome.failure()) {
                        case REFUSED -> get + "dial tcp " + address + ": connect: connection refused";
                        case RESET -> get + "read: connection reset by peer";
                        case EMPTY_REPLY -> get + "EOF";
                        default -> get + "context deadline exceeded (Client.Timeout exceeded while awaiting headers)";
                    });
        }
        boolean good = response.code() >= 200 && response.code() < 400;
        return new ProbeResult(good, good ? "" : "HTTP probe failed with statuscode: " + response.code());
    }

    /** Envoy is ready once it has started and taken a first configuration from the control plane; then it stays so. */
    private boolean ready(NodeContainer container, JsonNode spec) {
        if (withoutRedirection(spec)) {
            return false;
        }
        container.ready |= !state.now().isBefore(container.started.plus(ProxyLog.READY)) && network.controlPlane();
        return container.ready;
    }

    /**
     * Without redirection Envoy's listeners for Services bind to the Services' own addresses, which no pod has: the
     * listeners are rejected, and the proxy waits for a first good update. Recorded, in place of the rule that a
     * Sidecar resource with a bind address would help.
     */
    private static boolean withoutRedirection(JsonNode spec) {
        for (JsonNode variable : spec.path("env")) {
            if (variable.path("name").asText().equals("ISTIO_META_INTERCEPTION_MODE")) {
                return variable.path("value").asText().equals("NONE");
            }
        }
        return false;
    }

    /** The agent asks the application itself, past Envoy: {@code /app-health/NAME/readyz} and its kin. */
    private ProbeResult rewritten(PodSandbox sandbox, NodeContainer container, String text) {
        JsonNode probers = network.appProbers(sandbox);
        JsonNode prober = probers.path(text);
        if (prober.isMissingNode()) {
            return new ProbeResult(false, "HTTP probe failed with statuscode: 404");
        }
        Caller agent = new Caller(sandbox, container, new User(1337, "istio-proxy", 1337, "istio-proxy"));
        boolean http = prober.has("httpGet");
        JsonNode target = http
                ? prober.path("httpGet")
                : prober.has("tcpSocket") ? prober.path("tcpSocket") : prober.path("grpc");
        String appPath = http ? target.path("path").asText("/") : "/";
        int port = target.path("port").asInt();
        Outcome outcome = path.send(agent, sandbox.ip, port, HttpRequest.get(appPath, sandbox.ip + ":" + port));
        ProbeResult direct = result(outcome, http, appPath, sandbox.ip + ":" + port);
        return direct.success() || direct.message().startsWith("HTTP")
                ? direct
                : new ProbeResult(false, "HTTP probe failed with statuscode: 500");
    }

    private static int port(JsonNode spec, JsonNode port) {
        if (port.isInt()) {
            return port.asInt();
        }
        for (JsonNode candidate : spec.path("ports")) {
            if (candidate.path("name").asText().equals(port.asText())) {
                return candidate.path("containerPort").asInt();
            }
        }
        return port.asInt();
    }
}
