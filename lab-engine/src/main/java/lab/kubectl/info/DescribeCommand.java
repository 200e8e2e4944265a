package lab.kubectl.info;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Finder;
import lab.kubectl.Found;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ResourceType;
import lab.kubectl.ServerFailure;
import lab.kubectl.describe.Describers;
import lab.shell.pflag.FlagSet;

/** {@code kubectl describe}: all that is known of objects, by name, selector or the beginning of a name. */
// models k8s.io/kubectl pkg/cmd/describe/describe.go@1.34
public final class DescribeCommand implements Command {
    @Override
    public String name() {
        return "describe";
    }

    @Override
    public Help help() {
        return Help.of(
                "Show details of a specific resource or group of resources",
                "(-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("all-namespaces", 'A', false, "If present, list the requested object(s) across all namespaces.")
                .number("chunk-size", 500, "Return large lists in chunks rather than all at once.")
                .list("filename", 'f', "Filename, directory, or URL to files containing the resource to describe")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .string("selector", 'l', "", "Selector (label query) to filter on.")
                .bool("show-events", (char) 0, true, "If true, display events related to the described object.");
    }

    @Override
    public int run(Call call) {
        if (call.arguments().isEmpty() && call.flags().list("filename").isEmpty()) {
            throw KubectlFailure.whole(
                    "error: You must specify the type of resource to describe. Use \"kubectl api-resources\" for a"
                            + " complete list of supported resources.",
                    1);
        }
        Found found = finder(call).find();
        List<String> descriptions = new ArrayList<>();
        List<KubectlFailure> failures = new ArrayList<>();
        for (KubectlFailure failure : found.failures()) {
            List<Info> matches = byPrefix(call, failure);
            if (matches.isEmpty()) {
                failures.add(failure);
            }
            matches.forEach(info -> descriptions.add(describe(call, info)));
        }
        found.infos().forEach(info -> descriptions.add(describe(call, info)));
        call.out().print(String.join("\n\n", descriptions));
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        if (descriptions.isEmpty()) {
            call.err()
                    .println(
                            call.flags().bool("all-namespaces")
                                    ? "No resources found"
                                    : "No resources found in " + call.namespace() + " namespace.");
        }
        return 0;
    }

    private static Finder finder(Call call) {
        return call.finder()
                .files()
                .selectors(call.flags().text("selector"), "")
                .allNamespaces(call.flags().bool("all-namespaces"))
                .latest()
                .flattened();
    }

    /** {@code describe pod web} describes all pods whose names begin with it, if there is none of exactly that name. */
    private static List<Info> byPrefix(Call call, KubectlFailure failure) {
        List<String> words = call.arguments();
        if (!(failure instanceof ServerFailure refused)
                || !refused.isNotFound()
                || words.size() != 2
                || words.get(0).contains("/")) {
            return List.of();
        }
        Optional<ResourceType> type = call.resources().find(words.get(0));
        return type.isEmpty()
                ? List.of()
                : finder(call).find(List.of(words.get(0))).infos().stream()
                        .filter(info -> info.name().startsWith(words.get(1)))
                        .toList();
    }

    private static String describe(Call call, Info info) {
        JsonNode object = info.object();
        if (object instanceof ObjectNode node && Tree.text(node, "kind").isEmpty()) {
            ObjectNode typed = node.deepCopy();
            typed.put("kind", info.type().kind()).put("apiVersion", info.type().apiVersion());
            object = typed;
        }
        return Describers.describe(
                object,
                call.client().api(),
                call.environment().time().now(),
                call.flags().bool("show-events"));
    }
}
