package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import lab.kubectl.text.GoValue;

final class NodeDescriber implements Describer {
    private static final String ROLE = "node-role.kubernetes.io/";

    @Override
    public void describe(JsonNode node, Source source, Page page) {
        JsonNode metadata = node.path("metadata");
        JsonNode spec = node.path("spec");
        JsonNode status = node.path("status");
        page.field("Name", metadata.path("name")).field("Roles", Page.orNone(roles(metadata.path("labels"))));
        page.labels("Labels", metadata.path("labels")).annotations("Annotations", metadata.path("annotations"));
        page.field("CreationTimestamp", Page.time(metadata.path("creationTimestamp")));
        taints(spec.path("taints"), page);
        page.field("Unschedulable", Boolean.toString(spec.path("unschedulable").asBoolean()));
        lease(metadata.path("name").asText(), source, page);
        if (!status.path("conditions").isEmpty()) {
            page.line(0, "Conditions:").line(1, "Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage");
            page.line(1, "----\t------\t-----------------\t------------------\t------\t-------");
            for (JsonNode condition : status.path("conditions")) {
                page.line(
                        1,
                        String.join(
                                " \t",
                                condition.path("type").asText(),
                                condition.path("status").asText(),
                                Page.time(condition.path("lastHeartbeatTime")),
                                Page.time(condition.path("lastTransitionTime")),
                                condition.path("reason").asText(""),
                                condition.path("message").asText("")));
            }
        }
        page.line(0, "Addresses:");
        status.path("addresses")
                .forEach(address -> page.line(
                        1,
                        address.path("type").asText() + ":\t"
                                + address.path("address").asText()));
        amounts("Capacity", status.path("capacity"), page);
        amounts("Allocatable", status.path("allocatable"), page);
        systemInfo(status.path("nodeInfo"), page);
        StringJoiner cidrs = new StringJoiner(",");
        spec.path("podCIDRs").forEach(cidr -> cidrs.add(cidr.asText()));
        optional(page, "PodCIDR", spec.path("podCIDR").asText(""));
        optional(page, "PodCIDRs", cidrs.toString());
        optional(page, "ProviderID", spec.path("providerID").asText(""));
        NodePods.describe(node, source, page);
        // controllers use the node's uid in events, the kubelet its name
        Events.search(
                node,
                "Node",
                List.of(metadata.path("uid").asText(""), metadata.path("name").asText("")),
                source,
                page);
    }

    private static String roles(JsonNode labels) {
        TreeSet<String> roles = new TreeSet<>();
        for (String key : GoValue.keys(labels)) {
            if (key.startsWith(ROLE) && key.length() > ROLE.length()) {
                roles.add(key.substring(ROLE.length()));
            }
        }
        return String.join(",", roles);
    }

    private static void taints(JsonNode taints, Page page) {
        List<JsonNode> sorted = new ArrayList<>();
        taints.forEach(sorted::add);
        sorted.sort(Comparator.comparing(taint ->
                taint.path("effect").asText("") + "," + taint.path("key").asText("")));
        StringJoiner lines = new StringJoiner("\n\t");
        for (JsonNode taint : sorted) {
            String value = taint.path("value").asText("");
            lines.add(taint.path("key").asText() + (value.isEmpty() ? "" : "=" + value) + ":"
                    + taint.path("effect").asText());
        }
        page.field("Taints", Page.orNone(lines.toString()));
    }

    private static void lease(String name, Source source, Page page) {
        String path = "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/" + name;
        JsonNode lease = source.get(path);
        if (lease == null) {
            page.field("Lease", "Failed to get lease: leases.coordination.k8s.io \"" + name + "\" not found");
            return;
        }
        JsonNode spec = lease.path("spec");
        page.line(0, "Lease:")
                .line(1, "HolderIdentity:\t" + spec.path("holderIdentity").asText("<unset>"));
        page.line(1, "AcquireTime:\t" + time(spec.path("acquireTime")));
        page.line(1, "RenewTime:\t" + time(spec.path("renewTime")));
    }

    private static String time(JsonNode timestamp) {
        return timestamp.asText("").isEmpty() || timestamp.isNull() ? "<unset>" : Page.time(timestamp);
    }

    private static void amounts(String title, JsonNode amounts, Page page) {
        if (!amounts.isEmpty()) {
            page.line(0, title + ":");
            GoValue.keys(amounts)
                    .forEach(name ->
                            page.line(1, name + ":\t" + amounts.path(name).asText()));
        }
    }

    private static void systemInfo(JsonNode info, Page page) {
        page.line(0, "System Info:");
        String[][] rows = {
            {"Machine ID", "machineID"},
            {"System UUID", "systemUUID"},
            {"Boot ID", "bootID"},
            {"Kernel Version", "kernelVersion"},
            {"OS Image", "osImage"},
            {"Operating System", "operatingSystem"},
            {"Architecture", "architecture"},
            {"Container Runtime Version", "containerRuntimeVersion"},
            {"Kubelet Version", "kubeletVersion"},
            {"Kube-Proxy Version", "kubeProxyVersion"}
        };
        for (String[] row : rows) {
            page.line(1, row[0] + ":\t" + info.path(row[1]).asText(""));
        }
    }

    private static void optional(Page page, String title, String value) {
        if (!value.isEmpty()) {
            page.field(title, value);
        }
    }
}
