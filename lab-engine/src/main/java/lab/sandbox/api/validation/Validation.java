package lab.sandbox.api.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.kube.Status.Cause;
import lab.kube.Tree;
import org.jspecify.annotations.Nullable;

/** All rules for an object of a kind. */
public final class Validation {
    private static final Set<String> WORKLOADS =
            Set.of("deployments.apps", "replicasets.apps", "daemonsets.apps", "statefulsets.apps");
    private static final List<String> POD_UPDATES = List.of(
            "activeDeadlineSeconds", "tolerations", "terminationGracePeriodSeconds", "schedulingGates", "nodeName");

    private Validation() {}

    /**
     * @param schema a custom resource's schema, null for built-in kinds
     * @param old the object before an update, null for a new one
     */
    public static List<Cause> check(
            String resource, JsonNode object, @Nullable JsonNode schema, @Nullable JsonNode old) {
        Findings findings = new Findings();
        MetadataRules.check(resource, object.path("metadata"), findings);
        if (schema != null) {
            CustomRules.check(object, schema, findings);
            return findings.causes();
        }
        if (WORKLOADS.contains(resource)) {
            WorkloadRules.check(object, findings);
            if (old != null) {
                WorkloadRules.update(old, object, findings);
            }
            return findings.causes();
        }
        switch (resource) {
            case "pods" -> {
                if (old == null) {
                    PodRules.check(object.path("spec"), "spec", findings);
                } else {
                    podUpdate(old, object, findings);
                }
            }
            case "services" -> {
                ServiceRules.check(object, findings);
                if (old != null) {
                    ServiceRules.update(old, object, findings);
                }
            }
            case "configmaps", "secrets" -> data(object, old, findings);
            case "jobs.batch" -> PodRules.check(Tree.at(object, "spec.template.spec"), "spec.template.spec", findings);
            case "rolebindings.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io" -> {
                if (old != null && !old.path("roleRef").equals(object.path("roleRef"))) {
                    findings.invalid("roleRef", object.path("roleRef"), "cannot change roleRef");
                }
            }
            default -> {}
        }
        return findings.causes();
    }

    private static void data(JsonNode object, @Nullable JsonNode old, Findings findings) {
        for (String member : List.of("data", "binaryData")) {
            for (Map.Entry<String, JsonNode> entry : object.path(member).properties()) {
                String key = entry.getKey();
                if (!key.matches("[-._a-zA-Z0-9]+")) {
                    findings.invalid(
                            member + "[" + key + "]",
                            key,
                            "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g."
                                    + " 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is"
                                    + " '[-._a-zA-Z0-9]+')");
                }
            }
        }
        if (old != null
                && old.path("immutable").asBoolean()
                && !old.path("data").equals(object.path("data"))) {
            findings.forbidden("data", "field is immutable when `immutable` is set");
        }
    }

    private static void podUpdate(JsonNode old, JsonNode updated, Findings findings) {
        ObjectNode before = ((ObjectNode) old.path("spec")).deepCopy();
        ObjectNode after = ((ObjectNode) updated.path("spec")).deepCopy();
        for (ObjectNode spec : List.of(before, after)) {
            for (String list : List.of("containers", "initContainers")) {
                spec.path(list).forEach(container -> ((ObjectNode) container).remove("image"));
            }
            spec.remove(POD_UPDATES);
        }
        if (!before.equals(after)) {
            findings.forbidden(
                    "spec",
                    "pod updates may not change fields other than `spec.containers[*].image`,"
                            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only"
                            + " additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to"
                            + " be set to 1 if it was previously negative)");
        }
    }

    /** Drops what a custom resource's schema does not have; @return it as {@code unknown field "spec.x"}. */
    public static List<String> prune(ObjectNode object, JsonNode schema) {
        return CustomRules.prune(object, schema);
    }
}
