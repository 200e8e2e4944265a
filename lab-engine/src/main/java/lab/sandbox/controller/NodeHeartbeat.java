package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import lab.sandbox.state.SandboxState;

/** Renews the node's lease and its conditions' heartbeat. */
// models component-helpers apimachinery/lease and pkg/kubelet/kubelet_node_status.go@1.34
final class NodeHeartbeat {
    private static final String LEASE = "node-lease";
    private static final String STATUS = "node-status";
    private static final String NAMESPACE = "kube-node-lease";
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final SandboxState state;
    private final Objects objects;

    NodeHeartbeat(SandboxState state, Objects objects) {
        this.state = state;
        this.objects = objects;
        state.handle(LEASE, payload -> renewLease(payload.asText()));
        state.handle(STATUS, payload -> renewStatus(payload.asText()));
    }

    void begin(String node) {
        renewLease(node);
        renewStatus(node);
    }

    private void renewLease(String node) {
        JsonNode owner = objects.find(Kind.NODE, "", node);
        if (owner == null) {
            return;
        }
        String now = MICROSECONDS.format(state.now());
        if (objects.find(Kind.LEASE, NAMESPACE, node) != null) {
            objects.modify(
                    Kind.LEASE,
                    NAMESPACE,
                    node,
                    lease -> lease.withObject("/spec").put("renewTime", now));
        } else {
            ObjectNode lease = JsonNodeFactory.instance.objectNode();
            ObjectNode metadata = lease.putObject("metadata").put("name", node).put("namespace", NAMESPACE);
            metadata.putArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", "v1")
                    .put("kind", "Node")
                    .put("name", node)
                    .put("uid", Meta.uid(owner));
            lease.putObject("spec")
                    .put("holderIdentity", node)
                    .put("leaseDurationSeconds", 40)
                    .put("renewTime", now);
            objects.create(Kind.LEASE, NAMESPACE, lease);
        }
        state.schedule(Timings.LEASE_RENEWAL, LEASE, TextNode.valueOf(node));
    }

    private void renewStatus(String node) {
        if (objects.find(Kind.NODE, "", node) == null) {
            return;
        }
        objects.modifyStatus(Kind.NODE, "", node, copy -> {
            for (JsonNode condition : copy.path("status").path("conditions")) {
                ((ObjectNode) condition).put("lastHeartbeatTime", objects.timestamp());
            }
        });
        state.schedule(Timings.NODE_STATUS, STATUS, TextNode.valueOf(node));
    }
}
