package lab.kubectl.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Found;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ServerFailure;
import lab.kubectl.print.DryRun;
import lab.kubectl.print.ObjectPrinter;
import lab.kubectl.print.Report;
import lab.shell.pflag.FlagSet;

/** {@code kubectl replace}. */
// models kubectl pkg/cmd/replace/replace.go@1.34
public final class ReplaceCommand implements Command {
    @Override
    public String name() {
        return "replace";
    }

    @Override
    public Help help() {
        return new Help(
                "Replace a resource by file name or stdin",
                "Replace a resource by file name or stdin.\n\n"
                        + " JSON and YAML formats are accepted. If replacing an existing resource, the complete resource"
                        + " spec must be provided.",
                "  # Replace a pod using the data in pod.json\n  kubectl replace -f ./pod.json",
                "-f FILENAME [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .string(
                        "field-manager",
                        (char) 0,
                        "kubectl-replace",
                        "Name of the manager used to track field" + " ownership.")
                .list("filename", 'f', "The files that contain the configurations to replace.")
                .bool("force", "If true, immediately remove resources from API and bypass graceful deletion.")
                .string("kustomize", 'k', "", "Process a kustomization directory.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .bool("save-config", "If true, the configuration of current object will be saved in its annotation.")
                .optional("validate", "strict", "strict", "Must be one of: strict (or true), warn, ignore (or false).")
                .addAll(DryRun.flags())
                .addAll(ObjectPrinter.flags());
    }

    @Override
    public int run(Call call) {
        if (call.flags().bool("force")) {
            throw new KubectlFailure("kubectl replace --force is not available in the sandbox yet");
        }
        if (!call.flags().isSet("filename")) {
            throw call.usageError("Must specify --filename to replace");
        }
        DryRun dryRun = DryRun.of(call);
        Report report = new Report(call, dryRun);
        Found found = call.finder().files().checked(Validation.of(call)::check).find();
        List<KubectlFailure> failures = new ArrayList<>(found.failures());
        for (Info info : found.infos()) {
            try {
                report.done(info.type(), dryRun.isClient() ? info.object() : replace(call, info, dryRun), "replaced");
            } catch (ServerFailure failure) {
                failures.add(failure.during("error when replacing \"" + info.source() + "\""));
            }
        }
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        if (found.infos().isEmpty()) {
            throw new KubectlFailure("no objects passed to replace");
        }
        return 0;
    }

    private static JsonNode replace(Call call, Info info, DryRun dryRun) {
        ObjectNode object = call.flags().bool("save-config")
                ? LastApplied.annotated(info.object())
                : info.object().deepCopy();
        if (Tree.text(object, "metadata.resourceVersion").isEmpty()) {
            // as cli-runtime's helper does: an object without a version replaces whatever is there
            JsonNode live = call.client().get(info.path());
            Tree.child(object, "metadata").put("resourceVersion", Tree.text(live, "metadata.resourceVersion"));
        }
        return call.client()
                .send(dryRun.on(Request.put(info.path(), object))
                        .with("fieldManager", call.flags().text("field-manager"))
                        .with("fieldValidation", Validation.of(call).parameter()));
    }
}
