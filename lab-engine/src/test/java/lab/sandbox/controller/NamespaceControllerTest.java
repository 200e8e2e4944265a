package lab.sandbox.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kube.Request;
import org.junit.jupiter.api.Test;

class NamespaceControllerTest {
    private final TestCluster cluster = TestCluster.ready();

    private void createWithWeb() {
        cluster.create("/api/v1/namespaces", "apiVersion: v1\nkind: Namespace\nmetadata: {name: lab}\n");
        cluster.run(100);
        cluster.create("/apis/apps/v1/namespaces/lab/deployments", TestCluster.deployment("web", 2, "web:1"));
        cluster.run(5000);
    }

    @Test
    void aPodThatFollowsItsNamespaceAtOnceFindsTheDefaultAccount() {
        cluster.create("/api/v1/namespaces", "{apiVersion: v1, kind: Namespace, metadata: {name: new}}");
        JsonNode pod = cluster.create(
                "/api/v1/namespaces/new/pods",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a, image: b}]}}");
        assertEquals("default", pod.path("spec").path("serviceAccountName").asText());
    }

    @Test
    void fillsANewNamespace() {
        createWithWeb();
        assertNotNull(cluster.api.find("configmaps", "lab", "kube-root-ca.crt"));
        assertNotNull(cluster.api.find("serviceaccounts", "lab", "default"));
    }

    @Test
    void removesEverythingBeforeTheNamespace() {
        createWithWeb();
        cluster.send(Request.delete("/api/v1/namespaces/lab"));
        assertEquals(
                "Terminating",
                cluster.find("namespaces", "", "lab")
                        .path("status")
                        .path("phase")
                        .asText());
        cluster.run(10000);
        assertNull(cluster.api.find("namespaces", "", "lab"));
        for (String resource : new String[] {"pods", "deployments.apps", "replicasets.apps", "configmaps", "events"}) {
            assertEquals(0, cluster.api.list(resource, "lab").size(), resource);
        }
    }

    @Test
    void leavesOrphansWhenAskedTo() {
        cluster.create(TestCluster.DEPLOYMENTS, TestCluster.deployment("web", 2, "web:1"));
        cluster.run(5000);
        cluster.send(Request.delete(TestCluster.DEPLOYMENTS + "/web").with("propagationPolicy", "Orphan"));
        cluster.run(5000);
        assertNull(cluster.api.find("deployments.apps", "default", "web"));
        JsonNode set = cluster.api.list("replicasets.apps", "default").get(0);
        assertTrue(set.path("metadata").path("ownerReferences").isMissingNode());
        assertEquals(2, cluster.pods().size());
    }

    @Test
    void deletesDependentsFirstInForeground() {
        cluster.create(TestCluster.DEPLOYMENTS, TestCluster.deployment("web", 2, "web:1"));
        cluster.run(5000);
        cluster.send(Request.delete(TestCluster.DEPLOYMENTS + "/web").with("propagationPolicy", "Foreground"));
        cluster.run(200);
        assertNotNull(cluster.api.find("deployments.apps", "default", "web"));
        cluster.run(5000);
        assertNull(cluster.api.find("deployments.apps", "default", "web"));
        assertEquals(0, cluster.pods().size());
    }
}
