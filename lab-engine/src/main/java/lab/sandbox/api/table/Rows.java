package lab.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import lab.kube.Tree;
import org.jspecify.annotations.Nullable;

/** Knows how each kind is printed. */
public final class Rows {
    private static final Map<String, BiFunction<JsonNode, Instant, List<Object>>> KINDS = Map.ofEntries(
            Map.entry("pods", PodRow::cells),
            Map.entry("services", NetworkRows::service),
            Map.entry("endpoints", NetworkRows::endpoints),
            Map.entry("endpointslices.discovery.k8s.io", NetworkRows::endpointSlice),
            Map.entry("ingresses.networking.k8s.io", NetworkRows::ingress),
            Map.entry("deployments.apps", WorkloadRows::deployment),
            Map.entry("replicasets.apps", WorkloadRows::replicaSet),
            Map.entry("replicationcontrollers", WorkloadRows::replicaSet),
            Map.entry("statefulsets.apps", WorkloadRows::statefulSet),
            Map.entry("daemonsets.apps", WorkloadRows::daemonSet),
            Map.entry("jobs.batch", WorkloadRows::job),
            Map.entry("cronjobs.batch", WorkloadRows::cronJob),
            Map.entry("nodes", ClusterRows::node),
            Map.entry("events", ClusterRows::event),
            Map.entry("rolebindings.rbac.authorization.k8s.io", ClusterRows::binding),
            Map.entry("clusterrolebindings.rbac.authorization.k8s.io", ClusterRows::binding),
            Map.entry("poddisruptionbudgets.policy", ClusterRows::disruptionBudget),
            Map.entry("horizontalpodautoscalers.autoscaling", ClusterRows::autoscaler));

    private Rows() {}

    /** @return the cells of all columns, null for a kind that is printed column by column */
    public static @Nullable List<Object> cells(String resource, JsonNode object, Instant now) {
        BiFunction<JsonNode, Instant, List<Object>> kind = KINDS.get(resource);
        return kind == null ? null : kind.apply(object, now);
    }

    /**
     * A cell that is printed alike in several kinds.
     *
     * @param path where a custom resource's column finds it, null for built-in kinds
     */
    public static Object cell(JsonNode object, String column, String type, @Nullable String path, Instant now) {
        if (path != null) {
            return CustomRow.cell(object, path, type, now);
        }
        JsonNode spec = object.path("spec");
        return switch (column) {
            case "Name" -> Tree.text(object, "metadata.name");
            case "Age" -> Ages.age(object, now);
            case "Created At" -> Tree.text(object, "metadata.creationTimestamp");
            case "Data" ->
                object.path("data").size() + object.path("binaryData").size();
            case "Secrets" -> object.path("secrets").size();
            case "Type" -> object.path("type").asText("");
            case "Status" -> Tree.text(object, "status.phase");
            case "Webhooks" -> object.path("webhooks").size();
            case "Holder" -> spec.path("holderIdentity").asText("");
            case "Pod-Selector" -> Ages.selector(spec.path("podSelector"));
            case "Value" -> object.path("value").asInt();
            case "Global-Default" -> object.path("globalDefault").asBoolean();
            case "PreemptionPolicy" -> object.path("preemptionPolicy").asText("PreemptLowerPriority");
            case "Provisioner" -> object.path("provisioner").asText("");
            case "ReclaimPolicy" -> object.path("reclaimPolicy").asText("Delete");
            case "VolumeBindingMode" -> object.path("volumeBindingMode").asText("Immediate");
            case "AllowVolumeExpansion" -> object.path("allowVolumeExpansion").asBoolean();
            case "Handler" -> object.path("handler").asText("");
            case "Revision" -> object.path("revision").asInt();
            case "Controller" -> controller(object);
            case "Drivers" -> spec.path("drivers").size();
            case "Validations" -> spec.path("validations").size();
            case "PolicyName" -> spec.path("policyName").asText("");
            case "CIDRs" -> String.join(",", Ages.texts(spec.path("cidrs")));
            case "ParentRef" ->
                spec.path("parentRef").path("resource").asText("") + "/"
                        + spec.path("parentRef").path("namespace").asText("") + "/"
                        + spec.path("parentRef").path("name").asText("");
            default -> type.equals("integer") ? (Object) 0 : type.equals("boolean") ? (Object) false : "<none>";
        };
    }

    private static String controller(JsonNode object) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return owner.path("kind").asText().toLowerCase(Locale.ROOT) + "."
                        + owner.path("apiVersion").asText().replaceAll("/.*", "") + "/"
                        + owner.path("name").asText();
            }
        }
        return object.path("spec").path("controller").asText("<none>");
    }
}
