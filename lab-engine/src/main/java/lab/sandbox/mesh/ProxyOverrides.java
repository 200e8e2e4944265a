package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Yaml;

/**
 * The pod's own istio-proxy and istio-init containers, which win over the template. They are remembered in an
 * annotation, so that injecting again gives the same pod.
 */
final class ProxyOverrides {
    private static final String ANNOTATION = "proxy.istio.io/overrides";
    private static final String STATUS = "sidecar.istio.io/status";
    private static final List<String> OURS = List.of("istio-proxy", "istio-init", "istio-validation");

    private static final List<String> KEPT = List.of("ISTIO_KUBE_APP_PROBERS", "ISTIO_PROMETHEUS_ANNOTATIONS");

    private final ObjectNode remembered;
    private final List<JsonNode> environment;

    private ProxyOverrides(ObjectNode remembered, List<JsonNode> environment) {
        this.remembered = remembered;
        this.environment = environment;
    }

    /** Takes the containers out of the pod. */
    static ProxyOverrides take(ObjectNode pod, boolean nativeSidecar) {
        JsonNode annotations = pod.path("metadata").path("annotations");
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        for (String list : List.of("containers", "initContainers")) {
            if (pod.path("spec").path(list) instanceof ArrayNode array) {
                for (int i = array.size() - 1; i >= 0; i--) {
                    String name = array.get(i).path("name").asText();
                    if (OURS.contains(name)) {
                        String to = nativeSidecar && name.equals("istio-proxy") ? "initContainers" : list;
                        ObjectNode own = array.remove(i).deepCopy();
                        own.withObjectProperty("resources");
                        if (own.path("image").asText().equals("auto")) {
                            own.remove("image");
                        }
                        found.withArrayProperty(to).insert(0, own);
                    }
                }
            }
        }
        if (annotations.has(STATUS) || annotations.has(ANNOTATION)) {
            // already injected: what was found is our own work, the wishes are in the annotation
            String text = annotations.path(ANNOTATION).asText();
            JsonNode before = text.isEmpty() ? found.objectNode() : Yaml.value(text);
            return new ProxyOverrides((ObjectNode) before, originals(found));
        }
        return new ProxyOverrides(found, List.of());
    }

    /** What an earlier injection noted of the pod as it was. */
    private static List<JsonNode> originals(ObjectNode found) {
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode list : found) {
            for (JsonNode container : list) {
                for (JsonNode entry : container.path("env")) {
                    if (KEPT.contains(entry.path("name").asText())) {
                        kept.add(entry);
                    }
                }
            }
        }
        return kept;
    }

    /** Puts the notes of an earlier injection back. */
    void keep(ObjectNode proxy) {
        environment.forEach(proxy.withArrayProperty("env")::add);
    }

    /** The user or group that the pod wants its proxy to run as. */
    String id(String field) {
        for (JsonNode list : remembered) {
            JsonNode proxy = PodMerge.find(list, "name", JsonNodeFactory.instance.textNode("istio-proxy"));
            String user = proxy == null
                    ? ""
                    : proxy.path("securityContext").path(field).asText();
            if (!user.isEmpty() && !user.equals("0")) {
                return user;
            }
        }
        return "1337";
    }

    /** As if the template had been laid over the pod's own container, and what the pod had said over that. */
    void apply(ObjectNode pod) {
        if (remembered.isEmpty()) {
            return;
        }
        remembered.properties().forEach(list -> {
            if (pod.path("spec").path(list.getKey()) instanceof ArrayNode rendered) {
                for (int i = 0; i < rendered.size(); i++) {
                    JsonNode own = PodMerge.find(
                            list.getValue(), "name", rendered.get(i).path("name"));
                    if (own != null) {
                        ObjectNode container = own.deepCopy();
                        PodMerge.merge(container, rendered.get(i));
                        PodMerge.merge(container, own);
                        rendered.set(i, container);
                    }
                }
            }
        });
        pod.withObjectProperty("metadata")
                .withObjectProperty("annotations")
                .put(ANNOTATION, GoOrder.of(remembered).toString());
    }
}
