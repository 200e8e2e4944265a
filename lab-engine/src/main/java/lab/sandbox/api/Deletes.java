package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Status;
import lab.kube.Tree;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/**
 * Answers DELETE. An object that somebody must still clean up after (grace period, finalizers) is only marked. Models
 * staging/src/k8s.io/apiserver/pkg/registry/rest/delete.go@1.34.
 */
final class Deletes {
    private static final Set<String> CASCADE_FINALIZERS = Set.of("foregroundDeletion", "orphan");

    private final SandboxState state;
    private final Store store;
    private final Webhooks webhooks;

    Deletes(SandboxState state, Store store, Webhooks webhooks) {
        this.state = state;
        this.store = store;
        this.webhooks = webhooks;
    }

    Response delete(Target target, Request request) {
        Resource resource = target.resource();
        ObjectNode object = store.find(resource.key(), target.namespace(), target.name());
        if (object == null) {
            throw Refusal.with(Status.notFound(resource.group(), resource.name(), target.name()));
        }
        JsonNode options = request.body() == null ? MissingNode.getInstance() : request.body();
        preconditions(resource, object, options);
        List<String> warnings = new ArrayList<>();
        admit(target, object, options, request, warnings);
        ObjectNode marked = remove(resource, object, options, request);
        ObjectNode answer = marked == null
                ? Status.deleted(resource.group(), resource.name(), target.name(), Tree.text(object, "metadata.uid"))
                : Reads.show(resource, marked);
        return new Response(200, "application/json", answer, warnings);
    }

    /** Webhooks see what is deleted as the old object, and can only refuse. */
    private void admit(Target target, ObjectNode object, JsonNode options, Request request, List<String> warnings) {
        boolean dryRun = Writes.dryRun(request);
        Webhooks.Attributes attributes =
                new Webhooks.Attributes(target, "DELETE", null, object, dryRun, deleteOptions(options));
        webhooks.review(attributes, warnings);
        webhooks.validate(attributes, null, warnings);
    }

    private static JsonNode deleteOptions(JsonNode options) {
        ObjectNode shown = options instanceof ObjectNode sent ? sent.deepCopy() : JsonNodeFactory.instance.objectNode();
        return shown.put("kind", "DeleteOptions").put("apiVersion", "meta.k8s.io/v1");
    }

    Response deleteCollection(Target target, Request request) {
        Selection selection = Selection.of(target, request);
        JsonNode options = request.body() == null ? MissingNode.getInstance() : request.body();
        Resource resource = target.resource();
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", resource.kind() + "List").put("apiVersion", resource.apiVersion());
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        List<String> warnings = new ArrayList<>();
        for (ObjectNode object : List.copyOf(store.list(resource.key(), target.namespace()))) {
            if (selection.matches(object)) {
                admit(itemOf(target, object), object, options, request, warnings);
                remove(resource, object, options, request);
                items.add(Reads.show(resource, object));
            }
        }
        ((ObjectNode) list.path("metadata")).put("resourceVersion", Long.toString(store.version()));
        return new Response(200, "application/json", list, warnings);
    }

    private static Target itemOf(Target collection, ObjectNode object) {
        return new Target(
                collection.resource(), Tree.text(object, "metadata.namespace"), Tree.text(object, "metadata.name"), "");
    }

    private static void preconditions(Resource resource, ObjectNode object, JsonNode options) {
        for (String field : List.of("uid", "resourceVersion")) {
            String wanted = Tree.text(options, "preconditions." + field);
            String found = Tree.text(object, "metadata." + field);
            if (!wanted.isEmpty() && !wanted.equals(found)) {
                String title = field.equals("uid") ? "UID" : "ResourceVersion";
                throw Refusal.with(Status.conflict(
                        resource.group(),
                        resource.name(),
                        Tree.text(object, "metadata.name"),
                        "Precondition failed: " + title + " in precondition: " + wanted + ", " + title
                                + " in object meta: " + found));
            }
        }
    }

    /** @return the object as it is marked for deletion, or null when it is gone */
    private @Nullable ObjectNode remove(Resource resource, ObjectNode object, JsonNode options, Request request) {
        boolean dryRun = Writes.dryRun(request);
        ObjectNode marked = object.deepCopy();
        ObjectNode metadata = (ObjectNode) marked.path("metadata");
        long grace = grace(resource, object, options, request);
        Set<String> finalizers = new TreeSet<>();
        metadata.path("finalizers").forEach(finalizer -> finalizers.add(finalizer.asText()));
        finalizers.removeAll(CASCADE_FINALIZERS);
        String propagation = propagation(options, request);
        if (propagation.equals("Foreground")) {
            finalizers.add("foregroundDeletion");
        } else if (propagation.equals("Orphan")) {
            finalizers.add("orphan");
        }
        boolean spec = resource.key().equals("namespaces")
                && !Tree.at(object, "spec.finalizers").isEmpty();
        if (grace == 0 && finalizers.isEmpty() && !spec) {
            if (!dryRun) {
                store.remove(resource.key(), object);
            }
            return null;
        }
        if (!finalizers.isEmpty()) {
            ArrayNode list = metadata.putArray("finalizers");
            finalizers.forEach(list::add);
        } else {
            metadata.remove("finalizers");
        }
        mark(resource, marked, metadata, grace);
        if (!marked.equals(object) && !dryRun) {
            store.put(resource.key(), marked);
        }
        return marked;
    }

    private void mark(Resource resource, ObjectNode marked, ObjectNode metadata, long grace) {
        boolean first = !metadata.has("deletionTimestamp");
        long before = metadata.path("deletionGracePeriodSeconds").asLong();
        if (first || grace < before) {
            metadata.put(
                    "deletionTimestamp",
                    state.now()
                            .plus(Duration.ofSeconds(grace))
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
            metadata.put("deletionGracePeriodSeconds", grace);
        }
        if (first && metadata.path("generation").asInt() > 0) {
            metadata.put("generation", metadata.path("generation").asInt() + 1);
        }
        if (resource.key().equals("namespaces")) {
            Tree.child(marked, "status").put("phase", "Terminating");
        }
    }

    private static String propagation(JsonNode options, Request request) {
        String query = request.parameter("propagationPolicy");
        return query != null ? query : options.path("propagationPolicy").asText();
    }

    // Only pods are given time to stop; those that were not scheduled or have ended need none.
    // models pkg/registry/core/pod/strategy.go CheckGracefulDelete@1.34
    private static long grace(Resource resource, JsonNode object, JsonNode options, Request request) {
        if (!resource.key().equals("pods")) {
            return 0;
        }
        List<Long> asked = new ArrayList<>();
        String query = request.parameter("gracePeriodSeconds");
        if (query != null && query.matches("[0-9]+")) {
            asked.add(Long.parseLong(query));
        }
        if (options.path("gracePeriodSeconds").isNumber()) {
            asked.add(options.path("gracePeriodSeconds").asLong());
        }
        String phase = Tree.text(object, "status.phase");
        if (!asked.isEmpty() && asked.get(0) == 0) {
            return 0;
        }
        if (Tree.text(object, "spec.nodeName").isEmpty() || phase.equals("Failed") || phase.equals("Succeeded")) {
            return 0;
        }
        return asked.isEmpty()
                ? Tree.at(object, "spec.terminationGracePeriodSeconds").asLong(30)
                : asked.get(0);
    }
}
