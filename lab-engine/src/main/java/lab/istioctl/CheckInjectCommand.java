package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.kube.Tree;
import lab.shell.pflag.FlagSet;

/** {@code istioctl experimental check-inject}: which webhook injects a pod, and why. */
// models istio istioctl/pkg/checkinject/checkinject.go@1.30.3
final class CheckInjectCommand implements Subcommand {
    private static final String GREEN = "\u001b[32m✔\u001b[0m";
    private static final String RED = "\u001b[31m✘\u001b[0m";

    @Override
    public String name() {
        return "check-inject";
    }

    @Override
    public String summary() {
        return "Check the injection status or inject-ability of a given resource, explains why it is (or will be)"
                + " injected or not";
    }

    @Override
    public String arguments() {
        return "[<type>/]<name>[.<namespace>] [flags]";
    }

    @Override
    public String examples() {
        return """
              # Check the injection status of a pod
              istioctl experimental check-inject details-v1-fcff6c49c-kqnfk.test

              # Check the injection status of a pod under a deployment
              istioctl x check-inject deployment/details-v1

              # Check the injection status of a pod under a deployment in namespace test
              istioctl x check-inject deployment/details-v1 -n test

              # Check the injection status of label pairs in a specific namespace before actual injection
              istioctl x check-inject -n test -l app=helloworld,version=v1
            """;
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .string(
                        "labels",
                        'l',
                        "",
                        "Check namespace and label pairs injection status, split multiple labels by commas");
    }

    @Override
    public int run(Call call) {
        String labels = call.flags().text("labels");
        List<String> words = call.arguments();
        if (words.size() != (labels.isEmpty() ? 1 : 0)) {
            throw IstioctlFailure.withUsage(
                    "check-inject requires only [<resource-type>/]<resource-name>[.<namespace>], or"
                            + " specify labels flag");
        }
        String namespace = call.namespace();
        JsonNode podLabels;
        if (labels.isEmpty()) {
            String word = words.get(0);
            int dot = word.lastIndexOf('.');
            if (dot > 0) {
                namespace = word.substring(dot + 1);
                word = word.substring(0, dot);
            }
            podLabels = labelsOf(call, word, namespace);
        } else {
            podLabels = pairs(labels);
        }
        ObjectNode owner = call.find("/api/v1/namespaces/" + namespace);
        if (owner == null) {
            throw new IstioctlFailure("namespaces \"" + namespace + "\" not found");
        }
        List<InjectionVerdict> verdicts = new ArrayList<>();
        List<JsonNode> hooks =
                call.list("/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", null).stream()
                        .filter(InjectionVerdict::injects)
                        .sorted(Comparator.comparing((JsonNode hook) -> Tree.text(hook, "metadata.name")))
                        .toList();
        for (JsonNode hook : hooks) {
            verdicts.add(
                    InjectionVerdict.of(hook, podLabels, owner.path("metadata").path("labels")));
        }
        print(call, verdicts);
        return 0;
    }

    private static void print(Call call, List<InjectionVerdict> verdicts) {
        if (verdicts.isEmpty()) {
            call.out().println("ERROR: no Istio injection hooks present.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("WEBHOOK", "REVISION", "INJECTED", "REASON"));
        for (InjectionVerdict verdict : verdicts) {
            rows.add(
                    List.of(verdict.webhook(), verdict.revision(), verdict.injected() ? GREEN : RED, verdict.reason()));
        }
        ByteColumns.print(call.out(), rows);
        if (verdicts.stream().filter(InjectionVerdict::injected).count() > 1) {
            call.out().println("ERROR: multiple webhooks will inject, which can lead to errors");
        }
    }

    private static JsonNode labelsOf(Call call, String word, String namespace) {
        int slash = word.indexOf('/');
        String type = slash < 0 ? "pod" : word.substring(0, slash);
        String name = word.substring(slash + 1);
        boolean pod = List.of("pod", "pods", "po").contains(type);
        boolean deployment = List.of("deployment", "deployments", "deploy").contains(type);
        if (!pod && !deployment) {
            throw new IstioctlFailure(
                    "istioctl experimental check-inject for " + type + " is not available in the sandbox yet");
        }
        String path = (pod ? "/api/v1/namespaces/" : "/apis/apps/v1/namespaces/")
                + namespace
                + (pod ? "/pods/" : "/deployments/")
                + name;
        ObjectNode found = call.find(path);
        if (found == null) {
            String kind = pod ? "pods" : "deployments.apps";
            throw new IstioctlFailure(kind + " \"" + name + "\" not found");
        }
        return (pod ? found : found.path("spec").path("template"))
                .path("metadata")
                .path("labels");
    }

    private static JsonNode pairs(String labels) {
        ObjectNode pairs = JsonNodeFactory.instance.objectNode();
        for (String pair : labels.split(",")) {
            String[] sides = pair.split("=", 2);
            pairs.put(sides[0], sides.length > 1 ? sides[1] : "");
        }
        return pairs;
    }
}
