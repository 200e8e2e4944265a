package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import lab.kube.Request;
import lab.kube.Tree;
import lab.sandbox.api.ApiServer;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/**
 * What a running istiod keeps in ConfigMaps: its leader elections, and the mesh's root certificate in every namespace
 * (that is where proxies find it).
 */
// models istio security/pkg/k8s/controller/namespacecontroller.go@1.30.3
public final class NamespaceController {
    private static final String HANDLER = "istiod-namespace-controller";
    private static final Duration LATENCY = Duration.ofMillis(100);
    // The recorded cluster's `get cm -A`: these two have none.
    private static final Set<String> WITHOUT = Set.of("kube-public", "kube-node-lease");
    private static final List<String> ELECTIONS =
            List.of("istio-leader", "istio-namespace-controller-election", "istio-ip-autoallocate");

    private final SandboxState state;
    private final ApiServer api;

    public NamespaceController(SandboxState state, ApiServer api) {
        this.state = state;
        this.api = api;
        state.handle(HANDLER, payload -> reconcile());
        api.subscribe("namespaces", change -> wake());
        api.subscribe("pods", change -> {
            if (isIstiod(change.object())) {
                wake();
            }
        });
        api.subscribe("configmaps", change -> {
            if (Tree.text(change.object(), "metadata.name").startsWith("istio-ca-")) {
                wake();
            }
        });
    }

    private void wake() {
        state.schedule(LATENCY, HANDLER, JsonNodeFactory.instance.nullNode());
    }

    private static boolean isIstiod(JsonNode pod) {
        return Tree.text(pod, "metadata.namespace").equals("istio-system")
                && Tree.at(pod, "metadata.labels").path("app").asText().equals("istiod");
    }

    private boolean istiodRuns() {
        return api.list("pods", "istio-system").stream()
                .filter(NamespaceController::isIstiod)
                .flatMap(pod -> {
                    List<JsonNode> statuses = new java.util.ArrayList<>();
                    Tree.at(pod, "status.containerStatuses").forEach(statuses::add);
                    return statuses.stream();
                })
                .anyMatch(status -> status.path("ready").asBoolean());
    }

    private void reconcile() {
        if (!istiodRuns()) {
            return;
        }
        for (String name : ELECTIONS) {
            ensure("istio-system", name, null, null);
        }
        for (ObjectNode namespace : api.list("namespaces", "")) {
            String name = Tree.text(namespace, "metadata.name");
            if (!WITHOUT.contains(name) && Tree.text(namespace, "status.phase").equals("Active")) {
                ensure(name, "istio-ca-root-cert", "root-cert.pem", RootCertificate.pem());
                ensure(name, "istio-ca-crl", "ca-crl.pem", "");
            }
        }
    }

    private void ensure(String namespace, String name, @Nullable String key, @Nullable String value) {
        ObjectNode found = api.find("configmaps", namespace, name);
        if (found != null
                && (key == null || Tree.at(found, "data").path(key).asText("-").equals(value))) {
            return;
        }
        ObjectNode map =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", name).put("namespace", namespace);
        if (key != null) {
            Tree.make(map, "metadata.labels").put("istio.io/config", "true");
            map.putObject("data").put(key, value);
        }
        String collection = "/api/v1/namespaces/" + namespace + "/configmaps";
        api.send(
                found == null
                        ? Request.post(collection, map)
                        : Request.patch(collection + "/" + name, "application/merge-patch+json", map));
    }
}
