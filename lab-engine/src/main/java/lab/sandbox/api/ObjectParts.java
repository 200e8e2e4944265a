package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import lab.kube.LabelSelector;
import lab.kube.MergePatch;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Status;
import lab.kube.Tree;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Parts of objects that are objects themselves: scale, binding, eviction, token. */
final class ObjectParts {
    private final SandboxState state;
    private final Store store;
    private final Writes writes;
    private final Deletes deletes;

    ObjectParts(SandboxState state, Store store, Writes writes, Deletes deletes) {
        this.state = state;
        this.store = store;
        this.writes = writes;
        this.deletes = deletes;
    }

    /** The answer, or null when the part is handled like the object itself (status, finalize). */
    @Nullable
    Response answer(Target target, Request request) {
        Target whole = new Target(target.resource(), target.namespace(), target.name(), "");
        return switch (target.subresource()) {
            case "", "status", "finalize" -> null;
            case "scale" -> scale(whole, request);
            case "binding" -> bind(whole, request);
            case "eviction" -> evict(whole, request);
            case "token" -> token(whole, request);
            default -> throw Refusal.with(Status.noSuchResource());
        };
    }

    private ObjectNode find(Target target) {
        ObjectNode object = store.find(target.resource().key(), target.namespace(), target.name());
        if (object == null) {
            throw Refusal.with(
                    Status.notFound(target.resource().group(), target.resource().name(), target.name()));
        }
        return object;
    }

    private Response scale(Target target, Request request) {
        if (target.resource().subresource("scale") == null) {
            throw Refusal.with(Status.noSuchResource());
        }
        ObjectNode object = find(target);
        if (request.method().equals("GET")) {
            return Response.json(200, scaleOf(object));
        }
        JsonNode body = request.body() == null ? JsonNodeFactory.instance.objectNode() : request.body();
        JsonNode wanted = request.method().equals("PUT") ? body : MergePatch.apply(scaleOf(object), body);
        ObjectNode changed = object.deepCopy();
        Tree.child(changed, "spec")
                .put("replicas", Tree.at(wanted, "spec.replicas").asInt());
        String version = Tree.text(body, "metadata.resourceVersion");
        if (version.isEmpty()) {
            ((ObjectNode) changed.path("metadata")).remove("resourceVersion");
        } else {
            ((ObjectNode) changed.path("metadata")).put("resourceVersion", version);
        }
        Response done = writes.update(target, request.withBody("application/json", changed));
        return done.ok() ? Response.json(200, scaleOf(done.body())) : done;
    }

    private static ObjectNode scaleOf(JsonNode object) {
        ObjectNode scale = JsonNodeFactory.instance.objectNode();
        scale.put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String member : new String[] {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
            metadata.put(member, Tree.text(object, "metadata." + member));
        }
        scale.putObject("spec").put("replicas", Tree.at(object, "spec.replicas").asInt());
        scale.putObject("status")
                .put("replicas", Tree.at(object, "status.replicas").asInt())
                .put(
                        "selector",
                        LabelSelector.of(Tree.at(object, "spec.selector")).toString());
        return scale;
    }

    // models pkg/registry/core/pod/storage/storage.go BindingREST@1.34
    private Response bind(Target target, Request request) {
        ObjectNode pod = find(target).deepCopy();
        String node = request.body() == null ? "" : Tree.text(request.body(), "target.name");
        if (!Tree.text(pod, "spec.nodeName").isEmpty()) {
            throw Refusal.with(Status.conflict(
                    "",
                    "pods/binding",
                    target.name(),
                    "pod " + target.name() + " is already assigned to node \"" + Tree.text(pod, "spec.nodeName")
                            + "\""));
        }
        Tree.child(pod, "spec").put("nodeName", node);
        ObjectNode status = Tree.child(pod, "status");
        ObjectNode scheduled = Tree.named(status.path("conditions"), "type", "PodScheduled");
        ObjectNode condition =
                scheduled == null ? Tree.list(status, "conditions").addObject() : scheduled;
        condition.remove("reason");
        condition.remove("message");
        condition.putNull("lastProbeTime");
        condition.put(
                "lastTransitionTime",
                state.now().truncatedTo(ChronoUnit.SECONDS).toString());
        condition.put("status", "True").put("type", "PodScheduled");
        store.put("pods", pod);
        return Response.json(201, success(201));
    }

    private static ObjectNode success(int code) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        return status.put("status", "Success").put("code", code);
    }

    // models pkg/registry/core/pod/storage/eviction.go@1.34
    private Response evict(Target target, Request request) {
        ObjectNode pod = find(target);
        for (JsonNode budget : store.list("poddisruptionbudgets.policy", target.namespace())) {
            LabelSelector selector = LabelSelector.of(Tree.at(budget, "spec.selector"));
            if (!selector.isEmpty()
                    && selector.matches(Tree.at(pod, "metadata.labels"))
                    && Tree.at(budget, "status.disruptionsAllowed").asInt() <= 0) {
                ObjectNode refusal = Status.of(
                        429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.");
                Tree.list(refusal.putObject("details"), "causes")
                        .addObject()
                        .put("reason", "DisruptionBudget")
                        .put(
                                "message",
                                "The disruption budget " + Tree.text(budget, "metadata.name") + " needs "
                                        + Tree.at(budget, "status.desiredHealthy")
                                                .asInt()
                                        + " healthy pods and has "
                                        + Tree.at(budget, "status.currentHealthy")
                                                .asInt() + " currently");
                throw Refusal.with(refusal);
            }
        }
        JsonNode options = request.body() == null ? null : request.body().get("deleteOptions");
        deletes.delete(target, new Request("DELETE", request.path(), request.query(), request.headers(), options));
        return Response.json(201, success(201));
    }

    private Response token(Target target, Request request) {
        find(target);
        ObjectNode review =
                request.body() instanceof ObjectNode sent ? sent.deepCopy() : JsonNodeFactory.instance.objectNode();
        review.put("kind", "TokenRequest").put("apiVersion", "authentication.k8s.io/v1");
        int seconds = Tree.at(review, "spec.expirationSeconds").asInt(3600);
        Tree.child(review, "spec").put("expirationSeconds", seconds);
        review.putObject("status")
                .put("token", "eyJhbGciOiJSUzI1NiJ9." + state.hex(80) + "." + state.hex(64))
                .put(
                        "expirationTimestamp",
                        state.now()
                                .plus(Duration.ofSeconds(seconds))
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        return Response.json(201, review);
    }
}
