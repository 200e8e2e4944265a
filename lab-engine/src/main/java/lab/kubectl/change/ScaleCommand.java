package lab.kubectl.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
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
import lab.kubectl.print.DryRun;
import lab.kubectl.print.ObjectPrinter;
import lab.kubectl.print.Report;
import lab.shell.pflag.FlagSet;

/** {@code kubectl scale}. */
// models kubectl pkg/cmd/scale/scale.go@1.34
public final class ScaleCommand implements Command {
    private static final Duration POLL = Duration.ofMillis(500);

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
        String version = call.flags().text("resource-version");
        if (expected >= 0 || !version.isEmpty()) {
            JsonNode scale = call.client().get(info.path() + "/scale");
            long now = Tree.at(scale, "spec.replicas").asLong();
            if (expected >= 0 && now != expected) {
                throw new KubectlFailure("Expected replicas to be " + expected + ", was " + now);
            }
            String stored = Tree.text(scale, "metadata.resourceVersion");
            if (!version.isEmpty() && !version.equals(stored)) {
                throw new KubectlFailure("Expected resource version to be " + version + ", was " + stored);
            }
        }
        if (!dryRun.isClient()) {
            ObjectNode patch = JsonNodeFactory.instance.objectNode();
            Tree.make(patch, "spec").put("replicas", replicas);
            call.client().send(dryRun.on(Request.patch(info.path() + "/scale", "application/merge-patch+json", patch)));
        }
        Duration timeout = call.flags().duration("timeout");
        if (dryRun == DryRun.NONE && timeout.compareTo(Duration.ZERO) > 0) {
            await(call, info, replicas, timeout);
        }
    }

    // models kubectl pkg/scale/scale.go WaitForScaleHasDesiredReplicas@1.34
    private static void await(Call call, Info info, long replicas, Duration timeout) {
        Instant deadline = call.environment().time().now().plus(timeout);
        while (true) {
            JsonNode scale = call.client().get(info.path() + "/scale");
            boolean there = Tree.at(scale, "status.replicas").asLong() == replicas;
            if (there || Tree.at(scale, "spec.replicas").asLong() != replicas) {
                return;
            }
            if (!call.environment().time().now().isBefore(deadline)) {
                throw new KubectlFailure("timed out waiting for the condition");
            }
            call.environment().time().sleep(POLL);
        }
    }
}
