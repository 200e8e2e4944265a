package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Tree;

/** {@code istioctl tag list}: the revision tags, and the namespaces that follow them. */
// models istio istioctl/pkg/tag/tag.go@1.30.3
final class TagListCommand implements Subcommand {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<String> aliases() {
        return List.of("show");
    }

    @Override
    public String summary() {
        return "List existing revision tags";
    }

    @Override
    public int run(Call call) {
        List<JsonNode> hooks =
                call.list("/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", "istio.io/tag");
        if (hooks.isEmpty()) {
            call.out().println("No Istio revision tag MutatingWebhookConfigurations to list");
            return 0;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("TAG", "REVISION", "NAMESPACES"));
        for (JsonNode hook : hooks) {
            JsonNode labels = Tree.at(hook, "metadata.labels");
            String tag = labels.path("istio.io/tag").asText();
            List<String> namespaces = call.list("/api/v1/namespaces", "istio.io/rev=" + tag).stream()
                    .map(namespace -> Tree.text(namespace, "metadata.name"))
                    .toList();
            rows.add(List.of(tag, labels.path("istio.io/rev").asText(), String.join(",", namespaces)));
        }
        Columns.print(call.out(), rows, 1);
        return 0;
    }
}
