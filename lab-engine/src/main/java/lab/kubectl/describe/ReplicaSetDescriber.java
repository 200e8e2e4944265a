package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kube.LabelSelector;

final class ReplicaSetDescriber implements Describer {
    @Override
    public void describe(JsonNode set, Source source, Page page) {
        JsonNode metadata = set.path("metadata");
        JsonNode spec = set.path("spec");
        String selector = LabelSelector.of(spec.path("selector")).toString();
        page.field("Name", metadata.path("name")).field("Namespace", metadata.path("namespace"));
        page.field("Selector", Page.orNone(selector));
        page.labels("Labels", metadata.path("labels")).annotations("Annotations", metadata.path("annotations"));
        String owner = PodDescriber.owner(set);
        if (!owner.isEmpty()) {
            page.field("Controlled By", owner);
        }
        page.field(
                "Replicas",
                set.path("status").path("replicas").asInt() + " current / "
                        + spec.path("replicas").asInt() + " desired");
        page.field("Pods Status", PodTemplate.podsStatus(set, selector, source));
        PodTemplate.describe(spec.path("template"), page);
        PodTemplate.conditions(set.path("status").path("conditions"), page);
        Events.of(set, source, page);
    }
}
