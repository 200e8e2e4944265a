package lab.kubectl.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lab.kube.Request;
import lab.kube.Yaml;
import lab.kube.YamlProblem;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Found;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.print.DryRun;
import lab.kubectl.print.ObjectPrinter;
import lab.kubectl.print.Report;
import lab.shell.FileProblem;
import lab.shell.pflag.FlagSet;

/** {@code kubectl patch}. */
// models kubectl pkg/cmd/patch/patch.go@1.34
public final class PatchCommand implements Command {
    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json-patch+json",
            "merge", "application/merge-patch+json",
            "strategic", "application/strategic-merge-patch+json");

    @Override
    public String name() {
        return "patch";
    }

    @Override
    public Help help() {
        return new Help(
                "Update fields of a resource",
                "Update fields of a resource using strategic merge patch, a JSON merge patch, or a JSON patch.\n\n"
                        + " JSON and YAML formats are accepted.",
                "  # Partially update a node using a strategic merge patch, specifying the patch as JSON\n"
                        + "  kubectl patch node k8s-node-1 -p '{\"spec\":{\"unschedulable\":true}}'",
                "(-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE] [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .string(
                        "field-manager",
                        (char) 0,
                        "kubectl-patch",
                        "Name of the manager used to track field ownership.")
                .list("filename", 'f', "Filename, directory, or URL to files identifying the resource to update")
                .string("kustomize", 'k', "", "Process the kustomization directory.")
                .bool("local", "If true, patch will operate on the content of the file, not the server-side resource.")
                .string("patch", 'p', "", "The patch to be applied to the resource JSON file.")
                .string("patch-file", "A file containing a patch to be applied to the resource.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .string("subresource", "If specified, patch will operate on the subresource of the requested object.")
                .string(
                        "type",
                        (char) 0,
                        "strategic",
                        "The type of patch being provided; one of [json merge strategic]")
                .addAll(DryRun.flags())
                .addAll(ObjectPrinter.flags());
    }

    @Override
    public int run(Call call) {
        String type = call.flags().text("type").toLowerCase(Locale.ROOT);
        String contentType = TYPES.get(type);
        if (contentType == null) {
            throw call.usageError("--type must be one of [json merge strategic], not \""
                    + call.flags().text("type") + "\"");
        }
        JsonNode patch = patch(call);
        DryRun dryRun = DryRun.of(call);
        Report report = new Report(call, dryRun);
        Found found = call.finder().files().latest().flattened().find();
        List<KubectlFailure> failures = new ArrayList<>(found.failures());
        for (Info info : found.infos()) {
            String subresource = call.flags().text("subresource");
            String path = subresource.isEmpty() ? info.path() : info.path() + "/" + subresource;
            try {
                // --dry-run=client is tried by the server too: it knows the rules, and nothing is stored
                DryRun tried = dryRun.isClient() ? DryRun.SERVER : dryRun;
                JsonNode result = call.client()
                        .send(tried.on(Request.patch(path, contentType, patch))
                                .with("fieldManager", call.flags().text("field-manager")));
                report.done(info.type(), result, result.equals(info.object()) ? "patched (no change)" : "patched");
            } catch (KubectlFailure failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        return 0;
    }

    private static JsonNode patch(Call call) {
        boolean inline = call.flags().isSet("patch");
        boolean file = call.flags().isSet("patch-file");
        if (inline && file) {
            throw new KubectlFailure("cannot specify --patch and --patch-file together");
        }
        if (!inline && !file) {
            throw new KubectlFailure("must specify --patch or --patch-file containing the contents of the patch");
        }
        String text = inline
                ? call.flags().text("patch")
                : contents(call, call.flags().text("patch-file"));
        try {
            return Yaml.value(text);
        } catch (YamlProblem problem) {
            throw new KubectlFailure("unable to parse \"" + text + "\": " + problem.problem());
        }
    }

    private static String contents(Call call, String path) {
        try (InputStream in =
                path.equals("-") ? call.in() : call.environment().files().read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileProblem | IOException problem) {
            throw new KubectlFailure("unable to read patch file: open " + path + ": no such file or directory");
        }
    }
}
