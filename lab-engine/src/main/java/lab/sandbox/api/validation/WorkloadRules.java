package lab.sandbox.api.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import lab.kube.LabelSelector;
import lab.kube.Tree;

/** Deployments and the other kinds with a pod template. Models pkg/apis/apps/validation/validation.go@1.34. */
final class WorkloadRules {
    private WorkloadRules() {}

    static void check(JsonNode workload, Findings findings) {
        JsonNode spec = workload.path("spec");
        JsonNode selector = spec.path("selector");
        JsonNode replicas = spec.path("replicas");
        if (replicas.asInt() < 0) {
            findings.invalid("spec.replicas", replicas, "must be greater than or equal to 0");
        }
        JsonNode labels = Tree.at(spec, "template.metadata.labels");
        LabelSelector read = LabelSelector.of(selector);
        if (!selector.isObject()) {
            findings.required("spec.selector", "");
        } else if (read.isEmpty()) {
            findings.invalid("spec.selector", selector, "empty selector is invalid for deployment");
        }
        MetadataRules.labels(labels, "spec.template.labels", findings);
        if (selector.isObject() && !read.isEmpty() && !read.matches(labels)) {
            JsonNode shown = labels.isObject() ? labels : JsonNodeFactory.instance.nullNode();
            findings.invalid("spec.template.metadata.labels", shown, "`selector` does not match template `labels`");
        }
        PodRules.check(Tree.at(spec, "template.spec"), "spec.template.spec", findings);
        JsonNode restart = Tree.at(spec, "template.spec.restartPolicy");
        if (restart.isTextual() && !restart.asText().equals("Always")) {
            findings.unsupported("spec.template.spec.restartPolicy", restart, List.of("Always"));
        }
    }

    static void update(JsonNode old, JsonNode updated, Findings findings) {
        JsonNode before = Tree.at(old, "spec.selector");
        JsonNode after = Tree.at(updated, "spec.selector");
        if (!before.equals(after)) {
            findings.invalid("spec.selector", after, "field is immutable");
        }
    }
}
