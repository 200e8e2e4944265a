package lab.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lab.kube.LabelSelector;
import lab.kube.Tree;

/** The cells of services and what stands behind them. */
final class NetworkRows {
    private NetworkRows() {}

    static List<Object> service(JsonNode service, Instant now) {
        JsonNode spec = service.path("spec");
        String type = spec.path("type").asText("ClusterIP");
        return List.of(
                Tree.text(service, "metadata.name"),
                type,
                clusterIp(spec),
                externalIp(service, type),
                ports(spec.path("ports")),
                Ages.age(service, now),
                Ages.orNone(LabelSelector.ofMap(spec.path("selector")).toString()));
    }

    private static String clusterIp(JsonNode spec) {
        String ip = spec.path("clusterIP").asText("");
        return Ages.orNone(spec.path("clusterIPs").path(0).asText(ip));
    }

    private static String externalIp(JsonNode service, String type) {
        JsonNode spec = service.path("spec");
        List<String> external = Ages.texts(spec.path("externalIPs"));
        if (type.equals("ExternalName")) {
            return spec.path("externalName").asText();
        }
        if (type.equals("LoadBalancer")) {
            List<String> all = new ArrayList<>();
            for (JsonNode ingress : Tree.at(service, "status.loadBalancer.ingress")) {
                all.add(ingress.path("ip").asText(ingress.path("hostname").asText("")));
            }
            all.addAll(external);
            return all.isEmpty() ? "<pending>" : String.join(",", all);
        }
        return Ages.orNone(String.join(",", external));
    }

    private static String ports(JsonNode ports) {
        List<String> pieces = new ArrayList<>();
        for (JsonNode port : ports) {
            String text = port.path("port").asText();
            if (port.path("nodePort").asInt() > 0) {
                text += ":" + port.path("nodePort").asText();
            }
            pieces.add(text + "/" + port.path("protocol").asText("TCP"));
        }
        return Ages.orNone(String.join(",", pieces));
    }

    static List<Object> endpoints(JsonNode endpoints, Instant now) {
        List<String> all = new ArrayList<>();
        for (JsonNode subset : endpoints.path("subsets")) {
            if (subset.path("ports").isEmpty()) {
                all.addAll(Ages.field(subset.path("addresses"), "ip"));
            }
            for (JsonNode port : subset.path("ports")) {
                for (JsonNode address : subset.path("addresses")) {
                    String ip = address.path("ip").asText();
                    all.add((ip.contains(":") ? "[" + ip + "]" : ip) + ":"
                            + port.path("port").asInt());
                }
            }
        }
        return List.of(Tree.text(endpoints, "metadata.name"), Ages.some(all, "<none>"), Ages.age(endpoints, now));
    }

    static List<Object> endpointSlice(JsonNode slice, Instant now) {
        List<String> ports = new ArrayList<>();
        for (JsonNode port : slice.path("ports")) {
            ports.add(
                    port.hasNonNull("port")
                            ? port.path("port").asText()
                            : port.path("name").asText("*"));
        }
        List<String> addresses = new ArrayList<>();
        for (JsonNode endpoint : slice.path("endpoints")) {
            addresses.addAll(Ages.texts(endpoint.path("addresses")));
        }
        return List.of(
                Tree.text(slice, "metadata.name"),
                slice.path("addressType").asText(),
                Ages.some(ports, "<unset>"),
                Ages.some(addresses, "<unset>"),
                Ages.age(slice, now));
    }

    static List<Object> ingress(JsonNode ingress, Instant now) {
        List<String> hosts = new ArrayList<>(Ages.field(Tree.at(ingress, "spec.rules"), "host"));
        hosts.removeIf(String::isEmpty);
        List<String> addresses = new ArrayList<>();
        for (JsonNode address : Tree.at(ingress, "status.loadBalancer.ingress")) {
            addresses.add(address.path("ip").asText(address.path("hostname").asText("")));
        }
        String ports = Tree.at(ingress, "spec.tls").isEmpty() ? "80" : "80, 443";
        return List.of(
                Tree.text(ingress, "metadata.name"),
                Ages.orNone(Tree.text(ingress, "spec.ingressClassName")),
                hosts.isEmpty() ? "*" : String.join(",", hosts),
                String.join(",", addresses),
                ports,
                Ages.age(ingress, now));
    }
}
