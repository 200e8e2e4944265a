package lab.kubectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import lab.kube.Request;
import lab.kube.Yaml;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** wait and rollout over a store that is changed by hand at set times. */
class WaitingCommandsTest {
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";
    private static final String SLEEP = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: sleep, annotations: {deployment.kubernetes.io/revision: "2"}}
        spec:
          replicas: 1
          selector: {matchLabels: {app: sleep}}
          template:
            metadata: {labels: {app: sleep}}
            spec: {containers: [{name: sleep, image: curl}]}
        """;

    private final Lab lab = new Lab();

    @BeforeEach
    void startWithADeployment() throws Exception {
        lab.api.send(Request.post(
                "/api/v1/namespaces",
                Yaml.parse("{apiVersion: v1, kind: Namespace, metadata: {name: default}}")
                        .get(0)));
        lab.api.send(Request.post(DEPLOYMENTS, Yaml.parse(SLEEP).get(0)));
        lab.state.handle("test.status", payload -> status((ObjectNode) payload));
        lab.state.handle("test.delete", payload -> lab.api.send(Request.delete(DEPLOYMENTS + "/sleep")));
    }

    private void status(ObjectNode status) {
        ObjectNode object = (ObjectNode)
                lab.api.send(Request.get(DEPLOYMENTS + "/sleep")).body().deepCopy();
        object.set("status", status);
        lab.api.send(Request.put(DEPLOYMENTS + "/sleep/status", object));
    }

    private void later(int seconds, String status) throws Exception {
        lab.state.schedule(
                Duration.ofSeconds(seconds), "test.status", Yaml.parse(status).get(0));
    }

    private JsonNode sleep() {
        return lab.api.send(Request.get(DEPLOYMENTS + "/sleep")).body();
    }

    @Test
    void aWrongResourceVersionStopsLabelAndScale() {
        assertEquals(
                "!Error from server (Conflict): Operation cannot be fulfilled on deployments.apps \"sleep\": the object"
                        + " has been modified; please apply your changes to the latest version and try again\n[1]",
                lab.run("label", "deploy", "sleep", "a=b", "--resource-version=1"));
        assertTrue(lab.run("scale", "deploy", "sleep", "--replicas=2", "--resource-version=1")
                .startsWith("!error: Expected resource version to be 1, was "));
    }

    @Test
    void scaleWaitsNoLongerThanItsTimeout() throws Exception {
        later(1, "{observedGeneration: 1, replicas: 1}");
        assertEquals(
                "!error: timed out waiting for the condition\n[1]",
                lab.run("scale", "deploy", "sleep", "--replicas=2", "--timeout=3s"));
        later(1, "{observedGeneration: 2, replicas: 3}");
        assertEquals(
                "deployment.apps/sleep scaled\n", lab.run("scale", "deploy", "sleep", "--replicas=3", "--timeout=3s"));
    }

    @Test
    void rolloutStatusPrintsALineForEachChange() throws Exception {
        later(1, "{observedGeneration: 1, replicas: 2, updatedReplicas: 0}");
        later(2, "{observedGeneration: 1, replicas: 2, updatedReplicas: 1, availableReplicas: 1}");
        later(3, "{observedGeneration: 1, replicas: 1, updatedReplicas: 1}");
        later(4, "{observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 1}");
        assertEquals("""
            Waiting for deployment spec update to be observed...
            Waiting for deployment "sleep" rollout to finish: 0 out of 1 new replicas have been updated...
            Waiting for deployment "sleep" rollout to finish: 1 old replicas are pending termination...
            Waiting for deployment "sleep" rollout to finish: 0 of 1 updated replicas are available...
            deployment "sleep" successfully rolled out
            """, lab.run("rollout", "status", "deploy/sleep", "--timeout=180s"));
    }

    @Test
    void rolloutStatusTimesOut() throws Exception {
        later(1, "{observedGeneration: 1, replicas: 2, updatedReplicas: 0}");
        String out = lab.run("rollout", "status", "deploy", "sleep", "--timeout=5s");
        assertTrue(out.endsWith("updated...\n!error: timed out waiting for the condition\n[1]"), out);
    }

    @Test
    void waitsForAConditionADeletionAndAPath() throws Exception {
        later(3, "{observedGeneration: 1, conditions: [{type: Available, status: \"True\"}], replicas: 1}");
        lab.state.schedule(Duration.ofSeconds(9), "test.delete", sleep());
        assertEquals(
                "deployment.apps/sleep condition met\n",
                lab.run("wait", "--for=condition=available", "deploy", "--all", "--timeout=60s"));
        assertEquals(
                "deployment.apps/sleep condition met\n",
                lab.run("wait", "--for=jsonpath={.status.replicas}=1", "deploy/sleep"));
        assertEquals(
                "!error: timed out waiting for the condition on deployments/sleep\n[1]",
                lab.run("wait", "--for=delete", "deploy/sleep", "--timeout=1s"));
        assertEquals("deployment.apps/sleep condition met\n", lab.run("wait", "--for=delete", "deploy/sleep"));
        assertEquals("", lab.run("wait", "--for=delete", "deploy/sleep"));
        assertEquals("", lab.run("wait", "--for=delete", "pod", "-l", "app=x"));
    }

    @Test
    void waitSaysWhatIsWrong() {
        assertEquals(
                "!error: no matching resources found\n[1]",
                lab.run("wait", "--for=condition=Ready", "pod", "-l", "app=x"));
        assertEquals("!error: unrecognized condition: \"ready\"\n[1]", lab.run("wait", "--for=ready", "deploy/sleep"));
        assertEquals(
                "!Error from server (NotFound): pods \"x\" not found\n[1]",
                lab.run("wait", "--for=condition=Ready", "pod/x"));
        assertEquals(
                "!error: condition not met for deployments/sleep\n[1]",
                lab.run("wait", "--for=condition=Available", "deploy/sleep", "--timeout=0"));
    }

    @Test
    void restartAnnotatesThePodTemplate() {
        assertEquals("deployment.apps/sleep restarted\n", lab.run("rollout", "restart", "deploy", "sleep"));
        JsonNode annotations =
                sleep().path("spec").path("template").path("metadata").path("annotations");
        assertTrue(
                annotations.path("kubectl.kubernetes.io/restartedAt").asText().startsWith("2026-11-23T02:00:0"),
                annotations.toString());
    }

    @Test
    void pausesAndResumes() {
        assertEquals("deployment.apps/sleep paused\n", lab.run("rollout", "pause", "deploy/sleep"));
        assertEquals(
                "!error: deployments.apps \"sleep\" is already paused\n[1]",
                lab.run("rollout", "pause", "deploy/sleep"));
        assertEquals(
                "!error: deployments \"sleep\" can't restart paused deployment (run rollout resume first)\n[1]",
                lab.run("rollout", "restart", "deploy/sleep"));
        assertEquals("deployment.apps/sleep resumed\n", lab.run("rollout", "resume", "deploy/sleep"));
        assertEquals(
                "!error: deployments.apps \"sleep\" is not paused\n[1]", lab.run("rollout", "resume", "deploy/sleep"));
    }

    @Test
    void undoPutsThePreviousTemplateBack() throws Exception {
        assertEquals(
                "!error: no rollout history found for deployment \"sleep\"\n[1]",
                lab.run("rollout", "undo", "deploy/sleep"));
        String uid = sleep().path("metadata").path("uid").asText();
        for (int revision = 1; revision <= 2; revision++) {
            lab.api.send(Request.post(
                    "/apis/apps/v1/namespaces/default/replicasets",
                    Yaml.parse("""
                        apiVersion: apps/v1
                        kind: ReplicaSet
                        metadata:
                          name: sleep-%1$d
                          labels: {app: sleep, pod-template-hash: h%1$d}
                          annotations: {deployment.kubernetes.io/revision: "%1$d"}
                          ownerReferences:
                          - {apiVersion: apps/v1, kind: Deployment, name: sleep, uid: %2$s, controller: true}
                        spec:
                          selector: {matchLabels: {app: sleep, pod-template-hash: h%1$d}}
                          template:
                            metadata: {labels: {app: sleep, pod-template-hash: h%1$d}}
                            spec: {containers: [{name: sleep, image: "curl:%1$d"}]}
                        """.formatted(revision, uid)).get(0)));
        }
        assertEquals(
                "deployment.apps/sleep \nREVISION  CHANGE-CAUSE\n1         <none>\n2         <none>\n\n",
                lab.run("rollout", "history", "deploy/sleep"));
        assertTrue(lab.run("rollout", "history", "deploy/sleep", "--revision=1").startsWith("""
            deployment.apps/sleep with revision #1
            Pod Template:
              Labels:\tapp=sleep
            \tpod-template-hash=h1
              Containers:
               sleep:
                Image:\tcurl:1
            """));
        assertEquals("deployment.apps/sleep rolled back\n", lab.run("rollout", "undo", "deploy/sleep"));
        JsonNode template = sleep().path("spec").path("template");
        assertEquals(
                "curl:1",
                template.path("spec").path("containers").path(0).path("image").asText());
        assertEquals(
                "{\"app\":\"sleep\"}", template.path("metadata").path("labels").toString());
        assertEquals(
                "!error: unable to find specified revision 7 in history\n[1]",
                lab.run("rollout", "undo", "deploy/sleep", "--to-revision=7"));
    }
}
