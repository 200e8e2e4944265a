package lab.sandbox.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.kube.Request;
import lab.kube.Yaml;
import lab.sandbox.api.WebhookTransport;
import org.junit.jupiter.api.Test;

class ReplicaSetControllerTest {
    private final TestCluster cluster = TestCluster.ready();

    private void create(int replicas) {
        cluster.create(TestCluster.DEPLOYMENTS, TestCluster.deployment("web", replicas, "web:1"));
    }

    private ObjectNode set() {
        return cluster.api.list("replicasets.apps", "default").get(0);
    }

    // b-traffic/kubectl-get-rs.yaml
    @Test
    void reportsTheRecordedStatus() {
        create(1);
        cluster.run(5000);
        assertEquals("""
            availableReplicas: 1
            fullyLabeledReplicas: 1
            observedGeneration: 1
            readyReplicas: 1
            replicas: 1
            """, Yaml.print(set().path("status")));
        assertEquals(
                List.of("SuccessfulCreate: Created pod: "
                        + Meta.name(cluster.pods().get(0))),
                cluster.events("ReplicaSet"));
    }

    @Test
    void replacesADeletedPodAndReleasesOneWithOtherLabels() {
        create(2);
        cluster.run(5000);
        String first =
                "/api/v1/namespaces/default/pods/" + Meta.name(cluster.pods().get(0));
        cluster.merge(first, "metadata: {labels: {app: other}}");
        cluster.run(5000);
        assertEquals(3, cluster.pods().size());
        JsonNode released = cluster.send(Request.get(first)).body();
        assertTrue(released.path("metadata").path("ownerReferences").isMissingNode());
        cluster.merge(first, "metadata: {labels: {app: web}}");
        cluster.run(5000);
        assertEquals(2, cluster.pods().size());
    }

    // session 12-faults: scale istiod to 0, restart, scale it up again
    @Test
    void saysWhyItCannotCreatePodsAndTriesAgain() {
        boolean[] reachable = {false};
        cluster.api.connect((WebhookTransport) (config, review, timeout) -> {
            if (!reachable[0]) {
                throw new WebhookTransport.Unreachable("dial tcp 10.96.220.154:443: connect: connection refused");
            }
            ObjectNode answer = review.deepCopy();
            answer.putObject("response")
                    .put("uid", review.path("request").path("uid").asText())
                    .put("allowed", true);
            return answer;
        });
        cluster.create("/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", """
            apiVersion: admissionregistration.k8s.io/v1
            kind: MutatingWebhookConfiguration
            metadata: {name: injector}
            webhooks:
            - name: namespace.sidecar-injector.istio.io
              admissionReviewVersions: [v1]
              sideEffects: None
              failurePolicy: Fail
              timeoutSeconds: 10
              clientConfig: {service: {name: istiod, namespace: istio-system, path: /inject, port: 443}}
              rules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
            """);
        create(1);
        cluster.run(3000);
        String problem = "Internal error occurred: failed calling webhook"
                + " \"namespace.sidecar-injector.istio.io\": failed to call webhook: Post"
                + " \"https://istiod.istio-system.svc:443/inject?timeout=10s\": dial tcp 10.96.220.154:443: connect:"
                + " connection refused";
        assertEquals(List.of("FailedCreate: Error creating: " + problem), cluster.events("ReplicaSet"));
        JsonNode failure = TestCluster.condition(set(), "ReplicaFailure");
        assertEquals("FailedCreate", failure.path("reason").asText());
        assertEquals(problem, failure.path("message").asText());
        JsonNode deployment = cluster.find("deployments.apps", "default", "web");
        assertTrue(Conditions.isTrue(deployment, "ReplicaFailure"));
        reachable[0] = true;
        cluster.run(20000);
        assertTrue(Pods.isReady(cluster.pods().get(0)));
        assertEquals(null, Conditions.find(set(), "ReplicaFailure"));
    }
}
