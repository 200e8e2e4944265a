package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Status;
import lab.kube.Tree;
import lab.sandbox.api.defaults.Defaults;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Answers POST, PUT and PATCH of objects: defaults, admission, validation, then the store. */
final class Writes {
    private final SandboxState state;
    private final Store store;
    private final PodAdmission podAdmission;
    private final ServiceAddresses addresses;
    private final Webhooks webhooks;

    Writes(SandboxState state, Store store, Webhooks webhooks) {
        this.state = state;
        this.store = store;
        this.podAdmission = new PodAdmission(state, store);
        this.addresses = new ServiceAddresses(state, store);
        this.webhooks = webhooks;
    }

    Response create(Target target, Request request) {
        Resource resource = target.resource();
        List<String> warnings = new ArrayList<>();
        ObjectNode object = body(target, request);
        Intake.decode(resource, object, request, warnings);
        ObjectNode metadata = Tree.child(object, "metadata");
        metadata.remove(Creation.SERVER_METADATA);
        namespaceIsThere(target, metadata.path("name").asText());
        Defaults.apply(resource.key(), object);
        object = admitNew(target, object, request, warnings);
        metadata = Tree.child(object, "metadata");
        if (metadata.path("name").asText().isEmpty()
                && !metadata.path("generateName").asText().isEmpty()) {
            metadata.put("name", metadata.path("generateName").asText() + state.suffix(5));
            Defaults.apply(resource.key(), object);
        }
        String name = metadata.path("name").asText();
        metadata.put("uid", state.uid());
        metadata.put("creationTimestamp", now());
        if (!resource.generation().isEmpty()) {
            metadata.put("generation", 1);
        } else {
            metadata.remove("generation");
        }
        Creation.prepare(resource, object, now());
        Intake.validate(resource, object, null);
        webhooks.validate(attributes(target, "CREATE", object, null, request), object, warnings);
        if (store.find(resource.key(), target.namespace(), name) != null) {
            throw Refusal.with(Status.alreadyExists(resource.group(), resource.name(), name));
        }
        if (resource.key().equals("services")) {
            addresses.allocate(object);
        }
        if (!dryRun(request)) {
            store.put(resource.key(), object);
        }
        StoredOnly.warn(resource, warnings);
        return answer(201, resource, object, warnings);
    }

    private ObjectNode admitNew(Target target, ObjectNode object, Request request, List<String> warnings) {
        boolean pod = target.resource().key().equals("pods");
        if (pod) {
            podAdmission.admit(object, target.namespace());
        }
        ObjectNode mutated = webhooks.mutate(attributes(target, "CREATE", object, null, request), object, warnings);
        if (!mutated.equals(object)) {
            Defaults.apply(target.resource().key(), mutated);
            if (pod) {
                podAdmission.admit(mutated, target.namespace());
            }
        }
        return mutated;
    }

    private static Webhooks.Attributes attributes(
            Target target, String operation, ObjectNode object, @Nullable ObjectNode old, Request request) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        String kind = operation.equals("CREATE") ? "CreateOptions" : "UpdateOptions";
        options.put("kind", kind).put("apiVersion", "meta.k8s.io/v1");
        return new Webhooks.Attributes(target, operation, object, old, dryRun(request), options);
    }

    private static Response answer(int code, Resource resource, JsonNode object, List<String> warnings) {
        return new Response(code, "application/json", Reads.show(resource, object), warnings);
    }

    // models staging/src/k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle/admission.go@1.34
    private void namespaceIsThere(Target target, String name) {
        Resource resource = target.resource();
        if (!resource.namespaced()) {
            return;
        }
        ObjectNode namespace = store.find("namespaces", "", target.namespace());
        if (namespace == null) {
            throw Refusal.with(Status.notFound("", "namespaces", target.namespace()));
        }
        if (namespace.path("metadata").has("deletionTimestamp")) {
            ObjectNode refusal = Status.forbidden(
                    resource.group(),
                    resource.name(),
                    name,
                    "unable to create new content in namespace " + target.namespace()
                            + " because it is being terminated");
            Tree.list(Tree.child(refusal, "details"), "causes")
                    .addObject()
                    .put("reason", "NamespaceTerminating")
                    .put("message", "namespace " + target.namespace() + " is being terminated")
                    .put("field", "metadata.namespace");
            throw Refusal.with(refusal);
        }
    }

    private static ObjectNode body(Target target, Request request) {
        if (!(request.body() instanceof ObjectNode sent)) {
            throw Refusal.with(Status.badRequest("Required body is missing"));
        }
        return located(target, Tree.copy(sent));
    }

    private static ObjectNode located(Target target, ObjectNode object) {
        ObjectNode metadata = Tree.child(object, "metadata");
        String namespace = metadata.path("namespace").asText("");
        if (!target.resource().namespaced()) {
            metadata.remove("namespace");
        } else if (namespace.isEmpty()) {
            metadata.put("namespace", target.namespace());
        } else if (!namespace.equals(target.namespace())) {
            throw Refusal.with(Status.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request"));
        }
        return object;
    }

    private String now() {
        return state.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static boolean dryRun(Request request) {
        return "All".equals(request.parameter("dryRun"));
    }

    private ObjectNode existing(Target target) {
        ObjectNode object = store.find(target.resource().key(), target.namespace(), target.name());
        if (object == null) {
            throw Refusal.with(
                    Status.notFound(target.resource().group(), target.resource().name(), target.name()));
        }
        return object;
    }

    Response update(Target target, Request request) {
        ObjectNode old = existing(target);
        ObjectNode sent = body(target, request);
        List<String> warnings = new ArrayList<>();
        Intake.decode(target.resource(), sent, request, warnings);
        return replace(target, request, old, sent, warnings);
    }

    Response patch(Target target, Request request) {
        boolean apply = request.header("content-type").equals(Patches.APPLY);
        if (apply && store.find(target.resource().key(), target.namespace(), target.name()) == null) {
            return create(target, request);
        }
        ObjectNode old = existing(target);
        ObjectNode patched = Tree.copy(Patches.apply(target.resource(), old, request));
        List<String> warnings = new ArrayList<>();
        JsonNode patch = request.body() == null ? patched : request.body();
        Intake.decodePatched(target.resource(), patched, request, patch, warnings);
        return replace(target, request, old, located(target, patched), warnings);
    }

    private Response replace(Target target, Request request, ObjectNode old, ObjectNode sent, List<String> warnings) {
        Resource resource = target.resource();
        Updates.checkVersion(target, old, sent);
        Defaults.apply(resource.key(), sent);
        ObjectNode updated = Updates.prepare(target, old, sent);
        ObjectNode mutated = webhooks.mutate(attributes(target, "UPDATE", updated, old, request), updated, warnings);
        if (!mutated.equals(updated)) {
            Defaults.apply(resource.key(), mutated);
            mutated = Updates.prepare(target, old, mutated);
        }
        if (!target.subresource().equals("status")) {
            Updates.numberGeneration(resource, old, mutated);
        }
        if (target.subresource().isEmpty()) {
            Intake.validate(resource, mutated, old);
        }
        webhooks.validate(attributes(target, "UPDATE", mutated, old, request), mutated, warnings);
        if (!mutated.equals(old) && !dryRun(request)) {
            if (Updates.finishesDeletion(resource, mutated)) {
                store.remove(resource.key(), mutated);
            } else {
                store.put(resource.key(), mutated);
            }
        }
        return answer(200, resource, mutated, warnings);
    }
}
