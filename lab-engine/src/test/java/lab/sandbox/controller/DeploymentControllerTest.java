package lab.sandbox.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import lab.kube.Request;
import lab.kube.Yaml;
import org.junit.jupiter.api.Test;

class DeploymentControllerTest {
    private static final String WEB = TestCluster.DEPLOYMENTS + "/web";
    private final TestCluster cluster = TestCluster.ready();

    private void create(int replicas) {
        cluster.create(TestCluster.DEPLOYMENTS, TestCluster.deployment("web", replicas, "web:1"));
    }

    private JsonNode web() {
        return cluster.find("deployments.apps", "default", "web");
    }

    private String counts() {
        JsonNode status = web().path("status");
        return status.path("replicas").asInt() + "/"
                + status.path("updatedReplicas").asInt() + "/"
                + status.path("readyReplicas").asInt() + "/"
                + status.path("availableReplicas").asInt();
    }

    private void image(String image) {
        cluster.merge(
                WEB,
                "spec: {template: {spec: {containers: [{name: web, image: '" + image
                        + "', imagePullPolicy: IfNotPresent, ports: [{containerPort: 8080, name: web}]}]}}}");
    }

    // b-traffic/kubectl-get-deploy.yaml
    @Test
    void reportsTheRecordedStatusOfAFreshDeployment() {
        create(1);
        cluster.run(6000);
        ObjectNode status = web().path("status").deepCopy();
        String set = Meta.name(cluster.api.list("replicasets.apps", "default").get(0));
        for (JsonNode condition : status.path("conditions")) {
            ((ObjectNode) condition).remove(List.of("lastTransitionTime", "lastUpdateTime"));
        }
        String expected = """
            availableReplicas: 1
            conditions:
            - message: Deployment has minimum availability.
              reason: MinimumReplicasAvailable
              status: "True"
              type: Available
            - message: ReplicaSet "%s" has successfully progressed.
              reason: NewReplicaSetAvailable
              status: "True"
              type: Progressing
            observedGeneration: 1
            readyReplicas: 1
            replicas: 1
            updatedReplicas: 1
            """.formatted(set);
        assertEquals(expected, Yaml.print(status));
        assertEquals("1", Meta.annotation(web(), Revisions.REVISION));
        assertEquals(
                List.of("ScalingReplicaSet: Scaled up replica set " + set + " from 0 to 1"),
                cluster.events("Deployment"));
    }

    @Test
    void rollsWithoutGoingBelowTheMinimum() {
        create(4);
        cluster.run(6000);
        assertEquals("4/4/4/4", counts());
        image("web:2");
        for (int i = 0; i < 400; i++) {
            cluster.run(50);
            assertTrue(web().path("status").path("availableReplicas").asInt() >= 3, counts());
            assertTrue(web().path("status").path("replicas").asInt() <= 5, counts());
        }
        assertEquals("4/4/4/4", counts());
        assertEquals("2", Meta.annotation(web(), Revisions.REVISION));
    }

    @Test
    void returnsToAnOldTemplateUnderANewRevision() {
        create(1);
        cluster.run(6000);
        image("web:2");
        cluster.run(10000);
        image("web:1");
        cluster.run(10000);
        assertEquals("3", Meta.annotation(web(), Revisions.REVISION));
        assertEquals(2, cluster.api.list("replicasets.apps", "default").size());
        JsonNode active = cluster.api.list("replicasets.apps", "default").stream()
                .filter(set -> Rollout.replicas(set) == 1)
                .findFirst()
                .orElseThrow();
        assertEquals("1", Meta.annotation(active, Revisions.HISTORY));
    }

    @Test
    void keepsTheOldPodsWhileTheNewImageCannotBePulled() {
        create(2);
        cluster.run(6000);
        image("docker.io/web:nosuch");
        cluster.run(5000);
        assertEquals("3/1/2/2", counts());
        cluster.run(700_000);
        assertTrue(Conditions.hasReason(web(), "Progressing", "ProgressDeadlineExceeded"));
    }

    @Test
    void waitsWhilePausedAndScalesAtOnce() {
        create(2);
        cluster.run(6000);
        cluster.merge(WEB, "spec: {paused: true}");
        cluster.run(100);
        assertTrue(Conditions.hasReason(web(), "Progressing", "DeploymentPaused"));
        image("web:2");
        cluster.merge(WEB, "spec: {replicas: 3}");
        cluster.run(6000);
        assertEquals("3/0/3/3", counts());
        cluster.merge(WEB, "spec: {paused: false}");
        cluster.run(20000);
        assertEquals("3/3/3/3", counts());
    }

    @Test
    void recreatesOnlyAfterTheOldPodsAreGone() {
        create(2);
        cluster.run(6000);
        cluster.merge(WEB, "spec: {strategy: {type: Recreate, rollingUpdate: null}}");
        image("web:2");
        for (int i = 0; i < 100; i++) {
            cluster.run(50);
            assertTrue(web().path("status").path("replicas").asInt() <= 2);
        }
        cluster.run(10000);
        assertEquals("2/2/2/2", counts());
    }

    @Test
    void takesItsPodsAlongWhenDeleted() {
        create(2);
        cluster.run(6000);
        cluster.send(Request.delete(WEB));
        cluster.run(5000);
        assertEquals(0, cluster.api.list("replicasets.apps", "default").size());
        assertEquals(List.of(), cluster.pods());
    }

    @Test
    void convergesAfterAnySequenceOfChanges() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            TestCluster one = TestCluster.ready();
            one.create(TestCluster.DEPLOYMENTS, TestCluster.deployment("web", 2, "web:1"));
            int replicas = 2;
            for (int step = 0; step < 12; step++) {
                one.run(random.nextInt(4000));
                if (random.nextBoolean()) {
                    replicas = random.nextInt(6);
                    one.merge(WEB, "spec: {replicas: " + replicas + "}");
                } else {
                    one.merge(WEB, "spec: {template: {metadata: {labels: {v: 'x" + random.nextInt(4) + "'}}}}");
                }
            }
            one.run(120_000);
            JsonNode status = one.find("deployments.apps", "default", "web").path("status");
            assertEquals(replicas, status.path("availableReplicas").asInt(), "seed " + seed);
            assertEquals(replicas, status.path("updatedReplicas").asInt(), "seed " + seed);
            assertEquals(replicas, one.pods().size(), "seed " + seed);
        }
    }

    @Test
    void continuesAfterLoadingAsItWouldHaveWithout() {
        create(3);
        cluster.run(6000);
        image("web:2");
        cluster.run(1300);
        JsonNode saved = cluster.state.save();
        TestCluster other = new TestCluster(99);
        other.state.load(saved.deepCopy());
        assertEquals(saved, other.state.save());
        for (int i = 0; i < 100; i++) {
            cluster.run(100);
            other.run(100);
        }
        assertEquals(cluster.state.save(), other.state.save());
        assertEquals("3/3/3/3", counts());
    }
}
