package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import lab.kube.Tree;
import lab.shell.pflag.FlagSet;

/** {@code istioctl analyze}: what is wrong with the mesh, as far as injection goes. */
// models istio istioctl/pkg/analyze/analyze.go and pkg/config/analysis/analyzers/injection@1.30.3
final class AnalyzeCommand implements Subcommand {
    private static final int FOUND_ERRORS = 79;

    /** The kinds that other analyzers look at; while such objects exist, silence would be a lie. */
    private static final List<String> NOT_LOOKED_AT = List.of(
            "networking.istio.io/v1/virtualservices",
            "networking.istio.io/v1/destinationrules",
            "networking.istio.io/v1/gateways",
            "networking.istio.io/v1/serviceentries",
            "networking.istio.io/v1/sidecars",
            "networking.istio.io/v1/workloadentries",
            "networking.istio.io/v1alpha3/envoyfilters",
            "security.istio.io/v1/authorizationpolicies",
            "security.istio.io/v1/requestauthentications");

    /** One finding. */
    record Message(String level, String code, String object, String text) {
        @Override
        public String toString() {
            return level + " [" + code + "] (" + object + ") " + text;
        }
    }

    @Override
    public String name() {
        return "analyze";
    }

    @Override
    public String summary() {
        return "Analyze Istio configuration and print validation messages";
    }

    @Override
    public String arguments() {
        return "<file>... [flags]";
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("all-namespaces", 'A', false, "Analyze all namespaces")
                .bool("color", (char) 0, true, "Default true.  Disable with '=false' or set $TERM to dumb")
                .string(
                        "failure-threshold",
                        (char) 0,
                        "Error",
                        "The severity level of analysis at which to set a non-zero exit code. Valid values: [Info"
                                + " Warning Error]")
                .string(
                        "output-threshold",
                        (char) 0,
                        "Info",
                        "The severity level of analysis at which to display messages. Valid values: [Info Warning"
                                + " Error]");
    }

    @Override
    public int run(Call call) {
        if (!call.arguments().isEmpty()) {
            String file = call.arguments().get(0);
            if (call.invocation().environment().files().status(file).isEmpty()) {
                throw new IstioctlFailure("stat " + file + ": no such file or directory");
            }
            throw new IstioctlFailure("istioctl analyze FILE is not available in the sandbox yet");
        }
        boolean all = call.flags().bool("all-namespaces");
        String where = all ? "all namespaces" : "namespace: " + call.namespace();
        List<Message> messages = new ArrayList<>();
        for (JsonNode namespace : call.list("/api/v1/namespaces", null)) {
            String name = Tree.text(namespace, "metadata.name");
            if (all || name.equals(call.namespace())) {
                messages.addAll(InjectionAnalyzer.analyze(call, namespace, name));
            }
        }
        boolean everything = !unknown(call, all);
        if (messages.isEmpty()) {
            call.out().println("");
            if (!everything) {
                return 0;
            }
            call.err().println("✔ No validation issues found when analyzing " + where + ".");
            return 0;
        }
        messages.forEach(message -> call.out().println(message.toString()));
        boolean failed = messages.stream()
                .anyMatch(message -> rank(message.level()) >= rank(call.flags().text("failure-threshold")));
        if (failed) {
            throw new IstioctlFailure(
                    "Analyzers found issues when analyzing " + where
                            + ".\nSee https://istio.io/v1.30/docs/reference/config/analysis for more information about"
                            + " causes and resolutions.",
                    FOUND_ERRORS);
        }
        return 0;
    }

    private static int rank(String level) {
        return List.of("Info", "Warning", "Error").indexOf(level);
    }

    /** Names the kinds of objects that are there and are not looked at; true if there are any. */
    private static boolean unknown(Call call, boolean all) {
        TreeSet<String> kinds = new TreeSet<>();
        for (String resource : NOT_LOOKED_AT) {
            String[] parts = resource.split("/");
            String path = "/apis/" + parts[0] + "/" + parts[1] + (all ? "" : "/namespaces/" + call.namespace());
            if (!call.list(path + "/" + parts[2], null).isEmpty()) {
                kinds.add(parts[2]);
            }
        }
        if (!kinds.isEmpty()) {
            call.err()
                    .println("Warning: the sandbox's analyze looks at injection only, not yet at "
                            + String.join(", ", kinds));
        }
        return !kinds.isEmpty();
    }
}
