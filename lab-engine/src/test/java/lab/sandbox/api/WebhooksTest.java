package lab.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Yaml;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final String PODS = "/api/v1/namespaces/default/pods";
    private static final String POD =
            "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: x:1}]}}";

    private final ApiServer api = new ApiServer(new SandboxState(1, Instant.parse("2026-11-23T01:34:57Z")));
    private final List<JsonNode> reviews = new ArrayList<>();
    private @Nullable String down;
    private String answer = "{response: {allowed: true}}";

    WebhooksTest() {
        post(
                "/api/v1/namespaces",
                "{apiVersion: v1, kind: Namespace, metadata: {name: default, labels: {inject: 'on'}}}");
        post(
                "/api/v1/namespaces/default/serviceaccounts",
                "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default}}");
        post(
                "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations",
                "{apiVersion: admissionregistration.k8s.io/v1, kind: MutatingWebhookConfiguration, metadata: {name: m},"
                        + " webhooks: [{name: inject.test, sideEffects: None, admissionReviewVersions: [v1],"
                        + " namespaceSelector: {matchLabels: {inject: 'on'}}, objectSelector: {matchExpressions: [{key:"
                        + " skip, operator: DoesNotExist}]}, clientConfig: {service: {name: istiod, namespace:"
                        + " istio-system, path: /inject}}, rules: [{operations: [CREATE], apiGroups: [''],"
                        + " apiVersions: [v1], resources: [pods]}]}]}");
        api.connect(this::call);
    }

    private JsonNode call(JsonNode clientConfig, JsonNode review, Duration timeout)
            throws WebhookTransport.Unreachable {
        if (down != null) {
            throw new WebhookTransport.Unreachable(down);
        }
        reviews.add(review);
        return yaml(answer);
    }

    private static JsonNode yaml(String text) {
        return Yaml.parse(text).get(0);
    }

    private Response post(String path, String yaml) {
        return api.send(Request.post(path, yaml(yaml)));
    }

    private static String patch(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void deletionsAreReviewedWithTheOldObjectOnly() {
        post(PODS, POD);
        reviews.clear();
        post(
                "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
                "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingWebhookConfiguration, metadata: {name:"
                        + " v}, webhooks: [{name: keep.test, sideEffects: None, admissionReviewVersions: [v1],"
                        + " clientConfig: {service: {name: keeper, namespace: default}}, rules: [{operations: [DELETE],"
                        + " apiGroups: [''], apiVersions: [v1], resources: [pods]}]}]}");
        answer = "{response: {allowed: false, status: {message: 'it stays', code: 403}}}";
        Response refused = api.send(Request.delete(PODS + "/p"));
        assertEquals(403, refused.code());
        assertEquals(
                "admission webhook \"keep.test\" denied the request: it stays",
                refused.body().path("message").asText());
        JsonNode request = reviews.get(0).path("request");
        assertEquals("DELETE", request.path("operation").asText());
        assertEquals(
                "p", request.path("oldObject").path("metadata").path("name").asText());
        assertEquals(true, request.path("object").isNull());
        assertEquals(403, api.send(Request.delete(PODS)).code());
        answer = "{response: {allowed: true}}";
        assertEquals(200, api.send(Request.delete(PODS + "/p")).code());
    }

    @Test
    void injectedContainersGetDefaultsAndTheServiceAccountToken() {
        answer = "{response: {allowed: true, patchType: JSONPatch, patch: "
                + patch(
                        "[{\"op\":\"add\",\"path\":\"/spec/containers/-\",\"value\":{\"name\":\"s\",\"image\":\"y:2\"}}]")
                + "}}";
        JsonNode pod = post(PODS, POD).body();
        assertEquals(
                "IfNotPresent", pod.at("/spec/containers/1/imagePullPolicy").asText());
        assertEquals(
                "/var/run/secrets/kubernetes.io/serviceaccount",
                pod.at("/spec/containers/1/volumeMounts/0/mountPath").asText());
        assertEquals(1, pod.at("/spec/volumes").size());
        JsonNode request = reviews.get(0).path("request");
        assertEquals("CREATE", request.path("operation").asText());
        assertEquals("default", request.path("namespace").asText());
        assertEquals("Pod", request.at("/kind/kind").asText());
        assertEquals("pods", request.at("/resource/resource").asText());
    }

    @Test
    void selectorsKeepPodsFromTheWebhook() {
        ObjectNode pod = (ObjectNode) yaml(POD);
        ((ObjectNode) pod.path("metadata")).putObject("labels").put("skip", "yes");
        api.send(Request.post(PODS, pod));
        assertEquals(0, reviews.size());
    }

    @Test
    void aWebhookThatCannotBeReachedFailsTheRequest() {
        down = "dial tcp 10.96.220.154:443: connect: connection refused";
        Response response = post(PODS, POD);
        assertEquals(500, response.code());
        assertEquals(
                "Internal error occurred: failed calling webhook \"inject.test\": failed to call webhook: Post"
                        + " \"https://istiod.istio-system.svc:443/inject?timeout=10s\": dial tcp 10.96.220.154:443:"
                        + " connect: connection refused",
                response.body().path("message").asText());
    }

    @Test
    void aWebhookMayDeny() {
        answer = "{response: {allowed: false, status: {message: bad}}}";
        Response response = post(PODS, POD);
        assertEquals(
                "admission webhook \"inject.test\" denied the request: bad",
                response.body().path("message").asText());
        assertEquals(400, response.code());
    }
}
