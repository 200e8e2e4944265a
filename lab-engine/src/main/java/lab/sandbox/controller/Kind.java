package lab.sandbox.controller;

/** A kind of object that controllers read and write, and its place in the API. */
enum Kind {
    POD("v1", "Pod", "pods", true),
    SERVICE("v1", "Service", "services", true),
    ENDPOINTS("v1", "Endpoints", "endpoints", true),
    EVENT("v1", "Event", "events", true),
    CONFIG_MAP("v1", "ConfigMap", "configmaps", true),
    SECRET("v1", "Secret", "secrets", true),
    SERVICE_ACCOUNT("v1", "ServiceAccount", "serviceaccounts", true),
    NAMESPACE("v1", "Namespace", "namespaces", false),
    NODE("v1", "Node", "nodes", false),
    DEPLOYMENT("apps/v1", "Deployment", "deployments", true),
    REPLICA_SET("apps/v1", "ReplicaSet", "replicasets", true),
    DAEMON_SET("apps/v1", "DaemonSet", "daemonsets", true),
    HORIZONTAL_POD_AUTOSCALER("autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", true),
    POD_DISRUPTION_BUDGET("policy/v1", "PodDisruptionBudget", "poddisruptionbudgets", true),
    ENDPOINT_SLICE("discovery.k8s.io/v1", "EndpointSlice", "endpointslices", true),
    LEASE("coordination.k8s.io/v1", "Lease", "leases", true);

    private final String apiVersion;
    private final String kind;
    private final String plural;
    private final boolean namespaced;

    Kind(String apiVersion, String kind, String plural, boolean namespaced) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.plural = plural;
        this.namespaced = namespaced;
    }

    String apiVersion() {
        return apiVersion;
    }

    String kind() {
        return kind;
    }

    boolean namespaced() {
        return namespaced;
    }

    /** The name under which the API server lists and announces it: {@code pods}, {@code deployments.apps}. */
    String resource() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? plural : plural + "." + apiVersion.substring(0, slash);
    }

    String path(String namespace) {
        String root = apiVersion.indexOf('/') < 0 ? "/api/" : "/apis/";
        return namespaced
                ? root + apiVersion + "/namespaces/" + namespace + "/" + plural
                : root + apiVersion + "/" + plural;
    }

    String path(String namespace, String name) {
        return path(namespace) + "/" + name;
    }
}
