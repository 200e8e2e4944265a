package lab.sandbox.api.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;

/** Fills in what an object of a kind does not say. */
public final class Defaults {
    private static final Map<String, Consumer<ObjectNode>> KINDS = Map.ofEntries(
            Map.entry("pods", PodDefaults::pod),
            Map.entry("deployments.apps", WorkloadDefaults::deployment),
            Map.entry("replicasets.apps", WorkloadDefaults::replicaSet),
            Map.entry("replicationcontrollers", WorkloadDefaults::replicaSet),
            Map.entry("daemonsets.apps", WorkloadDefaults::daemonSet),
            Map.entry("statefulsets.apps", WorkloadDefaults::statefulSet),
            Map.entry("jobs.batch", WorkloadDefaults::job),
            Map.entry("cronjobs.batch", WorkloadDefaults::cronJob),
            Map.entry("services", ClusterDefaults::service),
            Map.entry("endpoints", ClusterDefaults::endpoints),
            Map.entry("endpointslices.discovery.k8s.io", ClusterDefaults::endpointSlice),
            Map.entry("namespaces", ClusterDefaults::namespace),
            Map.entry("secrets", ClusterDefaults::secret),
            Map.entry("rolebindings.rbac.authorization.k8s.io", ClusterDefaults::binding),
            Map.entry("clusterrolebindings.rbac.authorization.k8s.io", ClusterDefaults::binding),
            Map.entry("horizontalpodautoscalers.autoscaling", ClusterDefaults::autoscaler),
            Map.entry("priorityclasses.scheduling.k8s.io", ClusterDefaults::priorityClass),
            Map.entry("mutatingwebhookconfigurations.admissionregistration.k8s.io", ClusterDefaults::mutatingWebhooks),
            Map.entry("validatingwebhookconfigurations.admissionregistration.k8s.io", ClusterDefaults::webhooks),
            Map.entry("customresourcedefinitions.apiextensions.k8s.io", ClusterDefaults::definition));

    private Defaults() {}

    /** @param resource such as {@code deployments.apps} */
    public static void apply(String resource, ObjectNode object) {
        Consumer<ObjectNode> kind = KINDS.get(resource);
        if (kind != null) {
            kind.accept(object);
        }
    }
}
