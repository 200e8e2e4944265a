package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;

final class PodDescriber implements Describer {
    @Override
    public void describe(JsonNode pod, Source source, Page page) {
        JsonNode metadata = pod.path("metadata");
        JsonNode spec = pod.path("spec");
        JsonNode status = pod.path("status");
        page.field("Name", metadata.path("name")).field("Namespace", metadata.path("namespace"));
        if (spec.hasNonNull("priority")) {
            page.field("Priority", spec.path("priority"));
        }
        optional(page, "Priority Class Name", spec.path("priorityClassName"));
        optional(page, "Runtime Class Name", spec.path("runtimeClassName"));
        optional(page, "Service Account", spec.path("serviceAccountName"));
        String node = spec.path("nodeName").asText("");
        page.field(
                "Node",
                node.isEmpty() ? "<none>" : node + "/" + status.path("hostIP").asText(""));
        if (status.hasNonNull("startTime")) {
            page.field("Start Time", Page.time(status.path("startTime")));
        }
        page.labels("Labels", metadata.path("labels")).annotations("Annotations", metadata.path("annotations"));
        String phase = status.path("phase").asText("");
        if (metadata.hasNonNull("deletionTimestamp") && !phase.equals("Failed") && !phase.equals("Succeeded")) {
            page.field("Status", "Terminating (lasts " + source.age(metadata.path("deletionTimestamp")) + ")");
            page.field(
                    "Termination Grace Period",
                    metadata.path("deletionGracePeriodSeconds").asInt() + "s");
        } else {
            page.field("Status", phase);
        }
        optional(page, "Reason", status.path("reason"));
        optional(page, "Message", status.path("message"));
        JsonNode seccomp = spec.path("securityContext").path("seccompProfile");
        optional(page, "SeccompProfile", seccomp.path("type"));
        optional(page, "LocalhostProfile", seccomp.path("localhostProfile"));
        page.field("IP", status.path("podIP"));
        if (status.path("podIPs").isEmpty()) {
            page.field("IPs", "<none>");
        } else {
            page.line(0, "IPs:");
            status.path("podIPs")
                    .forEach(ip -> page.line(1, "IP:\t" + ip.path("ip").asText()));
        }
        optional(page, "Controlled By", owner(pod));
        optional(page, "NominatedNodeName", status.path("nominatedNodeName"));
        Containers containers = new Containers(page, pod, "");
        if (!spec.path("initContainers").isEmpty()) {
            containers.describe("Init Containers", spec.path("initContainers"), status.path("initContainerStatuses"));
        }
        containers.describe("Containers", spec.path("containers"), status.path("containerStatuses"));
        if (!spec.path("ephemeralContainers").isEmpty()) {
            containers.describe(
                    "Ephemeral Containers",
                    spec.path("ephemeralContainers"),
                    status.path("ephemeralContainerStatuses"));
        }
        gates(spec.path("readinessGates"), status.path("conditions"), page);
        if (!status.path("conditions").isEmpty()) {
            page.line(0, "Conditions:").line(1, "Type\tStatus");
            status.path("conditions")
                    .forEach(condition -> condition(
                            page,
                            condition.path("type"),
                            condition.path("status").asText()));
        }
        Volumes.describe(spec.path("volumes"), page, "");
        String qos = status.path("qosClass").asText("");
        page.field("QoS Class", qos.isEmpty() ? "BestEffort" : qos);
        page.labels("Node-Selectors", spec.path("nodeSelector"));
        Tolerations.describe("Tolerations", spec.path("tolerations"), page);
        Events.of(pod, source, page);
    }

    private static void gates(JsonNode gates, JsonNode conditions, Page page) {
        if (gates.isEmpty()) {
            return;
        }
        page.line(0, "Readiness Gates:").line(1, "Type\tStatus");
        for (JsonNode gate : gates) {
            String status = "<none>";
            for (JsonNode condition : conditions) {
                if (condition.path("type").equals(gate.path("conditionType"))) {
                    status = condition.path("status").asText();
                }
            }
            condition(page, gate.path("conditionType"), status);
        }
    }

    private static void condition(Page page, JsonNode type, String status) {
        page.line(1, type.asText() + " \t" + status + " ");
    }

    private static void optional(Page page, String title, JsonNode value) {
        optional(page, title, value.asText(""));
    }

    private static void optional(Page page, String title, String value) {
        if (!value.isEmpty()) {
            page.field(title, value);
        }
    }

    /** The controller of an object as {@code Kind/name}; empty if it has none. */
    static String owner(JsonNode object) {
        for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
            if (reference.path("controller").asBoolean()) {
                return reference.path("kind").asText() + "/"
                        + reference.path("name").asText();
            }
        }
        return "";
    }
}
