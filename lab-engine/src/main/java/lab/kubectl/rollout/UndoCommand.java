package lab.kubectl.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.describe.Describers;
import lab.kubectl.print.DryRun;
import lab.kubectl.print.ObjectPrinter;
import lab.kubectl.print.Report;
import lab.shell.pflag.FlagSet;

/** {@code kubectl rollout undo}: puts the pod template of an earlier replica set into the deployment. */
// models k8s.io/kubectl pkg/polymorphichelpers/rollback.go@1.34
final class UndoCommand implements Command {
    private static final Set<String> KEPT = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            "deployment.kubernetes.io/revision",
            "deployment.kubernetes.io/revision-history",
            "deployment.kubernetes.io/desired-replicas",
            "deployment.kubernetes.io/max-replicas",
            "deprecated.deployment.rollback.to");

    @Override
    public String name() {
        return "undo";
    }

    @Override
    public Help help() {
        return Help.of("Undo a previous rollout", "(TYPE NAME | TYPE/NAME) [flags]");
    }

    @Override
    public FlagSet flags() {
        return Targets.flags()
                .number("to-revision", 0, "The revision to rollback to. Default to 0 (last revision).")
                .addAll(DryRun.flags())
                .addAll(ObjectPrinter.flags());
    }

    @Override
    public int run(Call call) {
        long revision = call.flags().number("to-revision");
        DryRun dryRun = DryRun.of(call);
        Report report = new Report(call, dryRun);
        for (Info info : Targets.all(call)) {
            Targets.deployment(
                    info,
                    "no rollbacker has been implemented for \"" + info.type().kind() + "\"");
            report.done(info.type(), info.object(), undo(call, info, revision, dryRun));
        }
        return 0;
    }

    private static String undo(Call call, Info info, long revision, DryRun dryRun) {
        if (revision < 0) {
            throw notFound(revision);
        }
        JsonNode set = Revisions.of(call, info).find(revision);
        if (set == null) {
            throw revision > 0
                    ? notFound(revision)
                    : new KubectlFailure("no rollout history found for deployment \"" + info.name() + "\"");
        }
        if (dryRun.isClient()) {
            return Describers.podTemplate(Revisions.template(set));
        }
        JsonNode object = info.object();
        if (object.path("spec").path("paused").asBoolean()) {
            throw new KubectlFailure("you cannot rollback a paused deployment; resume it first with 'kubectl rollout"
                    + " resume deployment/" + info.name() + "' and try again");
        }
        if (Revisions.template(set).equals(Revisions.template(object))) {
            return "skipped rollback (current template already matches revision " + revision + ")";
        }
        ObjectNode annotations = JsonNodeFactory.instance.objectNode();
        JsonNode own = object.path("metadata").path("annotations");
        JsonNode old = set.path("metadata").path("annotations");
        own.properties().stream()
                .filter(entry -> KEPT.contains(entry.getKey()))
                .forEach(entry -> annotations.set(entry.getKey(), entry.getValue()));
        old.properties().stream()
                .filter(entry -> !KEPT.contains(entry.getKey()))
                .forEach(entry -> annotations.set(entry.getKey(), entry.getValue()));
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject().put("op", "replace").put("path", "/spec/template").set("value", Revisions.template(set));
        patch.addObject()
                .put("op", "replace")
                .put("path", "/metadata/annotations")
                .set("value", annotations);
        call.client().send(dryRun.on(Request.patch(info.path(), "application/json-patch+json", patch)));
        return "rolled back";
    }

    private static KubectlFailure notFound(long revision) {
        return new KubectlFailure("unable to find specified revision " + revision + " in history");
    }
}
