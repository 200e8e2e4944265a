package lab.sandbox.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import lab.kube.Request;
import lab.kube.Yaml;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointSliceControllerTest {
    private static final String SERVICES = "/api/v1/namespaces/default/services";
    private final TestCluster cluster = TestCluster.ready();

    @BeforeEach
    void create() {
        cluster.create(SERVICES, """
            apiVersion: v1
            kind: Service
            metadata: {name: web, labels: {app: web, service: web}}
            spec:
              ports: [{name: http, port: 8000, targetPort: web}]
              selector: {app: web}
            """);
        cluster.create(TestCluster.DEPLOYMENTS, TestCluster.deployment("web", 1, "web:1"));
        cluster.run(6000);
    }

    private ObjectNode slice() {
        for (ObjectNode slice : cluster.api.list("endpointslices.discovery.k8s.io", "default")) {
            if (Meta.name(slice).startsWith("web-")) {
                return slice;
            }
        }
        throw new AssertionError("no slice");
    }

    // b-traffic/kubectl-get-endpointslices.yaml
    @Test
    void writesTheRecordedSlice() {
        JsonNode pod = cluster.pods().get(0);
        ObjectNode slice = slice();
        assertTrue(Meta.name(slice).matches("web-[a-z0-9]{5}"));
        // empty at first, then with the pod, whose address comes with its readiness
        assertEquals(2, Meta.generation(slice));
        assertEquals("""
            app: web
            endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io
            kubernetes.io/service-name: web
            service: web
            """, Yaml.print(Meta.labels(slice)));
        assertEquals("""
            - addresses:
              - 10.244.0.4
              conditions:
                ready: true
                serving: true
                terminating: false
              nodeName: lab-control-plane
              targetRef:
                kind: Pod
                name: %s
                namespace: default
                uid: %s
            """.formatted(Meta.name(pod), Meta.uid(pod)), Yaml.print(slice.path("endpoints")));
        assertEquals("- name: http\n  port: 8080\n  protocol: TCP\n", Yaml.print(slice.path("ports")));
        assertEquals(
                pod.path("status")
                        .path("conditions")
                        .path(2)
                        .path("lastTransitionTime")
                        .asText(),
                Meta.annotation(slice, "endpoints.kubernetes.io/last-change-trigger-time"));
    }

    @Test
    void showsAPodThatIsBeingStopped() {
        cluster.runtime.stops.put("web", Duration.ofSeconds(20));
        cluster.send(Request.delete(
                "/api/v1/namespaces/default/pods/" + Meta.name(cluster.pods().get(0))));
        cluster.run(100);
        JsonNode conditions = slice().path("endpoints").path(0).path("conditions");
        assertEquals("{\"ready\":false,\"serving\":true,\"terminating\":true}", conditions.toString());
        assertEquals(
                0,
                cluster.find("endpoints", "default", "web")
                        .path("subsets")
                        .path(0)
                        .path("addresses")
                        .size());
    }

    @Test
    void emptiesTheSliceWhenTheSelectorMatchesNothing() {
        cluster.merge(SERVICES + "/web", "spec: {selector: {app: webb}}");
        cluster.run(100);
        assertEquals(0, slice().path("endpoints").size());
        assertTrue(cluster.find("endpoints", "default", "web").path("subsets").isMissingNode());
    }

    @Test
    void goesWithItsService() {
        cluster.send(Request.delete(SERVICES + "/web"));
        cluster.run(200);
        assertEquals(
                List.of("kubernetes"),
                cluster.api.list("endpointslices.discovery.k8s.io", "default").stream()
                        .map(Meta::name)
                        .toList());
        assertEquals(null, cluster.api.find("endpoints", "default", "web"));
    }
}
