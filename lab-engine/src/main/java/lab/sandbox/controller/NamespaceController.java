package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kube.Response;
import lab.sandbox.api.ApiServer;
import lab.sandbox.state.SandboxState;

/** Empties a namespace that is being deleted, then lets it go. */
// models pkg/controller/namespace/deletion/namespaced_resources_deleter.go@1.34
final class NamespaceController {
    private static final String CRDS = "customresourcedefinitions.apiextensions.k8s.io";
    private static final List<String> BUILT_IN = List.of(
            "/api/v1|services",
            "/api/v1|configmaps",
            "/api/v1|secrets",
            "/api/v1|serviceaccounts",
            "/api/v1|endpoints",
            "/api/v1|replicationcontrollers",
            "/api/v1|persistentvolumeclaims",
            "/api/v1|limitranges",
            "/api/v1|resourcequotas",
            "/api/v1|podtemplates",
            "/apis/apps/v1|deployments",
            "/apis/apps/v1|replicasets",
            "/apis/apps/v1|daemonsets",
            "/apis/apps/v1|statefulsets",
            "/apis/apps/v1|controllerrevisions",
            "/apis/batch/v1|jobs",
            "/apis/batch/v1|cronjobs",
            "/apis/autoscaling/v2|horizontalpodautoscalers",
            "/apis/policy/v1|poddisruptionbudgets",
            "/apis/networking.k8s.io/v1|networkpolicies",
            "/apis/networking.k8s.io/v1|ingresses",
            "/apis/rbac.authorization.k8s.io/v1|roles",
            "/apis/rbac.authorization.k8s.io/v1|rolebindings",
            "/apis/discovery.k8s.io/v1|endpointslices",
            "/apis/coordination.k8s.io/v1|leases",
            "/api/v1|events",
            "/api/v1|pods");

    private final Objects objects;
    private final ApiServer api;
    private final WorkQueue queue;

    NamespaceController(SandboxState state, Objects objects, ApiServer api) {
        this.objects = objects;
        this.api = api;
        this.queue = new WorkQueue(state, "namespace", Timings.GARBAGE_REACTION, this::reconcile);
        objects.subscribe(Kind.NAMESPACE, change -> queue.add(Meta.name(change.object())));
    }

    private boolean reconcile(String name) {
        ObjectNode namespace = objects.find(Kind.NAMESPACE, "", name);
        if (namespace == null || !Meta.isDeleted(namespace)) {
            return true;
        }
        boolean left = false;
        for (String resource : resources()) {
            String[] parts = resource.split("\\|", 2);
            left |= empty(parts[0] + "/namespaces/" + name + "/" + parts[1]);
        }
        if (left) {
            queue.addAfter(name, Timings.NAMESPACE_RETRY);
            return true;
        }
        ObjectNode copy = namespace.deepCopy();
        copy.withObject("/spec").putArray("finalizers");
        Response response = objects.send(Request.put(Kind.NAMESPACE.path("", name) + "/finalize", copy));
        return response.ok() || response.code() == 404;
    }

    private List<String> resources() {
        List<String> all = new ArrayList<>(BUILT_IN);
        for (JsonNode definition : api.list(CRDS, "")) {
            JsonNode spec = definition.path("spec");
            if (spec.path("scope").asText().equals("Namespaced")) {
                String version = "";
                for (JsonNode one : spec.path("versions")) {
                    version = one.path("served").asBoolean(true) && version.isEmpty()
                            ? one.path("name").asText()
                            : version;
                }
                all.add(
                        0,
                        "/apis/" + spec.path("group").asText() + "/" + version + "|"
                                + spec.path("names").path("plural").asText());
            }
        }
        return all;
    }

    /** Deletes all of one resource; true if something of it stays for now. */
    private boolean empty(String path) {
        Response listed = objects.send(Request.get(path));
        if (!listed.ok() || listed.body().path("items").isEmpty()) {
            return false;
        }
        objects.send(Request.delete(path));
        return !objects.send(Request.get(path)).body().path("items").isEmpty();
    }
}
