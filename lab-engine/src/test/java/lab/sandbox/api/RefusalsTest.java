package lab.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Yaml;
import lab.sandbox.state.SandboxState;
import org.junit.jupiter.api.Test;

/** Messages of the real server, as recorded in session 08-kubectl and others. */
class RefusalsTest {
    private static final String PODS = "/api/v1/namespaces/default/pods";
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";

    private final ApiServer api = new ApiServer(new SandboxState(1, Instant.parse("2026-11-23T01:34:57Z")));

    RefusalsTest() {
        post("/api/v1/namespaces", "{apiVersion: v1, kind: Namespace, metadata: {name: default}}");
        post(
                "/api/v1/namespaces/default/serviceaccounts",
                "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default}}");
    }

    private static JsonNode yaml(String text) {
        return Yaml.parse(text).get(0);
    }

    private Response post(String path, String yaml) {
        return api.send(Request.post(path, yaml(yaml)).with("fieldValidation", "Strict"));
    }

    private static String message(Response response) {
        return response.body().path("message").asText();
    }

    private static List<String> causes(Response response) {
        List<String> causes = new ArrayList<>();
        response.body()
                .at("/details/causes")
                .forEach(cause -> causes.add(cause.path("field").asText() + ": "
                        + cause.path("message").asText()));
        return causes;
    }

    @Test
    void tellsAllThatIsWrongWithAPod() {
        Response response = post(
                PODS,
                "{apiVersion: v1, kind: Pod, metadata: {name: Bad_Name}, spec: {containers: [{name: c, image: x,"
                        + " imagePullPolicy: Sometimes}]}}");
        assertEquals(422, response.code());
        assertEquals(
                List.of(
                        "metadata.name: Invalid value: \"Bad_Name\": a lowercase RFC 1123 subdomain must consist of"
                                + " lower case alphanumeric characters, '-' or '.', and must start and end with an"
                                + " alphanumeric character (e.g. 'example.com', regex used for validation is"
                                + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
                        "spec.containers[0].imagePullPolicy: Unsupported value: \"Sometimes\": supported values:"
                                + " \"Always\", \"IfNotPresent\", \"Never\""),
                causes(response));
        assertEquals("Pod", response.body().at("/details/kind").asText());
    }

    @Test
    void refusesUnknownFieldsStrictly() {
        Response response = post(
                "/api/v1/namespaces/default/services",
                "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {port: 80}}");
        assertEquals(
                "Service in version \"v1\" cannot be handled as a Service: strict decoding error: unknown field"
                        + " \"spec.port\"",
                message(response));
        assertEquals("BadRequest", response.body().path("reason").asText());
    }

    @Test
    void aDeploymentSelectsItsOwnPods() {
        Response response = post(
                DEPLOYMENTS,
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {selector: {matchLabels: {a: b}},"
                        + " template: {metadata: {labels: {a: c}}, spec: {containers: [{name: c, image: x}]}}}}");
        assertEquals(
                List.of("spec.template.metadata.labels: Invalid value: {\"a\":\"c\"}: `selector` does not match"
                        + " template `labels`"),
                causes(response));
    }

    private void deployment() {
        Response response = post(
                DEPLOYMENTS,
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: httpbin}, spec: {selector: {matchLabels: {a:"
                        + " b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: x}]}}}}");
        assertEquals(201, response.code());
    }

    @Test
    void tellsOfAPatchWithAValueOfAWrongType() {
        deployment();
        Response response = api.send(Request.patch(
                DEPLOYMENTS + "/httpbin", "application/strategic-merge-patch+json", yaml("{spec: {replicas: two}}")));
        assertEquals(
                List.of("patch: Invalid value: \"map[spec:map[replicas:two]]\": unrecognized type: int32"),
                causes(response));
        assertEquals("", response.body().at("/details/kind").asText());
    }

    @Test
    void tellsNothingOfAJsonPatchThatDoesNotApply() {
        deployment();
        Response response = api.send(Request.patch(
                DEPLOYMENTS + "/httpbin", "application/json-patch+json", yaml("[{op: remove, path: /spec/nosuch}]")));
        assertEquals("Invalid", response.body().path("reason").asText());
        assertEquals("the server rejected our request due to an error in our request", message(response));
    }

    @Test
    void aSelectorCannotChange() {
        deployment();
        Response response = api.send(Request.patch(
                DEPLOYMENTS + "/httpbin",
                "application/merge-patch+json",
                yaml("{spec: {selector: {matchLabels: {a: c}}, template: {metadata: {labels: {a: c}}}}}")));
        assertEquals(
                List.of("spec.selector: Invalid value: {\"matchLabels\":{\"a\":\"c\"}}: field is immutable"),
                causes(response));
    }

    @Test
    void aPodNeedsItsServiceAccount() {
        Response response = post(
                PODS,
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {serviceAccountName: nobody, containers:"
                        + " [{name: c, image: x}]}}");
        assertEquals(
                "pods \"p\" is forbidden: error looking up service account default/nobody: serviceaccount \"nobody\""
                        + " not found",
                message(response));
    }

    @Test
    void refusesObjectsOfANamespaceThatIsNotThere() {
        Response response =
                post("/api/v1/namespaces/no/configmaps", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
        assertEquals("namespaces \"no\" not found", message(response));
        assertEquals(404, response.code());
    }

    @Test
    void tellsOfSelectorsThatItDoesNotKnow() {
        assertEquals(
                "field label not supported: spec.nosuch",
                message(api.send(Request.get(PODS).with("fieldSelector", "spec.nosuch=a"))));
        assertEquals(
                "found '=', expected: !, identifier, or 'end of string'",
                message(api.send(Request.get(PODS).with("labelSelector", "=a")))
                        .replace("unable to parse requirement: ", ""));
    }

    @Test
    void unknownPathsAreNotFound() {
        Response response = api.send(Request.get("/apis/nosuch.io/v1/things"));
        assertEquals(404, response.code());
        assertEquals("the server could not find the requested resource", message(response));
    }
}
