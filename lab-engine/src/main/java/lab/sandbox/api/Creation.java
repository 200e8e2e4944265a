package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import lab.kube.Tree;

/** The state in which the server starts a new object. Models PrepareForCreate of pkg/registry/…/strategy.go@1.34. */
final class Creation {
    /** Kinds that may bring their status along: nodes register with it. */
    private static final Set<String> OWN_STATUS =
            Set.of("nodes", "services", "namespaces", "apiservices.apiregistration.k8s.io");

    private Creation() {}

    static void prepare(Resource resource, ObjectNode object, String now) {
        String key = resource.key();
        if (resource.subresource("status") != null && !OWN_STATUS.contains(key)) {
            object.remove("status");
        }
        switch (key) {
            case "pods" -> {
                ObjectNode status = object.putObject("status");
                status.put("phase", "Pending").put("qosClass", Qos.of(object));
            }
            case "namespaces" -> {
                Tree.list(Tree.child(object, "spec"), "finalizers").removeAll().add("kubernetes");
                Tree.child(object, "status").put("phase", "Active");
            }
            case "deployments.apps" -> object.putObject("status");
            case "replicasets.apps", "replicationcontrollers" ->
                object.putObject("status").put("replicas", 0);
            case "statefulsets.apps" ->
                object.putObject("status").put("replicas", 0).put("availableReplicas", 0);
            case "daemonsets.apps" ->
                counted(
                        object,
                        "currentNumberScheduled",
                        "numberMisscheduled",
                        "desiredNumberScheduled",
                        "numberReady");
            case "poddisruptionbudgets.policy" ->
                counted(object, "disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods");
            case "horizontalpodautoscalers.autoscaling" ->
                object.putObject("status").put("desiredReplicas", 0).putNull("currentMetrics");
            case "customresourcedefinitions.apiextensions.k8s.io" -> established(object, now);
            case "jobs.batch", "cronjobs.batch" -> object.putObject("status");
            default -> {}
        }
    }

    private static void counted(ObjectNode object, String... members) {
        ObjectNode status = object.putObject("status");
        for (String member : members) {
            status.put(member, 0);
        }
    }

    // On a real server two controllers do this within milliseconds.
    private static void established(ObjectNode definition, String now) {
        ObjectNode status = definition.putObject("status");
        ObjectNode names = (ObjectNode) definition.path("spec").path("names");
        status.set("acceptedNames", names.deepCopy());
        ArrayNode conditions = status.putArray("conditions");
        condition(conditions, now, "NamesAccepted", "NoConflicts", "no conflicts found");
        condition(conditions, now, "Established", "InitialNamesAccepted", "the initial names have been accepted");
        ArrayNode stored = status.putArray("storedVersions");
        for (JsonNode version : definition.path("spec").path("versions")) {
            if (version.path("storage").asBoolean()) {
                stored.add(version.path("name").asText());
            }
        }
    }

    private static void condition(ArrayNode conditions, String now, String type, String reason, String message) {
        conditions
                .addObject()
                .put("lastTransitionTime", now)
                .put("message", message)
                .put("reason", reason)
                .put("status", "True")
                .put("type", type);
    }

    /** Members that a client may send but the server decides. */
    static final List<String> SERVER_METADATA =
            List.of("resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds", "managedFields", "selfLink");
}
