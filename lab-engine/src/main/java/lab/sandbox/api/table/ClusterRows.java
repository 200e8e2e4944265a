package lab.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import lab.kube.HumanDuration;
import lab.kube.Tree;

/** The cells of nodes, events, roles and other kinds of the cluster itself. */
final class ClusterRows {
    private static final String ROLE_LABEL = "node-role.kubernetes.io/";

    private ClusterRows() {}

    static List<Object> node(JsonNode node, Instant now) {
        JsonNode info = Tree.at(node, "status.nodeInfo");
        return List.of(
                Tree.text(node, "metadata.name"),
                nodeStatus(node),
                roles(node),
                Ages.age(node, now),
                info.path("kubeletVersion").asText(),
                address(node, "InternalIP"),
                address(node, "ExternalIP"),
                info.path("osImage").asText("<unknown>"),
                info.path("kernelVersion").asText("<unknown>"),
                info.path("containerRuntimeVersion").asText("<unknown>"));
    }

    private static String nodeStatus(JsonNode node) {
        JsonNode ready = Tree.named(Tree.at(node, "status.conditions"), "type", "Ready");
        String status =
                ready == null ? "Unknown" : ready.path("status").asText().equals("True") ? "Ready" : "NotReady";
        return Tree.at(node, "spec.unschedulable").asBoolean() ? status + ",SchedulingDisabled" : status;
    }

    private static String roles(JsonNode node) {
        TreeSet<String> roles = new TreeSet<>();
        for (Map.Entry<String, JsonNode> label :
                node.path("metadata").path("labels").properties()) {
            if (label.getKey().startsWith(ROLE_LABEL) && label.getKey().length() > ROLE_LABEL.length()) {
                roles.add(label.getKey().substring(ROLE_LABEL.length()));
            } else if (label.getKey().equals("kubernetes.io/role")
                    && !label.getValue().asText().isEmpty()) {
                roles.add(label.getValue().asText());
            }
        }
        return Ages.orNone(String.join(",", roles));
    }

    private static String address(JsonNode node, String type) {
        JsonNode address = Tree.named(Tree.at(node, "status.addresses"), "type", type);
        return address == null ? "<none>" : address.path("address").asText();
    }

    static List<Object> event(JsonNode event, Instant now) {
        JsonNode about = event.path("involvedObject");
        String first = time(event, now, "firstTimestamp", "eventTime");
        String last = event.path("lastTimestamp").asText("").isEmpty()
                ? first
                : HumanDuration.since(event.path("lastTimestamp").asText(), now);
        int count = Math.max(1, event.path("count").asInt());
        if (event.path("series").isObject()) {
            last = HumanDuration.since(Tree.text(event, "series.lastObservedTime"), now);
            count = Tree.at(event, "series.count").asInt();
        }
        String kind = about.path("kind").asText().toLowerCase(Locale.ROOT);
        String name = about.path("name").asText();
        String host = Tree.text(event, "source.host");
        String source = Tree.text(event, "source.component");
        source = source.isEmpty() ? event.path("reportingComponent").asText() : source;
        return List.of(
                last,
                event.path("type").asText(),
                event.path("reason").asText(),
                name.isEmpty() ? kind : kind + "/" + name,
                about.path("fieldPath").asText(),
                host.isEmpty() ? source : source + ", " + host,
                event.path("message").asText().strip(),
                first,
                count,
                Tree.text(event, "metadata.name"));
    }

    private static String time(JsonNode event, Instant now, String field, String otherField) {
        String text = event.path(field).asText("");
        return HumanDuration.since(
                text.isEmpty() || text.equals("null") ? event.path(otherField).asText("") : text, now);
    }

    static List<Object> binding(JsonNode binding, Instant now) {
        List<String> users = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        for (JsonNode subject : binding.path("subjects")) {
            String name = subject.path("name").asText();
            switch (subject.path("kind").asText()) {
                case "User" -> users.add(name);
                case "Group" -> groups.add(name);
                default -> accounts.add(subject.path("namespace").asText() + "/" + name);
            }
        }
        JsonNode role = binding.path("roleRef");
        return List.of(
                Tree.text(binding, "metadata.name"),
                role.path("kind").asText() + "/" + role.path("name").asText(),
                Ages.age(binding, now),
                String.join(", ", users),
                String.join(", ", groups),
                String.join(", ", accounts));
    }

    static List<Object> disruptionBudget(JsonNode budget, Instant now) {
        return List.of(
                Tree.text(budget, "metadata.name"),
                Tree.at(budget, "spec.minAvailable").asText("N/A"),
                Tree.at(budget, "spec.maxUnavailable").asText("N/A"),
                Tree.at(budget, "status.disruptionsAllowed").asInt(),
                Ages.age(budget, now));
    }

    static List<Object> autoscaler(JsonNode scaler, Instant now) {
        JsonNode target = Tree.at(scaler, "spec.scaleTargetRef");
        return List.of(
                Tree.text(scaler, "metadata.name"),
                target.path("kind").asText() + "/" + target.path("name").asText(),
                targets(scaler),
                Tree.at(scaler, "spec.minReplicas").asText("<unset>"),
                Tree.at(scaler, "spec.maxReplicas").asInt(),
                Tree.at(scaler, "status.currentReplicas").asInt(),
                Ages.age(scaler, now));
    }

    private static String targets(JsonNode scaler) {
        List<String> targets = new ArrayList<>();
        JsonNode current = Tree.at(scaler, "status.currentMetrics");
        int at = 0;
        for (JsonNode metric : Tree.at(scaler, "spec.metrics")) {
            JsonNode resource = metric.path("resource");
            JsonNode now = current.path(at++).path("resource").path("current").path("averageUtilization");
            String value = now.isNumber() ? now.asText() + "%" : "<unknown>";
            targets.add(resource.path("name").asText() + ": " + value + "/"
                    + Tree.at(resource, "target.averageUtilization").asText() + "%");
        }
        return targets.isEmpty() ? "<none>" : String.join(", ", targets);
    }
}
