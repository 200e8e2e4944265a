package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.sandbox.api.Change;
import lab.sandbox.state.SandboxState;

/** Gives each namespace its {@code default} ServiceAccount. */
// models pkg/controller/serviceaccount/serviceaccounts_controller.go@1.34
final class ServiceAccountController {
    private final Objects objects;

    ServiceAccountController(SandboxState state, Objects objects) {
        this.objects = objects;
        WorkQueue queue = new WorkQueue(state, "serviceaccount", Timings.REACTION, this::reconcile);
        objects.subscribe(Kind.NAMESPACE, change -> queue.add(Meta.name(change.object())));
        objects.subscribe(Kind.SERVICE_ACCOUNT, change -> {
            if (change.type() == Change.Type.DELETED) {
                queue.add(Meta.namespace(change.object()));
            }
        });
    }

    private boolean reconcile(String name) {
        JsonNode namespace = objects.find(Kind.NAMESPACE, name);
        if (namespace == null
                || Meta.isDeleted(namespace)
                || objects.find(Kind.SERVICE_ACCOUNT, name, "default") != null) {
            return true;
        }
        ObjectNode account = JsonNodeFactory.instance.objectNode();
        account.putObject("metadata").put("name", "default").put("namespace", name);
        return objects.create(Kind.SERVICE_ACCOUNT, name, account).ok();
    }
}
