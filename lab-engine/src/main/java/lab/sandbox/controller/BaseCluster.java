package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Yaml;
import lab.kube.YamlProblem;
import lab.sandbox.state.SandboxState;

/**
 * Makes the cluster as kubeadm leaves it, in the order and with the pauses of the recorded one: its controllers do the
 * rest, as they did there.
 */
final class BaseCluster {
    private static final String NODE = "lab-control-plane";

    /** {@code a-default/kubectl-get-pods-A-bare} and {@code …ns-bare}: namespaces 11 s older than the first pods. */
    private static final Duration BEFORE_NODE = Duration.ofSeconds(11);

    private static final Duration BEFORE_ADDONS = Duration.ofSeconds(16);

    /** What is left of the two minutes that the recorded cluster was old when Istio came. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(94);

    private final SandboxState state;
    private final Objects objects;
    private final NodeHeartbeat heartbeat;

    BaseCluster(SandboxState state, Objects objects, NodeHeartbeat heartbeat) {
        this.state = state;
        this.objects = objects;
        this.heartbeat = heartbeat;
    }

    void create() {
        apply("01-start.yaml");
        state.advance(BEFORE_NODE);
        apply("03-accounts.yaml");
        apply("02-node.yaml");
        heartbeat.begin(NODE);
        state.advance(BEFORE_ADDONS);
        apply("04-addons.yaml");
        state.advance(AFTERWARDS);
    }

    private void apply(String file) {
        List<JsonNode> documents;
        try {
            documents = Yaml.parse(ClusterFiles.text(file));
        } catch (YamlProblem e) {
            throw new IllegalStateException("lab/cluster/" + file + " in the jar is no YAML: " + e.getMessage(), e);
        }
        for (JsonNode document : documents) {
            create(file, (ObjectNode) fill(document));
        }
    }

    /** Puts the time, the node's uid and the cluster's certificate into their places. */
    private JsonNode fill(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(fill(field.getValue())));
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                fill(item);
            }
        } else if (node.asText().equals("${now}")) {
            return TextNode.valueOf(objects.timestamp());
        } else if (node.asText().equals("${ca}")) {
            return TextNode.valueOf(ClusterFiles.text("ca.crt"));
        } else if (node.asText().equals("${node}")) {
            JsonNode found = objects.find(Kind.NODE, "", NODE);
            return TextNode.valueOf(found == null ? "" : Meta.uid(found));
        }
        return node;
    }

    private void create(String file, ObjectNode object) {
        String path = path(object);
        String name = path + "/" + Meta.name(object);
        JsonNode status = object.get("status");
        Response present = objects.send(Request.get(name));
        Response response = present.ok() ? present : objects.send(Request.post(path, object));
        if (!response.ok()) {
            throw new IllegalStateException("lab/cluster/" + file + " in the jar: " + name + ": "
                    + response.body().path("message").asText());
        }
        if (status != null) {
            ObjectNode made = response.body().deepCopy();
            made.set("status", status);
            objects.send(Request.put(name + "/status", made));
        }
    }

    private static String path(JsonNode object) {
        String version = object.path("apiVersion").asText();
        String root = version.contains("/") ? "/apis/" : "/api/";
        String namespace = Meta.namespace(object);
        String kind = object.path("kind").asText();
        String plural = kind.equals("Endpoints")
                ? "endpoints"
                : kind.toLowerCase(Locale.ROOT) + (kind.endsWith("s") ? "es" : "s");
        return root + version + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + plural;
    }
}
