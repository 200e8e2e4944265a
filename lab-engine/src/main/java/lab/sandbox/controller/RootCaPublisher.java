package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.sandbox.api.Change;
import lab.sandbox.state.SandboxState;

/** Puts the cluster's root certificate into each namespace. */
// models pkg/controller/certificates/rootcacertpublisher/publisher.go@1.34
final class RootCaPublisher {
    static final String NAME = "kube-root-ca.crt";
    private static final String DESCRIPTION = "Contains a CA bundle that can be used to verify the kube-apiserver when"
            + " using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is"
            + " guaranteed across distributions of Kubernetes clusters.";

    private final Objects objects;

    RootCaPublisher(SandboxState state, Objects objects) {
        this.objects = objects;
        WorkQueue queue = new WorkQueue(state, "root-ca", Timings.REACTION, this::reconcile);
        objects.subscribe(Kind.NAMESPACE, change -> queue.add(Meta.name(change.object())));
        objects.subscribe(Kind.CONFIG_MAP, change -> {
            boolean added = change.type() == Change.Type.ADDED;
            if (!added && Meta.name(change.object()).equals(NAME)) {
                queue.add(Meta.namespace(change.object()));
            }
        });
    }

    private boolean reconcile(String name) {
        JsonNode namespace = objects.find(Kind.NAMESPACE, name);
        if (namespace == null || Meta.isDeleted(namespace)) {
            return true;
        }
        String certificate = ClusterFiles.text("ca.crt");
        if (objects.find(Kind.CONFIG_MAP, name, NAME) != null) {
            return objects.modify(
                    Kind.CONFIG_MAP, name, NAME, map -> map.putObject("data").put("ca.crt", certificate));
        }
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = map.putObject("metadata").put("name", NAME).put("namespace", name);
        metadata.putObject("annotations").put("kubernetes.io/description", DESCRIPTION);
        map.putObject("data").put("ca.crt", certificate);
        return objects.create(Kind.CONFIG_MAP, name, map).ok();
    }
}
