package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.kube.JsonPatch;
import lab.kube.Tree;
import lab.sandbox.api.ApiServer;
import lab.sandbox.api.WebhookTransport;
import org.jspecify.annotations.Nullable;

/** The control plane as the API server reaches it: answers {@code /inject} and {@code /validate} while a pod of it is ready. */
public final class Istiod implements WebhookTransport {
    private static final Pattern MINOR = Pattern.compile("v1\\.([0-9]+)\\..*");
    private static final int FIRST_WITH_NATIVE_SIDECARS = 33;

    /** What an injector is made of. */
    private record Source(String config, String values, String mesh, boolean nativeSidecars) {}

    private record Loaded(Source source, SidecarInjector injector) {}

    private final ApiServer server;

    /** The injector of the last call: follows from the ConfigMaps, kept because reading them takes longer than using them. */
    private @Nullable Loaded last;

    public Istiod(ApiServer server) {
        this.server = server;
    }

    @Override
    public JsonNode call(JsonNode clientConfig, JsonNode review, Duration timeout) throws Unreachable {
        JsonNode service = clientConfig.path("service");
        if (service.isMissingNode()) {
            throw new Unreachable("dial tcp: lookup " + clientConfig.path("url").asText() + ": no such host");
        }
        String namespace = service.path("namespace").asText();
        String name = service.path("name").asText();
        reach(namespace, name, service.path("port").asInt(443));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
        ObjectNode response = answer.putObject("response");
        response.set("uid", review.path("request").path("uid"));
        String path = service.path("path").asText();
        if (path.startsWith("/inject")) {
            inject(namespace, review.path("request"), response);
        } else if (path.startsWith("/validate")) {
            verdict(response, MeshValidation.problem(review.path("request").path("object")));
        } else {
            throw new Unreachable("the server could not find the requested resource");
        }
        return answer;
    }

    /** Models the API server's service resolver and what the node's rules do with a service without endpoints. */
    private void reach(String namespace, String name, int port) throws Unreachable {
        ObjectNode service = server.find("services", namespace, name);
        if (service == null) {
            throw new Unreachable("service \"" + name + "\" not found");
        }
        JsonNode target = null;
        for (JsonNode candidate : service.path("spec").path("ports")) {
            if (candidate.path("port").asInt() == port) {
                target = candidate.path("targetPort");
            }
        }
        if (target == null) {
            throw new Unreachable("no service port " + port + " found for service \"" + name + "\"");
        }
        if (!ready(namespace, name)) {
            String address = service.path("spec").path("clusterIP").asText();
            throw new Unreachable("dial tcp " + address + ":" + port + ": connect: connection refused");
        }
    }

    private boolean ready(String namespace, String service) {
        for (ObjectNode slice : server.list("endpointslices.discovery.k8s.io", namespace)) {
            JsonNode labels = slice.path("metadata").path("labels");
            if (labels.path("kubernetes.io/service-name").asText().equals(service)) {
                for (JsonNode endpoint : slice.path("endpoints")) {
                    if (endpoint.path("conditions").path("ready").asBoolean(true)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void inject(String namespace, JsonNode request, ObjectNode response) {
        JsonNode pod = request.path("object");
        String podNamespace = request.path("namespace").asText();
        try {
            SidecarInjector injector = injector(namespace);
            if (injector == null) {
                verdict(response, "failed to load injection configuration");
                return;
            }
            response.put("allowed", true);
            if (!injector.required(pod, podNamespace)) {
                return;
            }
            JsonNode injected = injector.inject(pod, Workload.ofPod(pod, podNamespace));
            ArrayNode patch = JsonPatch.between(pod, injected);
            response.put("patchType", "JSONPatch");
            response.put(
                    "patch", Base64.getEncoder().encodeToString(patch.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (InjectionProblem problem) {
            verdict(response, "failed to run injection template: " + problem.getMessage());
        }
    }

    private static void verdict(ObjectNode response, @Nullable String problem) {
        response.put("allowed", problem == null);
        if (problem != null) {
            response.putObject("status").put("message", problem);
        }
    }

    private @Nullable SidecarInjector injector(String namespace) {
        ObjectNode injector = server.find("configmaps", namespace, "istio-sidecar-injector");
        ObjectNode mesh = server.find("configmaps", namespace, "istio");
        if (injector == null || mesh == null) {
            return null;
        }
        JsonNode data = injector.path("data");
        Source source = new Source(
                data.path("config").asText(),
                data.path("values").asText(),
                mesh.path("data").path("mesh").asText(),
                nativeSidecars(namespace));
        if (last == null || !last.source().equals(source)) {
            InjectionSettings settings =
                    InjectionSettings.of(source.config(), source.values(), source.mesh(), source.nativeSidecars());
            last = new Loaded(source, new SidecarInjector(settings, "default"));
        }
        return last.injector();
    }

    /** Every node must know them, and istiod itself not be told otherwise. */
    private boolean nativeSidecars(String namespace) {
        ObjectNode deployment = server.find("deployments.apps", namespace, "istiod");
        JsonNode template = deployment == null
                ? JsonNodeFactory.instance.objectNode()
                : Tree.at(deployment, "spec.template.spec.containers").path(0);
        for (JsonNode variable : template.path("env")) {
            if (variable.path("name").asText().equals("ENABLE_NATIVE_SIDECARS")
                    && variable.path("value").asText().equals("false")) {
                return false;
            }
        }
        for (ObjectNode node : server.list("nodes", "")) {
            Matcher version = MINOR.matcher(
                    node.path("status").path("nodeInfo").path("kubeletVersion").asText());
            if (!version.matches() || Integer.parseInt(version.group(1)) < FIRST_WITH_NATIVE_SIDECARS) {
                return false;
            }
        }
        return true;
    }
}
