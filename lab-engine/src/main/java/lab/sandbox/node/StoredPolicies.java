package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says which stored Istio objects would change a request that the sandbox does not follow yet. */
final class StoredPolicies {
    private final ClusterNetwork network;

    StoredPolicies(ClusterNetwork network) {
        this.network = network;
    }

    /** Routing rules for a Service that a client's sidecar would follow. */
    void routing(JsonNode service, String clientNamespace, Set<String> notes) {
        for (String[] kind : new String[][] {
            {"virtualservices.networking.istio.io", "VirtualService"},
            {"destinationrules.networking.istio.io", "DestinationRule"}
        }) {
            for (JsonNode object : network.istioObjects(kind[0], "")) {
                JsonNode spec = object.path("spec");
                boolean meant = means(spec.path("host").asText(), object, service);
                for (JsonNode host : spec.path("hosts")) {
                    meant |= means(host.asText(), object, service);
                }
                if (meant) {
                    notes.add(note(kind[1], object, "does not route by it yet"));
                }
            }
        }
        for (JsonNode object : network.istioObjects("sidecars.networking.istio.io", clientNamespace)) {
            notes.add(note("Sidecar", object, "does not route by it yet"));
        }
    }

    private static boolean means(String host, JsonNode object, JsonNode service) {
        String full = host.contains(".") || host.equals("*")
                ? host
                : host + "." + object.path("metadata").path("namespace").asText() + ".svc.cluster.local";
        return full.equals(ClusterNetwork.fqdn(service)) || full.equals("*");
    }

    /** Security rules for a server's pod. */
    void security(JsonNode pod, Set<String> notes) {
        String namespace = pod.path("metadata").path("namespace").asText();
        for (String[] kind : new String[][] {
            {"peerauthentications.security.istio.io", "PeerAuthentication"},
            {"authorizationpolicies.security.istio.io", "AuthorizationPolicy"},
            {"requestauthentications.security.istio.io", "RequestAuthentication"}
        }) {
            for (String where : new TreeSet<>(List.of(namespace, "istio-system"))) {
                for (JsonNode object : network.istioObjects(kind[0], where)) {
                    if (selects(object, pod)) {
                        notes.add(note(kind[1], object, "does not enforce it yet"));
                    }
                }
            }
        }
    }

    private static boolean selects(JsonNode object, JsonNode pod) {
        JsonNode labels = pod.path("metadata").path("labels");
        return object.path("spec").path("selector").path("matchLabels").properties().stream()
                .allMatch(entry -> labels.path(entry.getKey())
                        .asText("")
                        .equals(entry.getValue().asText()));
    }

    private static String note(String kind, JsonNode object, String what) {
        return "lab: " + kind + " " + object.path("metadata").path("namespace").asText() + "/"
                + object.path("metadata").path("name").asText() + " is stored but this sandbox " + what;
    }
}
