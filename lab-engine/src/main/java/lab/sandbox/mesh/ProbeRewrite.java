package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.kube.Yaml;

/** Sends the kubelet's probes through pilot-agent. Models istio pkg/kube/inject/app_probe.go@1.30.3. */
final class ProbeRewrite {
    private static final List<Map.Entry<String, String>> PROBES = List.of(
            Map.entry("readinessProbe", "readyz"),
            Map.entry("livenessProbe", "livez"),
            Map.entry("startupProbe", "startupz"));
    private static final List<Map.Entry<String, String>> HOOKS =
            List.of(Map.entry("postStart", "poststartz"), Map.entry("preStop", "prestopz"));

    private final ObjectNode pod;
    private final int port;
    private final Map<String, ObjectNode> originals = new TreeMap<>();

    private ProbeRewrite(ObjectNode pod, int port) {
        this.pod = pod;
        this.port = port;
    }

    private static boolean rewritten(JsonNode action) {
        String path = action.path("path").asText();
        return path.startsWith("/app-health/") || path.startsWith("/app-lifecycle/");
    }

    /** Rewrites in place; returns the value of ISTIO_KUBE_APP_PROBERS, empty if there was nothing to rewrite. */
    static String apply(ObjectNode pod, int port, String noted) {
        ProbeRewrite rewrite = new ProbeRewrite(pod, port);
        if (!noted.isEmpty()) {
            Yaml.value(noted).properties().forEach(n -> rewrite.originals.put(n.getKey(), (ObjectNode) n.getValue()));
        }
        return rewrite.run();
    }

    private String run() {
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : pod.path("spec").path(list)) {
                String name = container.path("name").asText();
                if (!name.equals("istio-proxy")) {
                    PROBES.forEach(p ->
                            probe(container, container.path(p.getKey()), "/app-health/" + name + "/" + p.getValue()));
                    JsonNode lifecycle = container.path("lifecycle");
                    HOOKS.forEach(h ->
                            hook(container, lifecycle.path(h.getKey()), "/app-lifecycle/" + name + "/" + h.getValue()));
                }
            }
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        originals.forEach(all::set);
        return all.isEmpty() ? "" : all.toString();
    }

    private void probe(JsonNode container, JsonNode probe, String path) {
        if (probe instanceof ObjectNode object && rewrite(container, object, path)) {
            JsonNode timeout = probe.get("timeoutSeconds");
            ObjectNode original = originals.get(path);
            if (timeout != null && original != null) {
                original.set("timeoutSeconds", timeout);
            }
        }
    }

    private void hook(JsonNode container, JsonNode hook, String path) {
        if (hook instanceof ObjectNode object) {
            rewrite(container, object, path);
        }
    }

    private boolean rewrite(JsonNode container, ObjectNode handler, String path) {
        for (String kind : List.of("httpGet", "tcpSocket", "grpc")) {
            if (handler.get(kind) instanceof ObjectNode action && !rewritten(action)) {
                handler.remove(kind);
                ObjectNode original = handler.objectNode();
                ObjectNode kept = original.putObject(kind);
                for (String field : List.of("path", "port", "host", "scheme", "httpHeaders", "service")) {
                    JsonNode value = action.get(field);
                    if (value != null) {
                        kept.set(field, field.equals("port") ? number(container, value) : value);
                    }
                }
                if (kind.equals("grpc") && !kept.has("service")) {
                    kept.putNull("service");
                }
                originals.put(path, original);
                ObjectNode replaced =
                        handler.putObject("httpGet").put("path", path).put("port", port);
                if (action.path("scheme").asText().equals("HTTPS")) {
                    replaced.put("scheme", "HTTP");
                }
                if (action.has("scheme") && !replaced.has("scheme")) {
                    replaced.set("scheme", action.get("scheme"));
                }
                if (action.has("httpHeaders")) {
                    replaced.set("httpHeaders", action.get("httpHeaders"));
                }
                return true;
            }
        }
        return false;
    }

    private static JsonNode number(JsonNode container, JsonNode port) {
        for (JsonNode candidate : container.path("ports")) {
            if (port.isTextual() && candidate.path("name").asText().equals(port.textValue())) {
                return candidate.path("containerPort");
            }
        }
        return port;
    }
}
