package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The pod template of a workload, and how many of its pods run. */
final class PodTemplate {
    private PodTemplate() {}

    static void describe(JsonNode template, Page page) {
        JsonNode spec = template.path("spec");
        JsonNode metadata = template.path("metadata");
        page.line(0, "Pod Template:").labels("  Labels", metadata.path("labels"));
        if (!metadata.path("annotations").isEmpty()) {
            page.annotations("  Annotations", metadata.path("annotations"));
        }
        if (!spec.path("serviceAccountName").asText("").isEmpty()) {
            page.line(1, "Service Account:\t" + spec.path("serviceAccountName").asText());
        }
        Containers containers = new Containers(page, MissingNode.getInstance(), "  ");
        if (!spec.path("initContainers").isEmpty()) {
            containers.describe("Init Containers", spec.path("initContainers"), MissingNode.getInstance());
        }
        containers.describe("Containers", spec.path("containers"), MissingNode.getInstance());
        Volumes.describe(spec.path("volumes"), page, "  ");
        if (!spec.path("priorityClassName").asText("").isEmpty()) {
            page.line(
                    1, "Priority Class Name:\t" + spec.path("priorityClassName").asText());
        }
        page.labels("  Node-Selectors", spec.path("nodeSelector"));
        Tolerations.describe("  Tolerations", spec.path("tolerations"), page);
    }

    static void conditions(JsonNode conditions, Page page) {
        if (conditions.isEmpty()) {
            return;
        }
        page.line(0, "Conditions:").line(1, "Type\tStatus\tReason").line(1, "----\t------\t------");
        for (JsonNode condition : conditions) {
            page.line(
                    1,
                    condition.path("type").asText() + " \t"
                            + condition.path("status").asText() + "\t"
                            + condition.path("reason").asText(""));
        }
    }

    static String podsStatus(JsonNode workload, String selector, Source source) {
        String namespace = workload.path("metadata").path("namespace").asText();
        String uid = workload.path("metadata").path("uid").asText();
        int[] counts = new int[4];
        for (JsonNode pod : source.selected("/api/v1/namespaces/" + namespace + "/pods", selector)) {
            if (!owned(pod, uid)) {
                continue;
            }
            switch (pod.path("status").path("phase").asText("")) {
                case "Running" -> counts[0]++;
                case "Pending" -> counts[1]++;
                case "Succeeded" -> counts[2]++;
                case "Failed" -> counts[3]++;
                default -> {}
            }
        }
        return counts[0] + " Running / " + counts[1] + " Waiting / " + counts[2] + " Succeeded / " + counts[3]
                + " Failed";
    }

    static boolean owned(JsonNode object, String uid) {
        for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
            if (reference.path("controller").asBoolean()
                    && reference.path("uid").asText().equals(uid)) {
                return true;
            }
        }
        return false;
    }
}
