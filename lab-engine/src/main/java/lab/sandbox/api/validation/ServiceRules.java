package lab.sandbox.api.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lab.kube.NameRules;
import lab.kube.Tree;

/** Services. Models ValidateService of pkg/apis/core/validation/validation.go@1.34. */
final class ServiceRules {
    private static final List<String> TYPES = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");

    private ServiceRules() {}

    static void check(JsonNode service, Findings findings) {
        JsonNode spec = service.path("spec");
        String type = spec.path("type").asText();
        boolean headless = spec.path("clusterIP").asText().equals("None");
        if (spec.path("ports").isEmpty() && !headless && !type.equals("ExternalName")) {
            findings.required("spec.ports", "");
        }
        if (!TYPES.contains(type)) {
            findings.unsupported("spec.type", spec.path("type"), TYPES);
        }
        if (type.equals("ExternalName") && spec.path("externalName").asText("").isEmpty()) {
            findings.required("spec.externalName", "");
        }
        MetadataRules.labels(spec.path("selector"), "spec.selector", findings);
        ports(spec.path("ports"), headless, findings);
    }

    private static void ports(JsonNode ports, boolean headless, Findings findings) {
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        int at = 0;
        for (JsonNode port : ports) {
            String field = "spec.ports[" + at++ + "]";
            String name = port.path("name").asText("");
            if (name.isEmpty() && ports.size() > 1) {
                findings.required(field + ".name", "");
            } else if (!name.isEmpty()) {
                findings.check(field + ".name", name, NameRules.dnsLabel(name));
                if (!names.add(name)) {
                    findings.duplicate(field + ".name", name);
                }
            }
            PodRules.port(port.path("port"), field + ".port", findings);
            JsonNode protocol = port.path("protocol");
            if (!List.of("SCTP", "TCP", "UDP").contains(protocol.asText())) {
                findings.unsupported(field + ".protocol", protocol, List.of("SCTP", "TCP", "UDP"));
            }
            JsonNode target = port.path("targetPort");
            if (target.isNumber() && !headless) {
                PodRules.port(target, field + ".targetPort", findings);
            }
            String key = port.path("port").asText() + "/" + protocol.asText();
            if (!numbers.add(key)) {
                findings.duplicate(field, key);
            }
        }
    }

    static void update(JsonNode old, JsonNode updated, Findings findings) {
        JsonNode before = Tree.at(old, "spec.clusterIPs");
        JsonNode after = Tree.at(updated, "spec.clusterIPs");
        boolean external = Tree.text(old, "spec.type").equals("ExternalName")
                || Tree.text(updated, "spec.type").equals("ExternalName");
        if (!external && !before.isEmpty() && !before.equals(after)) {
            findings.invalid("spec.clusterIPs[0]", after, "may not change once set");
        }
    }
}
