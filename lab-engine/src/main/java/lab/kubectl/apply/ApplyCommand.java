package lab.kubectl.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kube.Response;
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

/** {@code kubectl apply}. */
// models kubectl pkg/cmd/apply/apply.go@1.34
public final class ApplyCommand implements Command {
    @Override
    public String name() {
        return "apply";
    }

    @Override
    public Help help() {
        return new Help(
                "Apply a configuration to a resource by file name or stdin",
                "Apply a configuration to a resource by file name or stdin. The resource name must be specified. This"
                        + " resource will be created if it doesn't exist yet.\n\n JSON and YAML formats are accepted.",
                "  # Apply the configuration in pod.json to a pod\n  kubectl apply -f ./pod.json",
                "(-f FILENAME | -k DIRECTORY) [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("all", "Select all resources in the namespace of the specified resource types.")
                .string(
                        "field-manager",
                        (char) 0,
                        "kubectl-client-side-apply",
                        "Name of the manager used to track field" + " ownership.")
                .list("filename", 'f', "The files that contain the configurations to apply.")
                .bool("force", "If true, immediately remove resources from API and bypass graceful deletion.")
                .bool("force-conflicts", "If true, server-side apply will force the changes against conflicts.")
                .string("kustomize", 'k', "", "Process a kustomization directory.")
                .bool(
                        "overwrite",
                        (char) 0,
                        true,
                        "Automatically resolve conflicts between the modified and live"
                                + " configuration by using values from the modified configuration")
                .bool("prune", "Automatically delete resource objects that do not appear in the configs.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .string("selector", 'l', "", "Selector (label query) to filter on.")
                .bool("server-side", "If true, apply runs in the server instead of the client.")
                .optional("validate", "strict", "strict", "Must be one of: strict (or true), warn, ignore (or false).")
                .bool("wait", "If true, wait for resources to be gone before returning.")
                .addAll(DryRun.flags())
                .addAll(ObjectPrinter.flags());
    }

    @Override
    public int run(Call call) {
        for (String refused : List.of("prune", "all", "selector", "force")) {
            if (call.flags().isSet(refused)) {
                throw new KubectlFailure("kubectl apply --" + refused + " is not available in the sandbox yet");
            }
        }
        if (!call.arguments().isEmpty()) {
            throw call.usageError("Unexpected args: [" + String.join(" ", call.arguments()) + "]");
        }
        if (!call.flags().isSet("filename") && !call.flags().isSet("kustomize")) {
            throw new KubectlFailure("must specify one of -f and -k");
        }
        DryRun dryRun = DryRun.of(call);
        if (call.flags().bool("server-side") && dryRun.isClient()) {
            throw new KubectlFailure(
                    "--dry-run=client doesn't work with --server-side (did you mean --dry-run=server" + " instead?)");
        }
        if (call.flags().bool("force-conflicts") && !call.flags().bool("server-side")) {
            throw new KubectlFailure("--force-conflicts only works with --server-side");
        }
        Report report = new Report(call, dryRun);
        Found found = call.finder().files().checked(Validation.of(call)::check).find();
        List<KubectlFailure> failures = new ArrayList<>(found.failures());
        if (found.infos().isEmpty() && failures.isEmpty()) {
            throw new KubectlFailure("no objects passed to apply");
        }
        for (Info info : found.infos()) {
            try {
                apply(call, info, dryRun, report);
            } catch (KubectlFailure failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        return 0;
    }

    private static void apply(Call call, Info info, DryRun dryRun, Report report) {
        if (call.flags().bool("server-side")) {
            serverSide(call, info, dryRun, report);
            return;
        }
        JsonNode modified = LastApplied.annotated(info.object());
        Response live = call.client().answer(Request.get(info.path()));
        if (live.code() == 404) {
            create(call, info, modified, dryRun, report);
            return;
        } else if (!live.ok()) {
            throw new ServerFailure(live.body())
                    .during("error when retrieving current configuration of:\n" + Patcher.describe(info)
                            + "\nfrom server for: \"" + info.source() + "\"");
        }
        if (!LastApplied.isOn(live.body())) {
            call.warn("resource " + info.type().resource() + "/" + info.name() + " is missing the "
                    + LastApplied.ANNOTATION + " annotation which is required by kubectl apply. kubectl apply should"
                    + " only be used on resources created declaratively by either kubectl create --save-config or"
                    + " kubectl apply. The missing annotation will be patched automatically.");
        }
        if (dryRun.isClient()) {
            report.done(info.type(), live.body(), "configured");
            return;
        }
        JsonNode result = new Patcher(call, info, dryRun).patch(modified, live.body());
        report.done(info.type(), result == null ? live.body() : result, result == null ? "unchanged" : "configured");
    }

    private static void create(Call call, Info info, JsonNode modified, DryRun dryRun, Report report) {
        JsonNode made = modified;
        if (!dryRun.isClient()) {
            try {
                made = call.client()
                        .send(dryRun.on(Request.post(info.type().path(info.namespace()), modified))
                                .with("fieldManager", call.flags().text("field-manager"))
                                .with("fieldValidation", Validation.of(call).parameter()));
            } catch (ServerFailure failure) {
                throw failure.during("error when creating \"" + info.source() + "\"");
            }
        }
        report.done(info.type(), made, "created");
    }

    private static void serverSide(Call call, Info info, DryRun dryRun, Report report) {
        String manager = call.flags().isSet("field-manager") ? call.flags().text("field-manager") : "kubectl";
        Request request = Request.patch(info.path(), "application/apply-patch+yaml", info.object())
                .with("fieldManager", manager)
                .with("fieldValidation", Validation.of(call).parameter())
                .with("force", String.valueOf(call.flags().bool("force-conflicts")));
        report.done(info.type(), call.client().send(dryRun.on(request)), "serverside-applied");
    }
}
