package lab.sandbox.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lab.net.IpAddress;
import lab.sandbox.api.ApiServer;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Names and addresses of the cluster: DNS, Services with their endpoints, pods. */
final class ClusterNetwork {
    /** An address behind a Service. */
    record Endpoint(String ip, int port) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOMAIN = "cluster.local";
    private static final Set<String> NOT_HTTP = Set.of("tcp", "tls", "https", "udp", "mongo", "mysql", "redis", "sctp");

    private final ApiServer api;
    private final SandboxState state;

    ClusterNetwork(ApiServer api, SandboxState state) {
        this.api = api;
        this.state = state;
    }

    /** The addresses of a name as a pod of this namespace sees it; empty when no name server knows it. */
    List<String> resolve(String name, @Nullable PodSandbox from) {
        if (IpAddress.parse(name) != null) {
            return List.of(name);
        }
        if (name.equals("localhost")) {
            return List.of("127.0.0.1");
        }
        if (from == null) {
            return name.equals(NodeFacts.NAME) ? List.of(NodeFacts.ADDRESS) : List.of();
        }
        if (name.equals(from.name)) {
            return List.of(from.ip);
        }
        List<String> tried = new ArrayList<>();
        if (!name.endsWith(".") && name.chars().filter(c -> c == '.').count() < 5) {
            tried.add(name + "." + from.namespace + ".svc." + DOMAIN);
            tried.add(name + ".svc." + DOMAIN);
            tried.add(name + "." + DOMAIN);
        }
        tried.add(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
        for (String full : tried) {
            List<String> found = lookUp(full);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** What the cluster's DNS answers for a full name. */
    List<String> lookUp(String full) {
        String[] parts = full.toLowerCase(Locale.ROOT).split("\\.");
        int size = parts.length;
        if (size < 5 || !full.endsWith("." + DOMAIN)) {
            return List.of();
        }
        String kind = parts[size - 3];
        String namespace = parts[size - 4];
        if (kind.equals("pod") && size == 5) {
            return List.of(parts[0].replace('-', '.'));
        }
        if (!kind.equals("svc")) {
            return List.of();
        }
        JsonNode service = api.find("services", namespace, parts[size - 5]);
        if (service == null) {
            return List.of();
        }
        String ip = service.path("spec").path("clusterIP").asText("");
        if (!ip.isEmpty() && !ip.equals("None")) {
            return size == 5 ? List.of(ip) : List.of();
        }
        List<String> addresses = new ArrayList<>();
        for (JsonNode slice : slices(service)) {
            for (JsonNode endpoint : slice.path("endpoints")) {
                boolean named = size == 5 || endpoint.path("hostname").asText().equals(parts[0]);
                if (named && ready(endpoint)) {
                    addresses.add(endpoint.path("addresses").path(0).asText());
                }
            }
        }
        return addresses;
    }

    @Nullable
    JsonNode serviceAt(String clusterIp) {
        for (JsonNode service : api.list("services", "")) {
            if (service.path("spec").path("clusterIP").asText().equals(clusterIp)) {
                return service;
            }
        }
        return null;
    }

    static @Nullable JsonNode port(JsonNode service, int number) {
        for (JsonNode port : service.path("spec").path("ports")) {
            if (port.path("port").asInt() == number
                    && !port.path("protocol").asText().equals("UDP")) {
                return port;
            }
        }
        return null;
    }

    /** The ready addresses behind a Service's port. */
    List<Endpoint> endpoints(JsonNode service, JsonNode port) {
        List<Endpoint> found = new ArrayList<>();
        for (JsonNode slice : slices(service)) {
            for (JsonNode slicePort : slice.path("ports")) {
                if (slicePort.path("name").asText("").equals(port.path("name").asText(""))) {
                    for (JsonNode endpoint : slice.path("endpoints")) {
                        if (ready(endpoint)) {
                            found.add(new Endpoint(
                                    endpoint.path("addresses").path(0).asText(),
                                    slicePort.path("port").asInt()));
                        }
                    }
                }
            }
        }
        return found;
    }

    @Nullable
    Endpoint pick(List<Endpoint> endpoints) {
        return endpoints.isEmpty() ? null : endpoints.get(endpoints.size() == 1 ? 0 : state.nextInt(endpoints.size()));
    }

    private static boolean ready(JsonNode endpoint) {
        return endpoint.path("conditions").path("ready").asBoolean(true);
    }

    private List<JsonNode> slices(JsonNode service) {
        JsonNode metadata = service.path("metadata");
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode slice : api.list(
                "endpointslices.discovery.k8s.io", metadata.path("namespace").asText())) {
            if (slice.path("metadata")
                    .path("labels")
                    .path("kubernetes.io/service-name")
                    .asText()
                    .equals(metadata.path("name").asText())) {
                found.add(slice);
            }
        }
        return found;
    }

    /** Whether the mesh treats a Service's port as HTTP: by appProtocol or name, or because it looks into the bytes. */
    static boolean http(JsonNode port) {
        String named = port.path("appProtocol").asText(port.path("name").asText(""));
        String prefix = named.toLowerCase(Locale.ROOT).split("-", 2)[0];
        return !NOT_HTTP.contains(prefix);
    }

    /** The Service that a Host header means on this port, seen from a namespace: Istio's virtual host domains. */
    @Nullable
    JsonNode serviceForHost(String host, int port, String namespace) {
        String name = host.replaceFirst(":\\d+$", "");
        for (JsonNode service : api.list("services", "")) {
            JsonNode found = port(service, port);
            if (found != null && http(found) && domains(service, namespace).contains(name)) {
                return service;
            }
        }
        return null;
    }

    private static Set<String> domains(JsonNode service, String from) {
        String name = service.path("metadata").path("name").asText();
        String namespace = service.path("metadata").path("namespace").asText();
        String ip = service.path("spec").path("clusterIP").asText("");
        String near = namespace.equals(from) ? name : name + "." + namespace;
        return Set.copyOf(List.of(
                near,
                name + "." + namespace,
                name + "." + namespace + ".svc",
                fqdn(service),
                ip.isEmpty() || ip.equals("None") ? fqdn(service) : ip));
    }

    static String fqdn(JsonNode service) {
        return service.path("metadata").path("name").asText() + "."
                + service.path("metadata").path("namespace").asText() + ".svc." + DOMAIN;
    }

    /** True when the mesh has an HTTP listener for this port, because any Service has it as an HTTP port. */
    boolean anyHttpPort(int number) {
        for (JsonNode service : api.list("services", "")) {
            JsonNode port = port(service, number);
            if (port != null && http(port)) {
                return true;
            }
        }
        return false;
    }

    /** The pod object behind a sandbox. */
    JsonNode pod(PodSandbox sandbox) {
        JsonNode pod = api.find("pods", sandbox.namespace, sandbox.name);
        return pod == null ? MissingNode.getInstance() : pod;
    }

    List<? extends JsonNode> istioObjects(String resource, String namespace) {
        return api.list(resource, namespace);
    }

    /** A port that a client's socket gets. */
    int ephemeralPort() {
        return 32768 + state.nextInt(28232);
    }

    /** Whether the proxies write access logs: the mesh's {@code accessLogFile}. */
    boolean accessLogs() {
        JsonNode mesh = api.find("configmaps", "istio-system", "istio");
        return mesh != null && mesh.path("data").path("mesh").asText("").matches("(?s).*accessLogFile: /dev/stdout.*");
    }

    /** Whether a control plane answers: a ready endpoint of istiod. */
    boolean controlPlane() {
        JsonNode service = api.find("services", "istio-system", "istiod");
        JsonNode port = service == null ? null : port(service, 15012);
        return service != null && port != null && !endpoints(service, port).isEmpty();
    }

    boolean registryOnly() {
        JsonNode mesh = api.find("configmaps", "istio-system", "istio");
        return mesh != null && mesh.path("data").path("mesh").asText("").contains("mode: REGISTRY_ONLY");
    }

    /** The Service that sends to this address and port, or null. */
    @Nullable
    JsonNode serviceBehind(String ip, int targetPort) {
        for (JsonNode service : api.list("services", "")) {
            if (portTo(service, ip, targetPort) != null) {
                return service;
            }
        }
        return null;
    }

    private @Nullable JsonNode portTo(JsonNode service, String ip, int targetPort) {
        for (JsonNode port : service.path("spec").path("ports")) {
            if (endpoints(service, port).contains(new Endpoint(ip, targetPort))) {
                return port;
            }
        }
        return null;
    }

    /** How the server's sidecar names what was called. */
    String operation(@Nullable JsonNode service, String ip, int targetPort) {
        JsonNode port = service == null ? null : portTo(service, ip, targetPort);
        return service == null || port == null
                ? ":0/*"
                : fqdn(service) + ":" + port.path("port").asInt() + "/*";
    }

    /** What the injector kept of the application's own probes: the sidecar's ISTIO_KUBE_APP_PROBERS, by path. */
    JsonNode appProbers(PodSandbox sandbox) {
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode spec : pod(sandbox).path("spec").path(list)) {
                for (JsonNode variable : spec.path("env")) {
                    if (variable.path("name").asText().equals("ISTIO_KUBE_APP_PROBERS")) {
                        try {
                            return JSON.readTree(variable.path("value").asText());
                        } catch (JsonProcessingException e) {
                            return MissingNode.getInstance();
                        }
                    }
                }
            }
        }
        return MissingNode.getInstance();
    }
}
