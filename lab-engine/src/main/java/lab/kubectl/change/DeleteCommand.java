package lab.kubectl.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import lab.shell.pflag.FlagSet;

/** {@code kubectl delete}: deletes, says so, and waits until each object is gone. */
// models kubectl pkg/cmd/delete/delete.go@1.34
public final class DeleteCommand implements Command {
    private static final String FORCED = "Immediate deletion does not wait for confirmation that the running resource"
            + " has been terminated. The resource may continue to run on the cluster indefinitely.";

    @Override
    public String name() {
        return "delete";
    }

    @Override
    public Help help() {
        return new Help(
                "Delete resources by file names, stdin, resources and names, or by resources and label selector",
                "Delete resources by file names, stdin, resources and names, or by resources and label selector.",
                "  # Delete pods and services with label name=myLabel\n"
                        + "  kubectl delete pods,services -l name=myLabel",
                "([-f FILENAME] | [-k DIRECTORY] | TYPE [(NAME | -l label | --all)]) [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("all", "Delete all resources, in the namespace of the specified resource types.")
                .bool("all-namespaces", 'A', false, "If present, list the requested object(s) across all namespaces.")
                .optional(
                        "cascade", "background", "background", "Must be \"background\", \"orphan\", or \"foreground\".")
                .string("field-selector", "Selector (field query) to filter on, supports '=', '==', and '!='.")
                .list("filename", 'f', "containing the resource to delete.")
                .bool("force", "If true, immediately remove resources from API and bypass graceful deletion.")
                .number("grace-period", -1, "Period of time in seconds given to the resource to terminate gracefully.")
                .bool("ignore-not-found", "Treat \"resource not found\" as a successful delete.")
                .bool("interactive", 'i', false, "If true, delete resource only when user confirms.")
                .string("kustomize", 'k', "", "Process a kustomization directory.")
                .bool("now", "If true, resources are signaled for immediate shutdown (same as --grace-period=1).")
                .string("output", 'o', "", "Output mode. Use \"-o name\" for shorter output (resource/name).")
                .string("raw", "Raw URI to DELETE to the server.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .string("selector", 'l', "", "Selector (label query) to filter on.")
                .duration(
                        "timeout",
                        "0s",
                        "The length of time to wait before giving up on a delete, zero means"
                                + " determine a timeout from the size of the object")
                .bool("wait", (char) 0, true, "If true, wait for resources to be gone before returning.")
                .addAll(DryRun.flags());
    }

    @Override
    public int run(Call call) {
        for (String refused : List.of("raw", "interactive")) {
            if (call.flags().isSet(refused)) {
                throw new KubectlFailure("kubectl delete --" + refused + " is not available in the sandbox yet");
            }
        }
        String output = call.flags().text("output");
        if (!output.isEmpty() && !output.equals("name")) {
            throw call.usageError("unexpected -o output mode: " + output + ". We only support '-o name'");
        }
        DryRun dryRun = DryRun.of(call);
        long grace = grace(call);
        boolean all = call.flags().bool("all");
        String selector = call.flags().text("selector");
        String fields = call.flags().text("field-selector");
        if (all && !selector.isEmpty()) {
            throw new KubectlFailure("cannot set --all and --selector at the same time");
        }
        boolean byRule = all || !selector.isEmpty() || !fields.isEmpty();
        if (call.flags().bool("force") && grace == 0) {
            call.warn(FORCED);
        }
        Found found = (byRule ? call.finder() : call.finder().local())
                .files()
                .flattened()
                .needsNames()
                .everything(all)
                .selectors(selector, fields)
                .allNamespaces(call.flags().bool("all-namespaces"))
                .find();
        return delete(call, found, dryRun, grace, byRule);
    }

    private static long grace(Call call) {
        long grace = call.flags().number("grace-period");
        if (call.flags().bool("now")) {
            if (call.flags().isSet("grace-period")) {
                throw new KubectlFailure("--now and --grace-period cannot be specified together");
            }
            return 1;
        }
        if (call.flags().bool("force")) {
            if (grace > 0) {
                throw new KubectlFailure("--force and --grace-period greater than 0 cannot be specified together");
            }
            return 0;
        }
        // an immediate end needs --force; otherwise one second
        return grace == 0 ? 1 : grace;
    }

    private static int delete(Call call, Found found, DryRun dryRun, long grace, boolean byRule) {
        List<KubectlFailure> failures = new ArrayList<>(found.failures());
        Map<Info, String> deleted = new LinkedHashMap<>();
        boolean warned = false;
        for (Info info : found.infos()) {
            if (!info.type().namespaced() && call.enforcesNamespace() && !warned) {
                call.warn("deleting cluster-scoped resources, not scoped to the provided namespace");
                warned = true;
            }
            try {
                String uid = dryRun.isClient() ? "" : send(call, info, dryRun, grace);
                tell(call, info, dryRun, grace);
                deleted.put(info, uid);
            } catch (ServerFailure failure) {
                boolean ignored = failure.isNotFound() && (call.flags().bool("ignore-not-found") || byRule);
                if (!ignored) {
                    failures.add(
                            info.fromFile()
                                    ? failure.during("error when deleting \"" + info.source() + "\"")
                                    : failure);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        if (found.infos().isEmpty()) {
            call.println("No resources found");
        } else if (call.flags().bool("wait") && dryRun == DryRun.NONE && grace != 0) {
            new Disappearance(call).await(deleted);
        }
        return 0;
    }

    private static String send(Call call, Info info, DryRun dryRun, long grace) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("kind", "DeleteOptions").put("apiVersion", "v1");
        options.put(
                "propagationPolicy",
                switch (call.flags().text("cascade")) {
                    case "background" -> "Background";
                    case "foreground" -> "Foreground";
                    case "orphan" -> "Orphan";
                    default ->
                        throw new KubectlFailure(
                                "invalid cascade value (" + call.flags().text("cascade")
                                        + "). Must be \"background\", \"foreground\", or \"orphan\"");
                });
        if (grace >= 0) {
            options.put("gracePeriodSeconds", grace);
        }
        if (dryRun == DryRun.SERVER) {
            options.putArray("dryRun").add("All");
        }
        JsonNode answer =
                call.client().send(dryRun.on(Request.delete(info.path())).withBody("application/json", options));
        String uid = Tree.text(answer, "details.uid");
        return uid.isEmpty() ? Tree.text(answer, "metadata.uid") : uid;
    }

    private static void tell(Call call, Info info, DryRun dryRun, long grace) {
        String kind = info.type().qualifiedKind();
        if (call.flags().text("output").equals("name")) {
            call.println(kind + "/" + info.name());
            return;
        }
        String place = info.type().namespaced() ? " from " + info.namespace() + " namespace" : "";
        call.println(kind + " \"" + info.name() + "\" " + (grace == 0 ? "force deleted" : "deleted") + dryRun.suffix()
                + place);
    }
}
