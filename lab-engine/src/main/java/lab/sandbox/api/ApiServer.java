package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import lab.kube.Api;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Streams;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** The sandbox's API server: one object store behind Kubernetes' request semantics. */
public final class ApiServer implements Api {
    public ApiServer(SandboxState state) {}

    /** Wires the kubelet behind {@code log} and {@code exec}. */
    public void connect(PodConnections pods) {}

    /** Wires the way to admission webhooks. */
    public void connect(WebhookTransport webhooks) {}

    /**
     * Calls {@code listener} after each committed change of a resource.
     *
     * @param resource {@code pods}, or {@code deployments.apps} outside the core group
     */
    public void subscribe(String resource, Consumer<Change> listener) {}

    /** The stored objects of a resource, by namespace and name; read only. An empty namespace means all. */
    public List<ObjectNode> list(String resource, String namespace) {
        return List.of();
    }

    /** One stored object, or null; read only. The namespace is empty for cluster-wide resources. */
    public @Nullable ObjectNode find(String resource, String namespace, String name) {
        return null;
    }

    @Override
    public Response send(Request request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Feed open(Request request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response exec(Request request, Streams streams) {
        throw new UnsupportedOperationException();
    }

    /** The object's key in events and queues: {@code namespace/name}, or {@code name}. */
    public static String key(JsonNode object) {
        String namespace = object.path("metadata").path("namespace").asText();
        String name = object.path("metadata").path("name").asText();
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
