package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.kube.LabelSelector;

final class DeploymentDescriber implements Describer {
    @Override
    public void describe(JsonNode deployment, Source source, Page page) {
        JsonNode metadata = deployment.path("metadata");
        JsonNode spec = deployment.path("spec");
        JsonNode status = deployment.path("status");
        page.field("Name", metadata.path("name")).field("Namespace", metadata.path("namespace"));
        page.field("CreationTimestamp", Page.time(metadata.path("creationTimestamp")));
        page.labels("Labels", metadata.path("labels")).annotations("Annotations", metadata.path("annotations"));
        String selector = LabelSelector.of(spec.path("selector")).toString();
        page.field("Selector", selector);
        page.field(
                "Replicas",
                spec.path("replicas").asInt() + " desired | "
                        + status.path("updatedReplicas").asInt() + " updated | "
                        + status.path("replicas").asInt() + " total | "
                        + status.path("availableReplicas").asInt() + " available | "
                        + status.path("unavailableReplicas").asInt() + " unavailable");
        page.field("StrategyType", spec.path("strategy").path("type"));
        page.field(
                "MinReadySeconds", Integer.toString(spec.path("minReadySeconds").asInt()));
        JsonNode rolling = spec.path("strategy").path("rollingUpdate");
        if (rolling.isObject()) {
            page.field(
                    "RollingUpdateStrategy",
                    rolling.path("maxUnavailable").asText() + " max unavailable, "
                            + rolling.path("maxSurge").asText() + " max surge");
        }
        PodTemplate.describe(spec.path("template"), page);
        PodTemplate.conditions(status.path("conditions"), page);
        replicaSets(deployment, selector, source, page);
        Events.of(deployment, source, page);
    }

    private static void replicaSets(JsonNode deployment, String selector, Source source, Page page) {
        JsonNode metadata = deployment.path("metadata");
        String path = "/apis/apps/v1/namespaces/" + metadata.path("namespace").asText() + "/replicasets";
        List<JsonNode> sets = new ArrayList<>();
        for (JsonNode set : source.selected(path, selector)) {
            if (PodTemplate.owned(set, metadata.path("uid").asText())) {
                sets.add(set);
            }
        }
        sets.sort(Comparator.comparing((JsonNode set) ->
                        set.path("metadata").path("creationTimestamp").asText(""))
                .thenComparing(set -> set.path("metadata").path("name").asText("")));
        JsonNode template = withoutHash(deployment.path("spec").path("template"));
        List<String> newest = new ArrayList<>();
        List<String> old = new ArrayList<>();
        for (JsonNode set : sets) {
            boolean current = newest.isEmpty()
                    && withoutHash(set.path("spec").path("template")).equals(template);
            (current ? newest : old)
                    .add(set.path("metadata").path("name").asText() + " ("
                            + set.path("status").path("replicas").asInt() + "/"
                            + set.path("spec").path("replicas").asInt() + " replicas created)");
        }
        if (!sets.isEmpty()) {
            page.field("OldReplicaSets", Page.orNone(String.join(", ", old)));
            page.field("NewReplicaSet", Page.orNone(String.join(", ", newest)));
        }
    }

    private static JsonNode withoutHash(JsonNode template) {
        JsonNode copy = template.deepCopy();
        if (copy.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove("pod-template-hash");
        }
        return copy;
    }
}
