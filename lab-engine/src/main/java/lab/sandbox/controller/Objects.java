package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import lab.kube.Request;
import lab.kube.Response;
import lab.sandbox.api.ApiServer;
import lab.sandbox.api.Change;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** The controllers' way to the API server: reads from its store, writes through its requests. */
final class Objects {
    private static final int CONFLICT_RETRIES = 5;

    private final SandboxState state;
    private final ApiServer api;

    Objects(SandboxState state, ApiServer api) {
        this.state = state;
        this.api = api;
    }

    Instant now() {
        return state.now();
    }

    /** The time as objects carry it: whole seconds. */
    String timestamp() {
        return state.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    List<ObjectNode> list(Kind kind, String namespace) {
        return api.list(kind.resource(), namespace);
    }

    @Nullable
    ObjectNode find(Kind kind, String namespace, String name) {
        return api.find(kind.resource(), namespace, name);
    }

    /** @param key {@code namespace/name}, or {@code name} */
    @Nullable
    ObjectNode find(Kind kind, String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? find(kind, "", key) : find(kind, key.substring(0, slash), key.substring(slash + 1));
    }

    void subscribe(Kind kind, Consumer<Change> listener) {
        api.subscribe(kind.resource(), listener);
    }

    Response create(Kind kind, String namespace, ObjectNode object) {
        object.put("apiVersion", kind.apiVersion());
        object.put("kind", kind.kind());
        return api.send(Request.post(kind.path(namespace), object));
    }

    /** Changes an object; nothing is sent when the change changes nothing. */
    boolean modify(Kind kind, String namespace, String name, Consumer<ObjectNode> change) {
        return write(kind, namespace, name, "", change);
    }

    boolean modifyStatus(Kind kind, String namespace, String name, Consumer<ObjectNode> change) {
        return write(kind, namespace, name, "/status", change);
    }

    private boolean write(Kind kind, String namespace, String name, String suffix, Consumer<ObjectNode> change) {
        for (int attempt = 0; attempt < CONFLICT_RETRIES; attempt++) {
            ObjectNode stored = find(kind, namespace, name);
            if (stored == null) {
                return true;
            }
            ObjectNode copy = stored.deepCopy();
            change.accept(copy);
            if (copy.equals(stored)) {
                return true;
            }
            Response response = api.send(Request.put(kind.path(namespace, name) + suffix, copy));
            if (response.code() != 409) {
                return response.ok() || response.code() == 404;
            }
        }
        return false;
    }

    Response send(Request request) {
        return api.send(request);
    }

    /** Deletes the object if it is still the one with this uid. */
    Response delete(Kind kind, JsonNode object) {
        return delete(kind, object, deleteOptions(object));
    }

    /** Removes a pod at once, as the kubelet does when its containers have ended. */
    Response deleteNow(Kind kind, JsonNode object) {
        return delete(kind, object, deleteOptions(object).put("gracePeriodSeconds", 0));
    }

    private Response delete(Kind kind, JsonNode object, ObjectNode options) {
        return api.send(Request.delete(kind.path(Meta.namespace(object), Meta.name(object)))
                .withBody("application/json", options));
    }

    static ObjectNode deleteOptions(JsonNode object) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("apiVersion", "v1").put("kind", "DeleteOptions");
        options.putObject("preconditions").put("uid", Meta.uid(object));
        return options;
    }
}
