package lab.kubectl.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.List;
import lab.kube.PatchProblem;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.ThreeWayMerge;
import lab.kube.Yaml;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ServerFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl diff}: what apply would change, as {@code diff -u -N} of two directories shows it. */
// models kubectl pkg/cmd/diff/diff.go@1.34
public final class DiffCommand implements Command {
    @Override
    public String name() {
        return "diff";
    }

    @Override
    public Help help() {
        return new Help(
                "Diff the live version against a would-be applied version",
                "Diff configurations specified by file name or stdin between the current online configuration, and the"
                        + " configuration as it would be if applied.\n\n"
                        + " The output is always YAML.\n\n"
                        + "Exit status: 0 No differences were found. 1 Differences were found. >1 Kubectl or diff failed"
                        + " with an error.",
                "  # Diff resources included in pod.json\n  kubectl diff -f pod.json",
                "-f FILENAME [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .number(
                        "concurrency",
                        1,
                        "Number of objects to process in parallel when diffing against the live" + " version.")
                .string(
                        "field-manager",
                        (char) 0,
                        "kubectl-client-side-apply",
                        "Name of the manager used to track field" + " ownership.")
                .list("filename", 'f', "Filename, directory, or URL to files contains the configuration to diff")
                .bool("force-conflicts", "If true, server-side apply will force the changes against conflicts.")
                .string("kustomize", 'k', "", "Process the kustomization directory.")
                .bool("prune", "Include resources that would be deleted by pruning.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .string("selector", 'l', "", "Selector (label query) to filter on.")
                .bool("server-side", "If true, apply runs in the server instead of the client.")
                .bool("show-managed-fields", "If true, include managed fields in the diff.");
    }

    @Override
    public int run(Call call) {
        try {
            return compare(call);
        } catch (KubectlFailure failure) {
            // exit code 1 means differences, so kubectl fails with more
            throw KubectlFailure.whole(failure.text(), Math.max(2, failure.code()));
        }
    }

    private static int compare(Call call) {
        for (String refused : List.of("prune", "selector", "server-side")) {
            if (call.flags().isSet(refused)) {
                throw new KubectlFailure("kubectl diff --" + refused + " is not available in the sandbox yet");
            }
        }
        if (!call.flags().isSet("filename")) {
            throw new KubectlFailure("must specify one of -f and -k");
        }
        boolean differs = false;
        for (Info info : call.finder().files().find().orThrow()) {
            Response live = call.client().answer(Request.get(info.path()));
            if (!live.ok() && live.code() != 404) {
                throw new ServerFailure(live.body());
            }
            String before = live.ok() ? text(call, live.body()) : "";
            String after = text(call, merged(call, info, live));
            if (!before.equals(after)) {
                show(call, info, before, after);
                differs = true;
            }
        }
        return differs ? 1 : 0;
    }

    private static JsonNode merged(Call call, Info info, Response live) {
        JsonNode modified = LastApplied.annotated(info.object());
        Request request;
        if (!live.ok()) {
            request = Request.post(info.type().path(info.namespace()), modified);
        } else {
            try {
                ThreeWayMerge.Patch patch = ThreeWayMerge.patch(LastApplied.of(live.body()), modified, live.body());
                request = Request.patch(info.path(), patch.contentType(), patch.body());
            } catch (PatchProblem problem) {
                throw new KubectlFailure(String.valueOf(problem.getMessage()));
            }
        }
        return call.client()
                .send(request.with("dryRun", "All")
                        .with("fieldManager", call.flags().text("field-manager")));
    }

    private static String text(Call call, JsonNode object) {
        ObjectNode shown = object.deepCopy();
        if (shown.get("metadata") instanceof ObjectNode metadata
                && !call.flags().bool("show-managed-fields")) {
            metadata.remove("managedFields");
            if (metadata.get("annotations") instanceof ObjectNode annotations) {
                annotations.remove(LastApplied.ANNOTATION);
                if (annotations.isEmpty()) {
                    metadata.remove("annotations");
                }
            }
        }
        return Yaml.print(shown);
    }

    private static void show(Call call, Info info, String before, String after) {
        String name = info.type().apiVersion().replace('/', '.') + "."
                + info.type().kind() + "." + info.namespace() + "." + info.name();
        List<String> left = lines(before);
        List<String> right = lines(after);
        Patch<String> patch = DiffUtils.diff(left, right);
        String time =
                call.environment().time().now().toString().replace('T', ' ').replace("Z", "");
        String stamp = "\t" + (time.contains(".") ? time + "000" : time + ".000000000") + " +0000";
        call.println("diff -u -N /tmp/LIVE-1/" + name + " /tmp/MERGED-1/" + name);
        UnifiedDiffUtils.generateUnifiedDiff(
                        "/tmp/LIVE-1/" + name + stamp, "/tmp/MERGED-1/" + name + stamp, left, patch, 3)
                .forEach(line -> call.println(line.replaceFirst("^(@@ -)1(,0 \\+)", "$10$2")));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
