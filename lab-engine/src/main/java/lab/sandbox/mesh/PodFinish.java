package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a pod after the templates are merged in. Models istio pkg/kube/inject/webhook.go@1.30.3. */
final class PodFinish {
    private final ObjectNode pod;
    private final JsonNode mesh;
    private final JsonNode values;
    private final String revision;

    PodFinish(ObjectNode pod, JsonNode mesh, JsonNode values, String revision) {
        this.pod = pod;
        this.mesh = mesh;
        this.values = values;
        this.revision = revision;
    }

    private ObjectNode annotations() {
        return pod.withObjectProperty("metadata").withObjectProperty("annotations");
    }

    private @Nullable ObjectNode proxy() {
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : pod.path("spec").path(list)) {
                if (container.path("name").asText().equals("istio-proxy")) {
                    return (ObjectNode) container;
                }
            }
        }
        return null;
    }

    private static void environment(ObjectNode container, String name, String value) {
        ArrayNode env = container.withArrayProperty("env");
        JsonNode present = PodMerge.find(env, "name", JsonNodeFactory.instance.textNode(name));
        if (present instanceof ObjectNode object) {
            object.put("value", value);
        } else {
            env.addObject().put("name", name).put("value", value);
        }
    }

    void keep(ProxyOverrides overrides) {
        ObjectNode proxy = proxy();
        if (proxy != null) {
            overrides.keep(proxy);
        }
    }

    void mergePrometheus(String port) {
        ObjectNode annotations = annotations();
        String merge = annotations.path("prometheus.istio.io/merge-metrics").asText();
        boolean wanted = merge.isEmpty() ? mesh.path("enablePrometheusMerge").asBoolean(true) : merge.equals("true");
        String scrape = annotations
                .path("prometheus.io/scrape")
                .asText(annotations.path("prometheus.io.scrape").asText());
        ObjectNode proxy = proxy();
        if (!wanted || scrape.equals("false") || proxy == null) {
            return;
        }
        ObjectNode original = JsonNodeFactory.instance.objectNode();
        for (String part : List.of("scrape", "path", "port")) {
            original.put(part, annotations.path("prometheus.io/" + part).asText());
        }
        boolean mergedBefore = original.path("path").asText().equals("/stats/prometheus")
                && original.path("port").asText().equals(port);
        boolean any = !original.path("scrape").asText().isEmpty();
        if (any && !mergedBefore) {
            environment(proxy, "ISTIO_PROMETHEUS_ANNOTATIONS", original.toString());
        }
        annotations.put("prometheus.io/port", port);
        annotations.put("prometheus.io/path", "/stats/prometheus");
        annotations.put("prometheus.io/scrape", "true");
    }

    void rewriteProbes(int port) {
        String wish =
                annotations().path("sidecar.istio.io/rewriteAppHTTPProbers").asText();
        boolean wanted = wish.isEmpty()
                ? values.path("sidecarInjectorWebhook")
                        .path("rewriteAppHTTPProbe")
                        .asBoolean()
                : wish.equals("true");
        ObjectNode proxy = proxy();
        if (!wanted || port == 0 || proxy == null) {
            return;
        }
        JsonNode noted =
                PodMerge.find(proxy.path("env"), "name", JsonNodeFactory.instance.textNode("ISTIO_KUBE_APP_PROBERS"));
        String before = noted == null ? "" : noted.path("value").asText();
        String probers = ProbeRewrite.apply(pod, port, before);
        if (!probers.isEmpty()) {
            environment(proxy, "ISTIO_KUBE_APP_PROBERS", probers);
            ArrayNode env = proxy.withArrayProperty("env");
            JsonNode metrics =
                    PodMerge.find(env, "name", JsonNodeFactory.instance.textNode("ISTIO_PROMETHEUS_ANNOTATIONS"));
            if (metrics != null) {
                env.removeIf(entry -> entry.equals(metrics));
                env.add(metrics);
            }
        }
    }

    /** Records what was injected. */
    void status(JsonNode overlay, String annotation) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        for (String list : List.of("initContainers", "containers", "volumes", "imagePullSecrets")) {
            ArrayNode names = status.arrayNode();
            overlay.path("spec").path(list).forEach(item -> names.add(item.path("name")));
            status.set(list, names.isEmpty() ? status.nullNode() : names);
        }
        status.put("revision", revision);
        annotations().put(annotation, status.toString());
    }

    void order(boolean nativeSidecar, boolean hold) {
        List<String> first = nativeSidecar
                ? List.of("istio-init", "istio-validation", "istio-proxy", "enable-core-dump")
                : List.of("istio-validation");
        List<String> last = nativeSidecar ? List.of() : List.of("istio-init", "enable-core-dump");
        sort("initContainers", first, last);
        sort("containers", hold ? List.of("istio-proxy") : List.of(), hold ? List.of() : List.of("istio-proxy"));
    }

    private void sort(String list, List<String> first, List<String> last) {
        if (pod.path("spec").path(list) instanceof ArrayNode array) {
            List<JsonNode> containers = new ArrayList<>();
            array.forEach(containers::add);
            containers.sort(Comparator.comparingInt(container -> {
                String name = container.path("name").asText();
                int front = first.indexOf(name);
                return front >= 0 ? front - 10 : 1 + last.indexOf(name);
            }));
            array.removeAll();
            array.addAll(containers);
        }
    }
}
