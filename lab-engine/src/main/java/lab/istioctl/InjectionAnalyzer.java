package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lab.istioctl.AnalyzeCommand.Message;
import lab.kube.Tree;

/** Finds namespaces without a word on injection, and pods that lack the proxy they should have. */
// models istio pkg/config/analysis/analyzers/injection/injection.go@1.30.3
final class InjectionAnalyzer {
    private static final Set<String> SYSTEM =
            Set.of("kube-system", "kube-public", "kube-node-lease", "local-path-storage", "istio-system");

    private InjectionAnalyzer() {}

    static List<Message> analyze(Call call, JsonNode namespace, String name) {
        if (SYSTEM.contains(name)) {
            return List.of();
        }
        JsonNode labels = Tree.at(namespace, "metadata.labels");
        String injection = labels.path("istio-injection").asText();
        boolean revision = labels.has("istio.io/rev");
        if (injection.isEmpty() && !revision) {
            if (labels.path("istio.io/dataplane-mode").asText().equals("ambient")) {
                return List.of();
            }
            return List.of(new Message(
                    "Info",
                    "IST0102",
                    "Namespace " + name,
                    "The namespace is not enabled for Istio injection. Run 'kubectl label namespace " + name
                            + " istio-injection=enabled' to enable it, or 'kubectl label namespace " + name
                            + " istio-injection=disabled' to explicitly mark it as not needing injection."));
        }
        if (!injection.isEmpty() && revision) {
            return List.of(new Message(
                    "Warning",
                    "IST0123",
                    "Namespace " + name,
                    "The namespace has both new and legacy injection labels. Run 'kubectl label namespace " + name
                            + " istio.io/rev-' or 'kubectl label namespace " + name + " istio-injection-'"));
        }
        if (!revision && !injection.equals("enabled")) {
            return List.of();
        }
        List<Message> messages = new ArrayList<>();
        for (JsonNode pod : call.list("/api/v1/namespaces/" + name + "/pods", null)) {
            if (lacksProxy(pod)) {
                String full = name + "/" + Tree.text(pod, "metadata.name");
                messages.add(new Message(
                        "Warning",
                        "IST0103",
                        "Pod " + full,
                        "The pod " + full + " is missing the Istio proxy. This can often be resolved by restarting or"
                                + " redeploying the workload."));
            }
        }
        return messages;
    }

    private static boolean lacksProxy(JsonNode pod) {
        JsonNode metadata = pod.path("metadata");
        String word = metadata.path("labels").path("sidecar.istio.io/inject").asText();
        if (word.isEmpty()) {
            word = metadata.path("annotations").path("sidecar.istio.io/inject").asText();
        }
        return !word.equalsIgnoreCase("false")
                && !Tree.at(pod, "spec.hostNetwork").asBoolean()
                && Tree.text(pod, "status.phase").equals("Running")
                && !Proxies.hasProxy(pod);
    }
}
