package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Streams;
import lab.sandbox.api.ApiServer;
import lab.sandbox.controller.ContainerRuntime.LogLine;
import lab.sandbox.state.SandboxState;
import lab.shell.Captured;
import lab.shell.Environment;
import lab.shell.MemoryFiles;
import lab.shell.Shell;
import lab.shell.Time;
import lab.shell.text.TextTools;

/** A sandbox for tests: an API server with a few objects and a node that runs the pods, without controllers. */
final class SmallMesh implements Time {
    /** What a command printed. */
    record Result(String out, String err, int code) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIDECAR = """
        "initContainers":[
          {"name":"istio-init","image":"registry.istio.io/release/proxyv2:1.30.3",
           "args":["istio-iptables","-p","15001","-z","15006","-u","1337","-m","REDIRECT","-i","*","-x","","-b","*",
                   "-d","15090,15021,15020","--log_output_level=default:info"],
           "resources":{"limits":{"memory":"1Gi"}},"securityContext":{"runAsUser":0,"runAsGroup":0}},
          {"name":"istio-proxy","image":"registry.istio.io/release/proxyv2:1.30.3","restartPolicy":"Always",
           "args":["proxy","sidecar","--domain","$(POD_NAMESPACE).svc.cluster.local"],
           "env":[{"name":"POD_NAMESPACE","valueFrom":{"fieldRef":{"fieldPath":"metadata.namespace"}}},
                  {"name":"GOMEMLIMIT","value":"1073741824"}],
           "volumeMounts":[{"name":"istio-podinfo","mountPath":"/etc/istio/pod"}],
           "securityContext":{"runAsUser":1337,"runAsGroup":1337,"readOnlyRootFilesystem":true}}],
        "volumes":[{"name":"istio-podinfo","downwardAPI":{"items":[
           {"path":"labels","fieldRef":{"fieldPath":"metadata.labels"}}]}}],
        """;

    final SandboxState state = new SandboxState(7, Instant.parse("2026-11-23T02:00:00Z"));
    final ApiServer api = new ApiServer(state);
    final Node node = new Node(state, api, TextTools.programs());

    SmallMesh() {
        create("/api/v1/namespaces", "{\"metadata\":{\"name\":\"default\"}}");
        create("/api/v1/namespaces", "{\"metadata\":{\"name\":\"istio-system\"}}");
        create(
                "/api/v1/namespaces/istio-system/configmaps",
                "{\"metadata\":{\"name\":\"istio\"},\"data\":{\"mesh\":\"accessLogFile: /dev/stdout\\n\"}}");
        account("default");
        account("sleep");
        account("httpbin");
    }

    private void account(String name) {
        create("/api/v1/namespaces/default/serviceaccounts", "{\"metadata\":{\"name\":\"" + name + "\"}}");
    }

    ObjectNode create(String path, String json) {
        Response response = api.send(Request.post(path, read(json)));
        if (!response.ok()) {
            throw new IllegalStateException(response.body().toString());
        }
        return (ObjectNode) response.body();
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pod, started, with a sidecar or without. */
    JsonNode pod(String name, String ip, boolean injected, String container) {
        String labels = "\"app\":\"" + name + "\"" + (injected ? ",\"security.istio.io/tlsMode\":\"istio\"" : "");
        ObjectNode pod = create(
                "/api/v1/namespaces/default/pods",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name + "\",\"labels\":{" + labels
                        + "}},\"spec\":{\"serviceAccountName\":\"" + name + "\"," + (injected ? SIDECAR : "")
                        + "\"containers\":[" + container + "]}}");
        node.createSandbox(pod, ip);
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode spec : pod.path("spec").path(list)) {
                String id = state.hex(64);
                node.start(pod, spec, id, 0);
                if (spec.path("name").asText().equals("istio-init")) {
                    state.advance(Duration.ofSeconds(1));
                    node.stopped(pod, "istio-init", id);
                }
            }
        }
        state.advance(Duration.ofSeconds(2));
        return pod;
    }

    JsonNode sleep(boolean injected) {
        return pod(
                "sleep",
                "10.244.0.5",
                injected,
                "{\"name\":\"sleep\",\"image\":\"docker.io/curlimages/curl:8.16.0\",\"command\":[\"/bin/sleep\",\"infinity\"]}");
    }

    /** httpbin with its Service. */
    JsonNode httpbin(boolean injected) {
        create(
                "/api/v1/namespaces/default/services",
                "{\"metadata\":{\"name\":\"httpbin\"},\"spec\":{\"clusterIP\":\"10.96.7.7\",\"selector\":{\"app\":\"httpbin\"},"
                        + "\"ports\":[{\"name\":\"http\",\"port\":8000,\"targetPort\":8080,\"protocol\":\"TCP\"}]}}");
        create(
                "/apis/discovery.k8s.io/v1/namespaces/default/endpointslices",
                "{\"metadata\":{\"name\":\"httpbin-x\",\"labels\":{\"kubernetes.io/service-name\":\"httpbin\"}},"
                        + "\"addressType\":\"IPv4\",\"endpoints\":[{\"addresses\":[\"10.244.0.6\"],\"conditions\":{\"ready\":true}}],"
                        + "\"ports\":[{\"name\":\"http\",\"port\":8080,\"protocol\":\"TCP\"}]}");
        return pod(
                "httpbin",
                "10.244.0.6",
                injected,
                "{\"name\":\"httpbin\",\"image\":\"docker.io/mccutchen/go-httpbin:v2.15.0\"}");
    }

    Result exec(JsonNode pod, String container, String... command) {
        Captured out = new Captured();
        Captured err = new Captured();
        Environment environment = new NoTerminal(this);
        Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), out, err, environment);
        JsonNode status =
                node.exec(pod, container, List.of(command), false, streams).body();
        int code = status.path("status").asText().equals("Success")
                ? 0
                : status.path("details").path("causes").path(0).path("message").asInt(-1);
        String problem = code == -1 ? status.path("message").asText() : "";
        return new Result(out.text(), err.text() + problem, code);
    }

    /** A line in the node's shell. */
    Result onNode(String line) {
        Captured out = new Captured();
        Captured err = new Captured();
        Shell shell = new Shell(node.programs(), new MemoryFiles(state::now), this, Map.of());
        int code = shell.run(line, new ByteArrayInputStream(new byte[0]), out, err);
        return new Result(out.text(), err.text(), code);
    }

    String log(JsonNode pod, String container) {
        return node.log(pod, container, Request.get("/log")).body().asText();
    }

    static String text(List<LogLine> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Instant now() {
        return state.now();
    }

    @Override
    public void sleep(Duration duration) {
        state.advance(duration);
    }
}
