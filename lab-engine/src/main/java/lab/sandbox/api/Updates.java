package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Status;
import lab.kube.Tree;

/**
 * What an update may change: the object or its status, never what the server decides. Models BeforeUpdate of
 * staging/src/k8s.io/apiserver/pkg/registry/rest/update.go and the strategies' PrepareForUpdate@1.34.
 */
final class Updates {
    private static final List<String> KEPT = List.of(
            "uid",
            "creationTimestamp",
            "generation",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "generateName");

    private Updates() {}

    static void checkVersion(Target target, ObjectNode old, ObjectNode sent) {
        String version = Tree.text(sent, "metadata.resourceVersion");
        String uid = Tree.text(sent, "metadata.uid");
        Resource resource = target.resource();
        if (!uid.isEmpty() && !uid.equals(Tree.text(old, "metadata.uid"))) {
            throw Refusal.with(Status.conflict(
                    resource.group(),
                    resource.name(),
                    target.name(),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: "
                            + Tree.text(old, "metadata.uid")));
        }
        if (!version.isEmpty() && !version.equals(Tree.text(old, "metadata.resourceVersion"))) {
            throw Refusal.with(Status.conflict(
                    resource.group(),
                    resource.name(),
                    target.name(),
                    "the object has been modified; please apply your changes to the latest version and try again"));
        }
        String name = Tree.text(sent, "metadata.name");
        if (!name.equals(target.name())) {
            throw Refusal.with(Status.badRequest("the name of the object (" + name
                    + ") does not match the name on the URL (" + target.name() + ")"));
        }
    }

    /** The new object with all that this request cannot change as it was. */
    static ObjectNode prepare(Target target, ObjectNode old, ObjectNode sent) {
        ObjectNode result;
        if (target.subresource().equals("finalize")) {
            result = old.deepCopy();
            take(result, sent, "spec");
        } else if (target.subresource().equals("status")) {
            result = old.deepCopy();
            take(result, sent, "status");
            if (target.resource().key().equals("deployments.apps")) {
                // the deployment controller writes the revision with the status, so that no generation passes
                take(Tree.child(result, "metadata"), sent.path("metadata"), "annotations");
            }
        } else {
            result = sent;
            if (target.resource().subresource("status") != null) {
                take(result, old, "status");
            }
            if (target.resource().key().equals("services")) {
                keepAddresses(result, old);
            }
            if (target.resource().key().equals("namespaces")) {
                take(result, old, "spec");
            }
        }
        result.set("apiVersion", old.path("apiVersion"));
        result.set("kind", old.path("kind"));
        ObjectNode metadata = Tree.child(result, "metadata");
        KEPT.forEach(member -> take(metadata, old.path("metadata"), member));
        metadata.set("resourceVersion", old.path("metadata").path("resourceVersion"));
        metadata.remove("managedFields");
        return result;
    }

    private static void take(ObjectNode result, JsonNode from, String member) {
        JsonNode value = from.get(member);
        if (value == null) {
            result.remove(member);
        } else {
            result.set(member, value);
        }
    }

    // A replace without addresses means to keep them.
    private static void keepAddresses(ObjectNode service, ObjectNode old) {
        if (!(service.get("spec") instanceof ObjectNode spec)
                || spec.path("type").asText().equals("ExternalName")) {
            return;
        }
        for (String member : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
            if (spec.path(member).isMissingNode()
                    || spec.path(member).asText("x").isEmpty()) {
                take(spec, old.path("spec"), member);
            }
        }
    }

    static void numberGeneration(Resource resource, ObjectNode old, ObjectNode updated) {
        int generation = Tree.at(old, "metadata.generation").asInt();
        if (generation > 0 && changed(resource, old, updated)) {
            ((ObjectNode) updated.path("metadata")).put("generation", generation + 1);
        }
    }

    private static boolean changed(Resource resource, JsonNode old, JsonNode updated) {
        List<String> members = new ArrayList<>(resource.generation());
        if (members.remove("*")) {
            old.fieldNames().forEachRemaining(members::add);
            updated.fieldNames().forEachRemaining(members::add);
            members.removeAll(List.of("metadata", "status", "apiVersion", "kind"));
        }
        return members.stream().anyMatch(member -> !Tree.at(old, member).equals(Tree.at(updated, member)));
    }

    /** Whether nothing holds the deleted object any more. */
    static boolean finishesDeletion(Resource resource, ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        boolean held = !metadata.path("finalizers").isEmpty()
                || metadata.path("deletionGracePeriodSeconds").asInt() > 0
                || (resource.key().equals("namespaces")
                        && !Tree.at(object, "spec.finalizers").isEmpty());
        return metadata.has("deletionTimestamp") && !held;
    }
}
