package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.sandbox.node.Listener.Server;
import org.jspecify.annotations.Nullable;

/** Who listens in a pod. */
final class Listeners {
    /** A listening socket and the process that has it. */
    record Open(Listener listener, NodeContainer container, String process, int pid, int descriptor) {}

    private Listeners() {}

    /** In the order in which {@code ss -tln} shows them. */
    static List<Open> of(PodSandbox sandbox, JsonNode pod, Instant now) {
        List<Open> open = new ArrayList<>();
        for (NodeContainer container : sandbox.containers) {
            if (container.running()) {
                JsonNode spec = Containers.spec(pod, container.name);
                KnownImage image = ImageCatalog.find(container.image);
                if (image != null) {
                    add(open, container, spec, image, now);
                }
            }
        }
        return open;
    }

    private static void add(List<Open> open, NodeContainer container, JsonNode spec, KnownImage image, Instant now) {
        List<String> words = StartContext.words(spec, image, Map.of());
        String program =
                words.isEmpty() ? "" : words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        switch (image.kind()) {
            case HTTPBIN -> {
                if (program.equals("go-httpbin")) {
                    Listener listener = Listener.httpbin(words, plainVariables(spec));
                    String host = listener.host().equals("0.0.0.0") ? "*" : listener.host();
                    open.add(new Open(
                            new Listener(host, listener.port(), Server.HTTPBIN),
                            container,
                            "go-httpbin",
                            container.pid,
                            3));
                }
            }
            case NGINX -> {
                if (program.matches("nginx|docker-entrypoint.sh")) {
                    open.add(new Open(new Listener("0.0.0.0", 80, Server.NGINX), container, "nginx", container.pid, 6));
                }
            }
            case PROXY -> {
                if (words.contains("proxy")) {
                    proxy(open, container, now);
                }
            }
            case PILOT -> {
                for (int port : new int[] {8080, 15010, 15012, 15014, 15017}) {
                    open.add(new Open(
                            new Listener("*", port, Server.DISCOVERY), container, "pilot-discovery", container.pid, 8));
                }
            }
            case DISTROLESS -> {
                if (program.equals("coredns")) {
                    for (int port : new int[] {53, 8080, 8181, 9153}) {
                        open.add(new Open(
                                new Listener("*", port, Server.COREDNS), container, "coredns", container.pid, 9));
                    }
                }
            }
            default -> {}
        }
    }

    private static Map<String, String> plainVariables(JsonNode spec) {
        Map<String, String> variables = new HashMap<>();
        spec.path("env")
                .forEach(entry -> variables.put(
                        entry.path("name").asText(), entry.path("value").asText()));
        return variables;
    }

    /** The agent opens its port at once, Envoy some time later; each of its two workers has its own socket. */
    private static void proxy(List<Open> open, NodeContainer container, Instant now) {
        int envoy = container.pid + 68;
        if (!now.isBefore(container.started.plus(ProxyLog.READY))) {
            int[][] ports = {{15090, 21}, {15001, 36}, {15006, 38}, {15021, 23}};
            Server[] servers = {Server.ENVOY_METRICS, Server.ENVOY, Server.ENVOY, Server.ENVOY_HEALTH};
            for (int i = 0; i < ports.length; i++) {
                for (int worker = 0; worker < 2; worker++) {
                    open.add(new Open(
                            new Listener("0.0.0.0", ports[i][0], servers[i]),
                            container,
                            "envoy",
                            envoy,
                            ports[i][1] - worker));
                }
            }
            open.add(new Open(new Listener("127.0.0.1", 15000, Server.ENVOY_ADMIN), container, "envoy", envoy, 18));
        }
        open.add(new Open(new Listener("*", 15020, Server.AGENT), container, "pilot-agent", container.pid, 10));
    }

    /** Who takes a connection to this address of the pod. */
    static @Nullable Open at(List<Open> open, String address, int port) {
        for (Open one : open) {
            String host = one.listener().host();
            boolean everywhere = host.equals("*") || host.equals("0.0.0.0") || host.equals("::");
            if (one.listener().port() == port && (everywhere || host.equals(address))) {
                return one;
            }
        }
        return null;
    }
}
