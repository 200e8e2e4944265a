package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;
import lab.kube.LabelSelector;
import lab.kubectl.text.GoValue;

final class DaemonSetDescriber implements Describer {
    @Override
    public void describe(JsonNode set, Source source, Page page) {
        JsonNode metadata = set.path("metadata");
        JsonNode spec = set.path("spec");
        JsonNode status = set.path("status");
        String selector = LabelSelector.of(spec.path("selector")).toString();
        page.field("Name", metadata.path("name")).field("Namespace", metadata.path("namespace"));
        page.field("Selector", selector);
        page.field("Node-Selector", pairs(spec.path("template").path("spec").path("nodeSelector")));
        page.labels("Labels", metadata.path("labels")).annotations("Annotations", metadata.path("annotations"));
        count(page, "Desired Number of Nodes Scheduled", status.path("desiredNumberScheduled"));
        count(page, "Current Number of Nodes Scheduled", status.path("currentNumberScheduled"));
        count(page, "Number of Nodes Scheduled with Up-to-date Pods", status.path("updatedNumberScheduled"));
        count(page, "Number of Nodes Scheduled with Available Pods", status.path("numberAvailable"));
        count(page, "Number of Nodes Misscheduled", status.path("numberMisscheduled"));
        page.field("Pods Status", PodTemplate.podsStatus(set, selector, source));
        PodTemplate.describe(spec.path("template"), page);
        Events.of(set, source, page);
    }

    private static void count(Page page, String title, JsonNode number) {
        page.line(0, title + ": " + number.asInt());
    }

    /** Labels in one line, {@code <none>} if there are none. */
    static String pairs(JsonNode labels) {
        StringJoiner pairs = new StringJoiner(",");
        GoValue.keys(labels)
                .forEach(key -> pairs.add(key + "=" + labels.path(key).asText()));
        return Page.orNone(pairs.toString());
    }
}
