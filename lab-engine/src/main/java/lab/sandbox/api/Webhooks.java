package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import lab.kube.JsonPatch;
import lab.kube.LabelSelector;
import lab.kube.PatchProblem;
import lab.kube.Status;
import lab.kube.Tree;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/**
 * Asks the admission webhooks that the store's configurations name. Models
 * staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook@1.34.
 */
final class Webhooks {
    /**
     * What is admitted.
     *
     * @param operation CREATE, UPDATE or DELETE
     * @param object null for DELETE
     * @param old null for CREATE
     */
    record Attributes(
            Target target,
            String operation,
            @Nullable ObjectNode object,
            @Nullable ObjectNode old,
            boolean dryRun,
            JsonNode options) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GROUP = ".admissionregistration.k8s.io";

    private final SandboxState state;
    private final Store store;
    private @Nullable WebhookTransport transport;

    Webhooks(SandboxState state, Store store) {
        this.state = state;
        this.store = store;
    }

    void connect(WebhookTransport webhooks) {
        this.transport = webhooks;
    }

    /** @return the object as the mutating webhooks made it; warnings are added to the list */
    ObjectNode mutate(Attributes attributes, ObjectNode object, List<String> warnings) {
        ObjectNode result = object;
        List<ObjectNode> done = new ArrayList<>();
        for (ObjectNode webhook : webhooks("mutatingwebhookconfigurations")) {
            ObjectNode before = result;
            result = mutate(webhook, attributes, result, warnings);
            done.add(webhook);
            if (!result.equals(before)) {
                result = again(done, attributes, result, warnings);
            }
        }
        return result;
    }

    // A webhook that wants it is asked once more when a later one changed the object.
    private ObjectNode again(List<ObjectNode> done, Attributes attributes, ObjectNode object, List<String> warnings) {
        ObjectNode result = object;
        for (ObjectNode webhook : done.subList(0, done.size() - 1)) {
            if (webhook.path("reinvocationPolicy").asText().equals("IfNeeded")) {
                result = mutate(webhook, attributes, result, warnings);
            }
        }
        return result;
    }

    private ObjectNode mutate(ObjectNode webhook, Attributes attributes, ObjectNode object, List<String> warnings) {
        JsonNode response = ask(webhook, attributes, object, warnings);
        String patch = response.path("patch").asText("");
        if (patch.isEmpty()) {
            return object;
        }
        try {
            JsonNode operations = JSON.readTree(Base64.getDecoder().decode(patch));
            return operations.isEmpty() ? object : (ObjectNode) JsonPatch.apply(object, operations);
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.with(Status.internalError("webhook " + name(webhook) + " sent an unreadable patch"));
        } catch (PatchProblem e) {
            throw Refusal.with(Status.internalError(e.text()));
        }
    }

    /** Asks the mutating webhooks about a deletion, where there is nothing that they could change. */
    void review(Attributes attributes, List<String> warnings) {
        for (ObjectNode webhook : webhooks("mutatingwebhookconfigurations")) {
            ask(webhook, attributes, null, warnings);
        }
    }

    void validate(Attributes attributes, @Nullable ObjectNode object, List<String> warnings) {
        for (ObjectNode webhook : webhooks("validatingwebhookconfigurations")) {
            ask(webhook, attributes, object, warnings);
        }
    }

    private List<ObjectNode> webhooks(String resource) {
        List<ObjectNode> webhooks = new ArrayList<>();
        for (ObjectNode configuration : store.list(resource + GROUP, "")) {
            configuration.path("webhooks").forEach(webhook -> webhooks.add((ObjectNode) webhook));
        }
        return webhooks;
    }

    private static String name(JsonNode webhook) {
        return webhook.path("name").asText();
    }

    /** @return the webhook's response, an empty object when it was not asked or its failure is ignored */
    private JsonNode ask(JsonNode webhook, Attributes attributes, @Nullable ObjectNode object, List<String> warnings) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        if (!matches(webhook, attributes, object)) {
            return nothing;
        }
        String effects = webhook.path("sideEffects").asText();
        if (attributes.dryRun() && !effects.equals("None") && !effects.equals("NoneOnDryRun")) {
            throw Refusal.with(
                    Status.badRequest("admission webhook \"" + name(webhook) + "\" does not support dry run"));
        }
        int timeout = webhook.path("timeoutSeconds").asInt(10);
        try {
            if (transport == null) {
                throw new WebhookTransport.Unreachable("dial tcp: lookup failed: no such host");
            }
            JsonNode review = review(attributes, object);
            JsonNode response = transport
                    .call(webhook.path("clientConfig"), review, Duration.ofSeconds(timeout))
                    .path("response");
            response.path("warnings").forEach(warning -> warnings.add(warning.asText()));
            if (!response.path("allowed").asBoolean()) {
                throw Refusal.with(denied(webhook, response.path("status")));
            }
            return response;
        } catch (WebhookTransport.Unreachable e) {
            if (webhook.path("failurePolicy").asText().equals("Ignore")) {
                return nothing;
            }
            throw Refusal.with(Status.internalError("failed calling webhook \"" + name(webhook)
                    + "\": failed to call webhook: Post \"" + url(webhook, timeout) + "\": " + e.getMessage()));
        }
    }

    private static ObjectNode denied(JsonNode webhook, JsonNode result) {
        String by = "admission webhook \"" + name(webhook) + "\" denied the request";
        String message = result.path("message").asText("");
        String reason = result.path("reason").asText("");
        String text = !message.isEmpty()
                ? by + ": " + message
                : !reason.isEmpty() ? by + ": " + reason : by + " without explanation";
        return Status.of(Math.max(400, result.path("code").asInt()), reason, text);
    }

    private static String url(JsonNode webhook, int timeout) {
        JsonNode service = Tree.at(webhook, "clientConfig.service");
        String base = service.isObject()
                ? "https://" + service.path("name").asText() + "."
                        + service.path("namespace").asText() + ".svc:"
                        + service.path("port").asInt(443) + service.path("path").asText("/")
                : Tree.text(webhook, "clientConfig.url");
        return base + "?timeout=" + timeout + "s";
    }

    private boolean matches(JsonNode webhook, Attributes attributes, @Nullable ObjectNode object) {
        Resource resource = attributes.target().resource();
        if (resource.group().equals("admissionregistration.k8s.io")
                && resource.name().endsWith("configurations")) {
            return false;
        }
        boolean ruled = false;
        for (JsonNode rule : webhook.path("rules")) {
            ruled |= rule(rule, attributes);
        }
        if (!ruled) {
            return false;
        }
        LabelSelector spaces = LabelSelector.of(webhook.path("namespaceSelector"));
        if (!spaces.isEmpty() && !namespaceMatches(spaces, attributes, object)) {
            return false;
        }
        LabelSelector objects = LabelSelector.of(webhook.path("objectSelector"));
        return objects.isEmpty() || labelled(objects, object) || labelled(objects, attributes.old());
    }

    private static boolean labelled(LabelSelector selector, @Nullable JsonNode object) {
        return object != null && selector.matches(Tree.at(object, "metadata.labels"));
    }

    private boolean namespaceMatches(LabelSelector selector, Attributes attributes, @Nullable JsonNode object) {
        Target target = attributes.target();
        if (target.resource().key().equals("namespaces")) {
            return labelled(selector, object != null ? object : attributes.old());
        }
        if (!target.resource().namespaced()) {
            return true;
        }
        ObjectNode namespace = store.find("namespaces", "", target.namespace());
        return namespace != null && labelled(selector, namespace);
    }

    private static boolean has(JsonNode list, String value) {
        for (JsonNode item : list) {
            if (item.asText().equals(value) || item.asText().equals("*")) {
                return true;
            }
        }
        return false;
    }

    // With matchPolicy Equivalent, the default, any version of the resource will do.
    private static boolean rule(JsonNode rule, Attributes attributes) {
        Resource resource = attributes.target().resource();
        String part = attributes.target().subresource();
        String scope = rule.path("scope").asText("*");
        boolean resources = part.isEmpty()
                ? has(rule.path("resources"), resource.name()) || has(rule.path("resources"), "*/*")
                : has(only(rule.path("resources"), '/'), resource.name() + "/" + part);
        return has(rule.path("operations"), attributes.operation())
                && has(rule.path("apiGroups"), resource.group())
                && resources
                && (scope.equals("*") || scope.equals("Namespaced") == resource.namespaced());
    }

    private static JsonNode only(JsonNode list, char mark) {
        var result = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> {
            if (item.asText().indexOf(mark) >= 0) {
                result.add(item);
            }
        });
        return result;
    }

    private ObjectNode review(Attributes attributes, @Nullable ObjectNode object) {
        Target target = attributes.target();
        Resource resource = target.resource();
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("kind", "AdmissionReview").put("apiVersion", "admission.k8s.io/v1");
        ObjectNode request = review.putObject("request");
        request.put("uid", state.uid());
        for (String member : List.of("kind", "requestKind")) {
            named(request.putObject(member), resource).put("kind", resource.kind());
        }
        for (String member : List.of("resource", "requestResource")) {
            named(request.putObject(member), resource).put("resource", resource.name());
        }
        JsonNode subject = object != null ? object : attributes.old();
        String name = subject == null ? target.name() : Tree.text(subject, "metadata.name");
        if (!name.isEmpty()) {
            request.put("name", name);
        }
        if (!target.namespace().isEmpty()) {
            request.put("namespace", target.namespace());
        }
        request.put("operation", attributes.operation());
        ObjectNode user = request.putObject("userInfo").put("username", "kubernetes-admin");
        user.putArray("groups").add("kubeadm:cluster-admins").add("system:authenticated");
        request.set("object", object == null ? JsonNodeFactory.instance.nullNode() : object);
        request.set("oldObject", attributes.old() == null ? JsonNodeFactory.instance.nullNode() : attributes.old());
        request.put("dryRun", attributes.dryRun());
        request.set("options", attributes.options());
        return review;
    }

    private static ObjectNode named(ObjectNode place, Resource resource) {
        return place.put("group", resource.group()).put("version", resource.version());
    }
}
