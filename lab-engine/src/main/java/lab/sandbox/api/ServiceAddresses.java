package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lab.kube.Status;
import lab.kube.Tree;
import lab.sandbox.state.SandboxState;

/**
 * Gives services their addresses out of 10.96.0.0/16 and their node ports. Models
 * pkg/registry/core/service/storage/alloc.go@1.34: the first 256 addresses are left to those who ask for one.
 */
final class ServiceAddresses {
    private static final String NETWORK = "10.96.";
    private static final int FIRST_NODE_PORT = 30000;
    private static final int NODE_PORTS = 2768;

    private final SandboxState state;
    private final Store store;

    ServiceAddresses(SandboxState state, Store store) {
        this.state = state;
        this.store = store;
    }

    void allocate(ObjectNode service) {
        ObjectNode spec = Tree.child(service, "spec");
        String type = spec.path("type").asText();
        if (type.equals("ExternalName")) {
            spec.remove(List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"));
            return;
        }
        String asked =
                spec.path("clusterIP").asText(spec.path("clusterIPs").path(0).asText(""));
        String address = asked.isEmpty() ? free() : asked;
        if (!asked.isEmpty() && !asked.equals("None") && used().contains(asked)) {
            throw Refusal.with(Status.invalid(
                    "",
                    "Service",
                    Tree.text(service, "metadata.name"),
                    List.of(new Status.Cause(
                            "FieldValueInvalid",
                            "Invalid value: [\"" + asked + "\"]: failed to allocate IP " + asked
                                    + ": provided IP is already allocated",
                            "spec.clusterIPs"))));
        }
        spec.put("clusterIP", address).putArray("clusterIPs").add(address);
        if (spec.path("ipFamilies").isEmpty()) {
            spec.putArray("ipFamilies").add("IPv4");
        }
        if (!spec.has("ipFamilyPolicy")) {
            spec.put("ipFamilyPolicy", "SingleStack");
        }
        if (type.equals("NodePort") || type.equals("LoadBalancer")) {
            nodePorts(spec);
        }
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>();
        store.list("services", "").forEach(service -> used.add(Tree.text(service, "spec.clusterIP")));
        return used;
    }

    private String free() {
        Set<String> used = used();
        while (true) {
            int number = 256 + state.nextInt(65536 - 256 - 1);
            String address = NETWORK + (number >> 8) + "." + (number & 255);
            if (!used.contains(address)) {
                return address;
            }
        }
    }

    private void nodePorts(ObjectNode spec) {
        Set<Integer> used = new HashSet<>();
        for (JsonNode service : store.list("services", "")) {
            Tree.at(service, "spec.ports")
                    .forEach(port -> used.add(port.path("nodePort").asInt()));
        }
        for (JsonNode port : spec.path("ports")) {
            int number = port.path("nodePort").asInt();
            while (number == 0) {
                int candidate = FIRST_NODE_PORT + state.nextInt(NODE_PORTS);
                number = used.add(candidate) ? candidate : 0;
            }
            ((ObjectNode) port).put("nodePort", number);
        }
    }
}
