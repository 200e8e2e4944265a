package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

final class ServiceDescriber implements Describer {
    private static final int SHOWN_ENDPOINTS = 3;

    @Override
    public void describe(JsonNode service, Source source, Page page) {
        JsonNode spec = service.path("spec");
        String namespace = service.path("metadata").path("namespace").asText();
        String name = service.path("metadata").path("name").asText();
        List<JsonNode> slices = source.selected(
                "/apis/discovery.k8s.io/v1/namespaces/" + namespace + "/endpointslices",
                "kubernetes.io/service-name=" + name);
        page.head(service);
        page.field("Selector", DaemonSetDescriber.pairs(spec.path("selector")));
        page.field("Type", spec.path("type"));
        optional(page, "IP Family Policy", spec.path("ipFamilyPolicy"));
        page.field("IP Families", Page.orNone(join(spec.path("ipFamilies"))));
        page.field("IP", spec.path("clusterIP"));
        page.field("IPs", Page.orNone(join(spec.path("clusterIPs"))));
        optional(page, "External IPs", join(spec.path("externalIPs")));
        optional(page, "Desired LoadBalancer IP", spec.path("loadBalancerIP"));
        optional(page, "External Name", spec.path("externalName"));
        optional(
                page,
                "LoadBalancer Ingress",
                ingress(service.path("status").path("loadBalancer").path("ingress")));
        for (JsonNode port : spec.path("ports")) {
            port(port, slices, page);
        }
        page.field("Session Affinity", spec.path("sessionAffinity"));
        optional(page, "External Traffic Policy", spec.path("externalTrafficPolicy"));
        optional(page, "Internal Traffic Policy", spec.path("internalTrafficPolicy"));
        optional(page, "HealthCheck NodePort", spec.path("healthCheckNodePort"));
        optional(page, "LoadBalancer Source Ranges", join(spec.path("loadBalancerSourceRanges")));
        optional(page, "Traffic Distribution", spec.path("trafficDistribution"));
        Events.of(service, source, page);
    }

    private static void port(JsonNode port, List<JsonNode> slices, Page page) {
        String protocol = "/" + port.path("protocol").asText("TCP");
        String name = port.path("name").asText("");
        String shown = name.isEmpty() ? "<unset>" : name;
        page.field("Port", shown + "\t" + port.path("port").asText() + protocol);
        page.field("TargetPort", port.path("targetPort").asText("0") + protocol);
        optional(page, "AppProtocol", port.path("appProtocol"));
        if (port.path("nodePort").asInt() != 0) {
            page.field("NodePort", shown + "\t" + port.path("nodePort").asText() + protocol);
        }
        page.field("Endpoints", endpoints(slices, name));
    }

    private static String endpoints(List<JsonNode> slices, String portName) {
        if (slices.isEmpty()) {
            return "<none>";
        }
        List<String> ready = new ArrayList<>();
        // as in the original, an endpoint that is not ready also reveals that there are more than three
        boolean more = false;
        int shown = 0;
        for (JsonNode slice : slices) {
            List<String> suffixes = new ArrayList<>();
            if (slice.path("ports").isEmpty()) {
                suffixes.add("");
            }
            for (JsonNode port : slice.path("ports")) {
                if (port.path("name").asText("").equals(portName)) {
                    suffixes.add(":" + port.path("port").asInt());
                }
            }
            for (String suffix : suffixes) {
                for (JsonNode endpoint : slice.path("endpoints")) {
                    more |= shown == SHOWN_ENDPOINTS;
                    if (endpoint.path("conditions").path("ready").asBoolean(true)) {
                        String address = endpoint.path("addresses").path(0).asText();
                        ready.add(
                                address.contains(":") && !suffix.isEmpty()
                                        ? "[" + address + "]" + suffix
                                        : address + suffix);
                        shown = Math.min(SHOWN_ENDPOINTS, shown + 1);
                    }
                }
            }
        }
        String text = String.join(",", ready.subList(0, shown));
        return more ? text + " + " + (ready.size() - SHOWN_ENDPOINTS) + " more..." : text;
    }

    private static String ingress(JsonNode points) {
        List<String> texts = new ArrayList<>();
        for (JsonNode point : points) {
            String mode = point.path("ipMode").asText("");
            String ip = point.path("ip").asText("");
            texts.add(ip.isEmpty() ? point.path("hostname").asText("") : mode.isEmpty() ? ip : ip + " (" + mode + ")");
        }
        return String.join(", ", texts);
    }

    private static String join(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return String.join(",", texts);
    }

    private static void optional(Page page, String title, JsonNode value) {
        optional(page, title, value.asText(""));
    }

    private static void optional(Page page, String title, String value) {
        if (!value.isEmpty()) {
            page.field(title, value);
        }
    }
}
