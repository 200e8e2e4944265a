package lab.sandbox.node;

import java.util.List;
import java.util.Map;

/**
 * A port on which a container's server listens.
 *
 * @param host {@code 0.0.0.0}, {@code 127.0.0.1} or, for all addresses of both families, {@code *}
 */
record Listener(String host, int port, Server server) {
    /** What answers there. */
    enum Server {
        HTTPBIN,
        NGINX,
        ENVOY,
        ENVOY_ADMIN,
        ENVOY_HEALTH,
        ENVOY_METRICS,
        AGENT,
        DISCOVERY,
        COREDNS,
        OTHER
    }

    /** go-httpbin's flags {@code -host} and {@code -port}, or the variables {@code HOST} and {@code PORT}. */
    static Listener httpbin(List<String> words, Map<String, String> variables) {
        String host = variables.getOrDefault("HOST", "0.0.0.0");
        String port = variables.getOrDefault("PORT", "8080");
        for (int i = 1; i < words.size(); i++) {
            String[] parts = words.get(i).replaceFirst("^--?", "").split("=", 2);
            String value = parts.length > 1 ? parts[1] : i + 1 < words.size() ? words.get(i + 1) : "";
            if (parts[0].equals("host")) {
                host = value;
            } else if (parts[0].equals("port")) {
                port = value;
            }
        }
        return new Listener(host, port.matches("\\d{1,5}") ? Integer.parseInt(port) : 8080, Server.HTTPBIN);
    }
}
