package lab.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Yaml;
import lab.sandbox.state.SandboxState;
import org.junit.jupiter.api.Test;

class StoredOnlyTest {
    private final ApiServer api = new ApiServer(new SandboxState(1, Instant.parse("2026-11-23T01:34:57Z")));

    StoredOnlyTest() {
        post("/api/v1/namespaces", "{apiVersion: v1, kind: Namespace, metadata: {name: default}}");
    }

    private Response post(String path, String yaml) {
        return api.send(Request.post(path, Yaml.parse(yaml).get(0)));
    }

    @Test
    void aJobIsStoredWithAWarning() {
        Response response = post(
                "/apis/batch/v1/namespaces/default/jobs",
                "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template: {spec: {restartPolicy: Never,"
                        + " containers: [{name: a, image: b}]}}}}");
        assertEquals(201, response.code());
        assertEquals(List.of("the sandbox stores Jobs but does not run them yet"), response.warnings());
    }

    @Test
    void aPolicyIsCalledByItsPlural() {
        Response response = post(
                "/apis/networking.k8s.io/v1/namespaces/default/networkpolicies",
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: deny}, spec: {podSelector: {}}}");
        assertEquals(List.of("the sandbox stores NetworkPolicies but does not enforce them yet"), response.warnings());
    }

    @Test
    void aConfigMapDoesAllThatItDoesElsewhere() {
        Response response = post(
                "/api/v1/namespaces/default/configmaps",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: b}}");
        assertEquals(List.of(), response.warnings());
    }
}
