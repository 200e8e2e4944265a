package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lab.kube.JsonPatch;
import lab.kube.MergePatch;
import lab.kube.PatchProblem;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Status;
import lab.kube.Tree;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Answers POST, PUT and PATCH of objects. */
final class Writes {
    private final SandboxState state;
    private final Store store;

    @SuppressWarnings("UnusedVariable")
    private @Nullable WebhookTransport webhooks;

    Writes(SandboxState state, Store store) {
        this.state = state;
        this.store = store;
    }

    void connect(WebhookTransport transport) {
        this.webhooks = transport;
    }

    Response create(Target target, Request request) {
        ObjectNode object = body(target, request);
        ObjectNode metadata = Tree.child(object, "metadata");
        String name = metadata.path("name").asText();
        if (name.isEmpty() && !metadata.path("generateName").asText().isEmpty()) {
            name = metadata.path("generateName").asText() + state.suffix(5);
            metadata.put("name", name);
        }
        Resource resource = target.resource();
        if (store.find(resource.key(), target.namespace(), name) != null) {
            throw Refusal.with(Status.alreadyExists(resource.group(), resource.name(), name));
        }
        metadata.put("uid", state.uid());
        metadata.put("creationTimestamp", now());
        metadata.remove(List.of("resourceVersion", "deletionTimestamp", "managedFields", "selfLink"));
        if (!resource.generation().isEmpty()) {
            metadata.put("generation", 1);
        }
        if (!dryRun(request)) {
            store.put(resource.key(), object);
        }
        return Response.json(201, Reads.show(resource, object));
    }

    private ObjectNode body(Target target, Request request) {
        if (!(request.body() instanceof ObjectNode sent)) {
            throw Refusal.with(Status.badRequest("Required body is missing"));
        }
        ObjectNode object = sent.deepCopy();
        ObjectNode metadata = Tree.child(object, "metadata");
        if (target.resource().namespaced()) {
            metadata.put("namespace", target.namespace());
        } else {
            metadata.remove("namespace");
        }
        return object;
    }

    String now() {
        return state.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static boolean dryRun(Request request) {
        return "All".equals(request.parameter("dryRun"));
    }

    ObjectNode existing(Target target) {
        ObjectNode object = store.find(target.resource().key(), target.namespace(), target.name());
        if (object == null) {
            throw Refusal.with(
                    Status.notFound(target.resource().group(), target.resource().name(), target.name()));
        }
        return object;
    }

    Response update(Target target, Request request) {
        ObjectNode old = existing(target);
        return replace(target, request, old, body(target, request));
    }

    Response patch(Target target, Request request) {
        ObjectNode old = existing(target);
        JsonNode patch = request.body();
        if (patch == null) {
            throw Refusal.with(Status.badRequest("Required body is missing"));
        }
        try {
            JsonNode patched = switch (request.header("content-type")) {
                case "application/json-patch+json" -> JsonPatch.apply(old, patch);
                default -> MergePatch.apply(old, patch);
            };
            return replace(target, request, old, (ObjectNode) patched);
        } catch (PatchProblem e) {
            throw Refusal.with(Status.of(422, "Invalid", e.text()));
        }
    }

    private Response replace(Target target, Request request, ObjectNode old, ObjectNode updated) {
        Resource resource = target.resource();
        ObjectNode metadata = Tree.child(updated, "metadata");
        JsonNode oldMetadata = old.path("metadata");
        String version = metadata.path("resourceVersion").asText();
        if (!version.isEmpty()
                && !version.equals(oldMetadata.path("resourceVersion").asText())) {
            throw Refusal.with(Status.conflict(
                    resource.group(),
                    resource.name(),
                    target.name(),
                    "the object has been modified; please apply your changes to the latest version and try again"));
        }
        keep(metadata, oldMetadata, List.of("uid", "creationTimestamp", "generation", "deletionTimestamp"));
        metadata.set("resourceVersion", oldMetadata.path("resourceVersion"));
        ObjectNode result = target.subresource().equals("status") ? withStatus(old, updated) : updated;
        if (target.subresource().isEmpty() && resource.subresource("status") != null) {
            keep(result, old, List.of("status"));
        }
        int generation = oldMetadata.path("generation").asInt();
        if (generation > 0 && specChanged(resource, old, result)) {
            ((ObjectNode) result.path("metadata")).put("generation", generation + 1);
        }
        if (!result.equals(old) && !dryRun(request)) {
            boolean finished = result.path("metadata").has("deletionTimestamp")
                    && result.path("metadata").path("finalizers").isEmpty()
                    && !old.path("metadata").path("finalizers").isEmpty();
            if (finished) {
                store.remove(resource.key(), result);
            } else {
                store.put(resource.key(), result);
            }
        }
        return Response.json(200, Reads.show(resource, result));
    }

    private static ObjectNode withStatus(ObjectNode old, ObjectNode updated) {
        ObjectNode result = old.deepCopy();
        JsonNode status = updated.get("status");
        if (status == null) {
            result.remove("status");
        } else {
            result.set("status", status);
        }
        return result;
    }

    private static void keep(ObjectNode updated, JsonNode old, List<String> members) {
        for (String member : members) {
            @Nullable JsonNode value = old.get(member);
            if (value == null) {
                updated.remove(member);
            } else {
                updated.set(member, value);
            }
        }
    }

    private static boolean specChanged(Resource resource, JsonNode old, JsonNode updated) {
        List<String> members = new ArrayList<>(resource.generation());
        if (members.contains("*")) {
            members.clear();
            old.fieldNames().forEachRemaining(members::add);
            updated.fieldNames().forEachRemaining(members::add);
            members.removeAll(List.of("metadata", "status", "apiVersion", "kind"));
        }
        return members.stream().anyMatch(member -> !Tree.at(old, member).equals(Tree.at(updated, member)));
    }
}
