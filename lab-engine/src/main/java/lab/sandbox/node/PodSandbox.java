package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lab.iptables.RuleSyntax;
import lab.iptables.Ruleset;
import lab.iptables.SaveText;
import org.jspecify.annotations.Nullable;

/** A pod as the node runs it: its network namespace with its rules, and its containers. */
final class PodSandbox {
    final String id;
    final String uid;
    final String namespace;
    final String name;
    final String ip;
    final boolean hostNetwork;
    final int pid;
    final Instant created;
    Ruleset rules = new Ruleset(false);
    Ruleset rules6 = new Ruleset(true);
    final List<NodeContainer> containers = new ArrayList<>();

    PodSandbox(
            String id,
            String uid,
            String namespace,
            String name,
            String ip,
            boolean hostNetwork,
            int pid,
            Instant created) {
        this.id = id;
        this.uid = uid;
        this.namespace = namespace;
        this.name = name;
        this.ip = ip;
        this.hostNetwork = hostNetwork;
        this.pid = pid;
        this.created = created;
    }

    /** The newest container of that name, or null when none was started. */
    @Nullable
    NodeContainer container(String containerName) {
        NodeContainer newest = null;
        for (NodeContainer container : containers) {
            if (container.name.equals(containerName)) {
                newest = container;
            }
        }
        return newest;
    }

    /** The one before the newest, or null. */
    @Nullable
    NodeContainer previous(String containerName) {
        NodeContainer newest = null;
        NodeContainer before = null;
        for (NodeContainer container : containers) {
            if (container.name.equals(containerName)) {
                before = newest;
                newest = container;
            }
        }
        return before;
    }

    boolean running(String containerName) {
        NodeContainer container = container(containerName);
        return container != null && container.running();
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("uid", uid)
                .put("namespace", namespace)
                .put("name", name)
                .put("ip", ip)
                .put("hostNetwork", hostNetwork)
                .put("pid", pid)
                .put("created", created.toString())
                .put("rules", SaveText.print(rules))
                .put("rules6", SaveText.print(rules6));
        ArrayNode all = saved.putArray("containers");
        containers.forEach(container -> all.add(container.save()));
        return saved;
    }

    static PodSandbox load(JsonNode saved, Supplier<Instant> clock) {
        PodSandbox pod = new PodSandbox(
                saved.path("id").asText(),
                saved.path("uid").asText(),
                saved.path("namespace").asText(),
                saved.path("name").asText(),
                saved.path("ip").asText(),
                saved.path("hostNetwork").asBoolean(),
                saved.path("pid").asInt(),
                Instant.parse(saved.path("created").asText()));
        try {
            pod.rules = SaveText.parse(saved.path("rules").asText(), false);
            pod.rules6 = SaveText.parse(saved.path("rules6").asText(), true);
        } catch (RuleSyntax e) {
            throw new IllegalStateException("the saved rules of pod " + pod.name + " are broken: " + e.reason(), e);
        }
        for (JsonNode container : saved.path("containers")) {
            pod.containers.add(NodeContainer.load(container, clock));
        }
        return pod;
    }
}
