package lab.kubectl.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.Request;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ResourceType;
import lab.kubectl.apply.LastApplied;
import lab.kubectl.print.DryRun;
import lab.kubectl.print.ObjectPrinter;
import lab.kubectl.print.Report;
import lab.shell.pflag.FlagSet;

/** Sends an object that was made from flags, and says so. */
final class Made {
    private Made() {}

    static FlagSet flags() {
        return new FlagSet()
                .string(
                        "field-manager",
                        (char) 0,
                        "kubectl-create",
                        "Name of the manager used to track field ownership.")
                .bool("save-config", "If true, the configuration of current object will be saved in its annotation.")
                .optional("validate", "strict", "strict", "Must be one of: strict (or true), warn, ignore (or false).")
                .addAll(DryRun.flags())
                .addAll(ObjectPrinter.flags());
    }

    static int create(Call call, ObjectNode object) {
        return create(call, object, "created");
    }

    static int create(Call call, ObjectNode object, String operation) {
        DryRun dryRun = DryRun.of(call);
        Report report = new Report(call, dryRun);
        String apiVersion = object.path("apiVersion").asText();
        String kind = object.path("kind").asText();
        ResourceType type = call.resources()
                .ofKind(apiVersion, kind)
                .orElseThrow(() ->
                        new KubectlFailure("no matches for kind \"" + kind + "\" in version \"" + apiVersion + "\""));
        boolean placed = type.namespaced() && (!dryRun.isClient() || call.enforcesNamespace());
        if (placed) {
            Tree.child(object, "metadata").put("namespace", call.namespace());
        }
        ObjectNode sent = call.flags().bool("save-config") ? LastApplied.annotated(object) : object;
        JsonNode made = sent;
        if (!dryRun.isClient()) {
            made = call.client()
                    .send(dryRun.on(Request.post(type.path(type.namespaced() ? call.namespace() : ""), sent))
                            .with("fieldManager", call.flags().text("field-manager"))
                            .with("fieldValidation", "Strict"));
        }
        report.done(type, made, operation);
        return 0;
    }
}
