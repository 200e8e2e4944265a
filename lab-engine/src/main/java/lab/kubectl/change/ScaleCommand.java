package lab.kubectl.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.FlagSet;
import lab.kubectl.Found;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.print.DryRun;
import lab.kubectl.print.ObjectPrinter;
import lab.kubectl.print.Report;

/** {@code kubectl scale}. */
// models kubectl pkg/cmd/scale/scale.go@1.34
public final class ScaleCommand implements Command {
    @Override
    public String name() {
        return "scale";
    }

    @Override
    public Help help() {
        return new Help(
                "Set a new size for a deployment, replica set, or replication controller",
                "Set a new size for a deployment, replica set, replication controller, or stateful set.",
                "  # Scale a replica set named 'foo' to 3\n  kubectl scale --replicas=3 rs/foo",
                "[--resource-version=version] [--current-replicas=count] --replicas=COUNT (-f FILENAME | TYPE NAME)"
                        + " [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("all", "Select all resources in the namespace of the specified resource types")
                .number(
                        "current-replicas",
                        -1,
                        "Precondition for current size. Requires that the current size of the"
                                + " resource match this value in order to scale.")
                .list(
                        "filename",
                        'f',
                        "Filename, directory, or URL to files identifying the resource to set a new size")
                .string("kustomize", 'k', "", "Process the kustomization directory.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .number("replicas", 0, "The new desired number of replicas. Required.")
                .string("resource-version", "Precondition for resource version.")
                .string("selector", 'l', "", "Selector (label query) to filter on.")
                .duration("timeout", "0s", "The length of time to wait before giving up on a scale operation.")
                .addAll(DryRun.flags())
                .addAll(ObjectPrinter.flags());
    }

    @Override
    public int run(Call call) {
        if (!call.flags().isSet("replicas")) {
            throw new KubectlFailure("required flag(s) \"replicas\" not set");
        }
        long replicas = call.flags().number("replicas");
        if (replicas < 0) {
            throw new KubectlFailure(
                    "The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0");
        }
        DryRun dryRun = DryRun.of(call);
        Report report = new Report(call, dryRun);
        Found found = call.finder()
                .files()
                .latest()
                .flattened()
                .everything(call.flags().bool("all"))
                .selectors(call.flags().text("selector"), "")
                .needsNames()
                .find();
        List<KubectlFailure> failures = new ArrayList<>(found.failures());
        for (Info info : found.infos()) {
            try {
                scale(call, info, replicas, dryRun);
                report.done(info.type(), info.object(), "scaled");
            } catch (KubectlFailure failure) {
                failures.add(failure);
            }
        }
        if (found.infos().isEmpty() && failures.isEmpty()) {
            throw new KubectlFailure("no objects passed to scale");
        }
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        return 0;
    }

    private static void scale(Call call, Info info, long replicas, DryRun dryRun) {
        long expected = call.flags().number("current-replicas");
        if (expected >= 0) {
            JsonNode scale = call.client().get(info.path() + "/scale");
            long now = scale.path("spec").path("replicas").asLong();
            if (now != expected) {
                throw new KubectlFailure("Expected replicas to be " + expected + ", was " + now);
            }
        }
        if (!dryRun.isClient()) {
            ObjectNode patch = JsonNodeFactory.instance.objectNode();
            Tree.make(patch, "spec").put("replicas", replicas);
            call.client().send(dryRun.on(Request.patch(info.path() + "/scale", "application/merge-patch+json", patch)));
        }
    }
}
