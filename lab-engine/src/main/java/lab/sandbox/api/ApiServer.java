package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import lab.kube.Api;
import lab.kube.ApiFailure;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Status;
import lab.kube.Streams;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** The sandbox's API server: one object store behind Kubernetes' request semantics. */
public final class ApiServer implements Api {
    private static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";

    private final Store store = new Store();
    private final Registry registry = new Registry();
    private final Reads reads;
    private final Webhooks webhooks;
    private final Writes writes;
    private final Deletes deletes;
    private final ObjectParts parts;
    private final Discovery discovery = new Discovery(registry);
    private final OpenApi openApi = new OpenApi(registry);
    private final PodParts podParts;

    public ApiServer(SandboxState state) {
        state.part("api", store);
        store.afterLoad(this::redefine);
        store.subscribe(DEFINITIONS, this::define);
        this.podParts = new PodParts(store);
        this.reads = new Reads(state, store);
        this.webhooks = new Webhooks(state, store);
        this.writes = new Writes(state, store, webhooks);
        this.deletes = new Deletes(state, store, webhooks);
        this.parts = new ObjectParts(state, store, writes, deletes);
    }

    private void redefine() {
        registry.forgetDefinitions();
        store.list(DEFINITIONS, "").forEach(definition -> registry.define(key(definition), definition));
    }

    private void define(Change change) {
        boolean gone = change.type() == Change.Type.DELETED;
        registry.define(key(change.object()), gone ? null : change.object());
        if (gone) {
            store.list(key(change.object()), "").stream()
                    .toList()
                    .forEach(object -> store.remove(key(change.object()), object));
        }
    }

    /** Wires the kubelet behind {@code log} and {@code exec}. */
    public void connect(PodConnections pods) {
        podParts.connect(pods);
    }

    /** Wires the way to admission webhooks. */
    public void connect(WebhookTransport transport) {
        webhooks.connect(transport);
    }

    /**
     * Calls {@code listener} after each committed change of a resource.
     *
     * @param resource {@code pods}, or {@code deployments.apps} outside the core group
     */
    public void subscribe(String resource, Consumer<Change> listener) {
        store.subscribe(resource, listener);
    }

    /** The stored objects of a resource, by namespace and name; read only. An empty namespace means all. */
    public List<ObjectNode> list(String resource, String namespace) {
        return List.copyOf(store.list(resource, namespace));
    }

    /** One stored object, or null; read only. The namespace is empty for cluster-wide resources. */
    public @Nullable ObjectNode find(String resource, String namespace, String name) {
        return store.find(resource, namespace, name);
    }

    /** The number of the last change; the {@code resourceVersion} of the object that it made. */
    public long version() {
        return store.version();
    }

    /**
     * The keys of the objects that changed after a version, by resource; null when the server no longer knows, so that
     * all must be saved.
     */
    public @Nullable Map<String, Set<String>> changedSince(long version) {
        return store.changedSince(version);
    }

    @Override
    public Response send(Request request) {
        try {
            return withWarnings(request, handle(request));
        } catch (ApiFailure refused) {
            return refused.response();
        }
    }

    // models the deprecation warnings of staging/src/k8s.io/api/core/v1@1.34
    private static Response withWarnings(Request request, Response response) {
        if (!request.path().matches("/api/v1/(namespaces/[^/]+/)?endpoints(/[^/]+)?")) {
            return response;
        }
        List<String> warnings = new ArrayList<>(response.warnings());
        warnings.add("v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice");
        return new Response(response.code(), response.contentType(), response.body(), warnings);
    }

    private Response handle(Request request) {
        Response plain = Plain.answer(request);
        if (plain == null) {
            plain = openApi.answer(request);
        }
        if (plain == null && request.method().equals("GET")) {
            plain = discovery.answer(request);
        }
        if (plain != null) {
            return plain;
        }
        Target target = Target.of(request, registry);
        boolean collection = target.name().isEmpty();
        if (target.subresource().equals("log")) {
            return podParts.log(target, request);
        }
        Response special = Reviews.answer(target, request);
        if (special == null) {
            special = parts.answer(target, request);
        }
        if (special != null) {
            return special;
        }
        return switch (request.method()) {
            case "GET" -> collection ? reads.list(target, request) : reads.get(target, request);
            case "POST" -> writes.create(target, request);
            case "PUT" -> writes.update(target, request);
            case "PATCH" -> writes.patch(target, request);
            case "DELETE" -> collection ? deletes.deleteCollection(target, request) : deletes.delete(target, request);
            default -> throw Refusal.with(Status.methodNotAllowed(request.method()));
        };
    }

    @Override
    public Feed open(Request request) {
        Target target = Target.of(request, registry);
        if (target.subresource().equals("log")) {
            return podParts.followLog(target, request);
        }
        return reads.watch(target, request);
    }

    @Override
    public Response exec(Request request, Streams streams) {
        try {
            return podParts.exec(Target.of(request, registry), request, streams);
        } catch (ApiFailure refused) {
            return refused.response();
        }
    }

    /** The object's key in events and queues: {@code namespace/name}, or {@code name}. */
    public static String key(JsonNode object) {
        String namespace = object.path("metadata").path("namespace").asText();
        String name = object.path("metadata").path("name").asText();
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
