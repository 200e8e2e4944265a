package lab.kubectl.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.kube.MergePatch;
import lab.kube.Request;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Finder;
import lab.kubectl.Found;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.print.DryRun;
import lab.kubectl.print.ObjectPrinter;
import lab.kubectl.print.Report;
import lab.shell.pflag.FlagSet;

/** Changes labels or annotations of objects, each with a merge patch: what label and annotate share. */
final class MetadataChange {
    /** How one object is changed and what is said about it. */
    interface Kind {
        /** {@code labels} or {@code annotations}. */
        String field();

        /** {@code label} or {@code annotation}. */
        String what();

        /** Refuses values that are already there. */
        void refuse(JsonNode present, Map<String, String> wanted);

        /** What was done. */
        String operation(JsonNode before, JsonNode after);
    }

    private final Call call;
    private final Kind kind;

    MetadataChange(Call call, Kind kind) {
        this.call = call;
        this.kind = kind;
    }

    static FlagSet flags() {
        return new FlagSet()
                .bool("all", "Select all resources, in the namespace of the specified resource types")
                .bool("all-namespaces", 'A', false, "If true, check the specified action in all namespaces.")
                .string("field-manager", (char) 0, "kubectl", "Name of the manager used to track field ownership.")
                .string("field-selector", "Selector (field query) to filter on, supports '=', '==', and '!='.")
                .list("filename", 'f', "Filename, directory, or URL to files identifying the resource to update")
                .string("kustomize", 'k', "", "Process the kustomization directory.")
                .bool("list", "If true, display the labels or annotations for a given resource.")
                .bool("local", "If true, the change will NOT contact api-server but run locally.")
                .bool(
                        "overwrite",
                        "If true, allow values to be overwritten, otherwise reject updates that overwrite"
                                + " existing ones.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .string(
                        "resource-version",
                        "If non-empty, the update will only succeed if this is the current"
                                + " resource-version for the object.")
                .string(
                        "selector",
                        'l',
                        "",
                        "Selector (label query) to filter on, supports '=', '==', '!=', 'in'," + " 'notin'.")
                .addAll(DryRun.flags())
                .addAll(ObjectPrinter.flags());
    }

    int run() {
        Pairs pairs = Pairs.of(call, kind.what());
        DryRun dryRun = DryRun.of(call);
        Report report = new Report(call, dryRun);
        Finder finder = call.finder()
                .files()
                .latest()
                .flattened()
                .selectors(call.flags().text("selector"), call.flags().text("field-selector"))
                .allNamespaces(call.flags().bool("all-namespaces"))
                .everything(call.flags().bool("all"))
                .needsNames();
        Found found = finder.find(pairs.resources());
        String version = call.flags().text("resource-version");
        if (!version.isEmpty() && found.infos().size() > 1) {
            throw new KubectlFailure("--resource-version may only be used with a single resource");
        }
        List<KubectlFailure> failures = new ArrayList<>(found.failures());
        for (Info info : found.infos()) {
            try {
                change(info, pairs, dryRun, report);
            } catch (KubectlFailure failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        return 0;
    }

    private void change(Info info, Pairs pairs, DryRun dryRun, Report report) {
        JsonNode before = info.object();
        JsonNode present = before.path("metadata").path(kind.field());
        if (!call.flags().bool("overwrite")) {
            kind.refuse(present, pairs.set());
        }
        for (String key : pairs.removed()) {
            if (kind.field().equals("labels") && !present.has(key)) {
                call.println("label \"" + key + "\" not found.");
            }
        }
        ObjectNode after = before.deepCopy();
        ObjectNode values = Tree.make(after, "metadata." + kind.field());
        pairs.set().forEach(values::put);
        values.remove(pairs.removed());
        if (values.isEmpty()) {
            Tree.child(after, "metadata").remove(kind.field());
        }
        JsonNode result = after;
        String version = call.flags().text("resource-version");
        if (!version.isEmpty()) {
            Tree.child(after, "metadata").put("resourceVersion", version);
        }
        if (!dryRun.isClient() && !call.flags().bool("local") && !call.flags().bool("list")) {
            result = call.client()
                    .send(dryRun.on(Request.patch(
                                    info.path(), "application/merge-patch+json", MergePatch.between(before, after)))
                            .with("fieldManager", "kubectl-" + call.path().replaceFirst(".* ", "")));
        }
        if (call.flags().bool("list")) {
            list(info, after.path("metadata").path(kind.field()));
        } else {
            report.done(info.type(), result, kind.operation(before, after));
        }
    }

    private void list(Info info, JsonNode values) {
        List<String> lines = new ArrayList<>();
        values.properties()
                .forEach(value ->
                        lines.add(value.getKey() + "=" + value.getValue().asText()));
        if (call.flags().bool("all") || !call.flags().text("selector").isEmpty()) {
            call.println("Listing " + kind.field() + " for " + info.title() + ":");
        }
        lines.stream().sorted().forEach(call::println);
    }
}
