package lab.sandbox.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kube.Yaml;
import org.junit.jupiter.api.Test;

class KubeletTest {
    private static final String PODS = "/api/v1/namespaces/default/pods";
    private static final String SIDECAR = """
        apiVersion: v1
        kind: Pod
        metadata: {name: app}
        spec:
          restartPolicy: Always
          terminationGracePeriodSeconds: 5
          initContainers:
          - {name: istio-init, image: 'proxyv2:1', imagePullPolicy: IfNotPresent}
          - name: istio-proxy
            image: 'proxyv2:1'
            imagePullPolicy: IfNotPresent
            restartPolicy: Always
            startupProbe: {httpGet: {path: /ready, port: 15021}, periodSeconds: 1, failureThreshold: 600}
            readinessProbe: {httpGet: {path: /ready, port: 15021}, periodSeconds: 15, failureThreshold: 4}
          containers:
          - {name: app, image: 'app:1', imagePullPolicy: IfNotPresent}
        """;

    private final TestCluster cluster = TestCluster.ready();
    private final List<String> seen = new ArrayList<>();

    private void watch() {
        cluster.api.subscribe("pods", change -> {
            JsonNode pod = change.object();
            if (Meta.name(pod).equals("app")) {
                String text = summary(pod);
                if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(text)) {
                    seen.add(text);
                }
            }
        });
    }

    /** Phase, and the state of each container with + for started and * for ready. */
    private static String summary(JsonNode pod) {
        List<String> parts = new ArrayList<>(List.of(Pods.phase(pod)));
        for (String list : List.of("initContainerStatuses", "containerStatuses")) {
            for (JsonNode status : pod.path("status").path(list)) {
                String state =
                        status.path("state").properties().iterator().next().getKey();
                String reason = status.path("state").path(state).path("reason").asText();
                parts.add((reason.isEmpty() ? state : reason)
                        + (status.path("started").asBoolean() ? "+" : "")
                        + (status.path("ready").asBoolean() ? "*" : ""));
            }
        }
        return String.join(" ", parts);
    }

    private ObjectNode app() {
        return cluster.find("pods", "default", "app");
    }

    private JsonNode status(String container) {
        for (String list : List.of("initContainerStatuses", "containerStatuses")) {
            for (JsonNode status : app().path("status").path(list)) {
                if (status.path("name").asText().equals(container)) {
                    return status;
                }
            }
        }
        throw new AssertionError(container);
    }

    // b-traffic/kubectl-get-pods-watch
    @Test
    void takesAPodWithSidecarThroughTheRecordedStates() {
        watch();
        cluster.create(PODS, SIDECAR);
        cluster.run(6000);
        assertEquals(
                List.of(
                        "Pending",
                        "Pending PodInitializing PodInitializing PodInitializing",
                        "Pending Completed* PodInitializing PodInitializing",
                        "Pending Completed* running PodInitializing",
                        "Pending Completed* running+ PodInitializing",
                        "Pending Completed* running+* PodInitializing",
                        "Running Completed* running+* running+*"),
                seen);
        assertEquals(
                List.of(
                        "Scheduled: Successfully assigned default/app to lab-control-plane",
                        "Pulled: Container image \"proxyv2:1\" already present on machine",
                        "Created: Created container: istio-init",
                        "Started: Started container istio-init",
                        "Pulled: Container image \"proxyv2:1\" already present on machine",
                        "Created: Created container: istio-proxy",
                        "Started: Started container istio-proxy",
                        "Pulled: Container image \"app:1\" already present on machine",
                        "Created: Created container: app",
                        "Started: Started container app"),
                cluster.events("Pod"));
    }

    // timings.txt: label and apply take about 0.45 s of the 4.9 s
    @Test
    void isReadyAfterAsLongAsTheRecordedPod() {
        cluster.create(PODS, SIDECAR);
        cluster.run(3900);
        assertFalse(Pods.isReady(app()));
        cluster.run(700);
        assertTrue(Pods.isReady(app()));
    }

    // b-traffic/kubectl-get-pod-httpbin.yaml
    @Test
    void reportsTheRecordedConditions() {
        cluster.create(PODS, SIDECAR);
        cluster.run(6000);
        List<String> types = new ArrayList<>();
        for (JsonNode condition : app().path("status").path("conditions")) {
            types.add(condition.path("type").asText() + " "
                    + condition.path("status").asText() + " "
                    + condition.path("observedGeneration").asInt() + " "
                    + condition.path("lastProbeTime").isNull() + " " + condition.size());
        }
        assertEquals(
                List.of(
                        "PodReadyToStartContainers True 1 true 5",
                        "Initialized True 1 true 5",
                        "Ready True 1 true 5",
                        "ContainersReady True 1 true 5",
                        "PodScheduled True 1 true 5"),
                types);
        assertEquals("10.244.0.4", Pods.ip(app()));
        assertEquals("172.18.0.2", app().path("status").path("hostIP").asText());
        assertEquals("BestEffort", app().path("status").path("qosClass").asText());
    }

    @Test
    void namesTheContainersThatAreNotReady() {
        cluster.runtime.failingProbes.add("istio-proxy");
        cluster.create(PODS, SIDECAR);
        cluster.run(6000);
        JsonNode ready = TestCluster.condition(app(), "Ready");
        JsonNode initialized = TestCluster.condition(app(), "Initialized");
        assertEquals(
                "containers with unready status: [istio-proxy app]",
                ready.path("message").asText());
        assertEquals(
                "containers with incomplete status: [istio-proxy]",
                initialized.path("message").asText());
        assertTrue(cluster.events("Pod")
                .contains("Unhealthy: Startup probe failed: HTTP probe failed with statuscode: 503"));
    }

    @Test
    void stopsTheSidecarAfterTheApp() {
        cluster.create(PODS, SIDECAR);
        cluster.run(6000);
        cluster.runtime.stops.put("app", Duration.ofSeconds(2));
        cluster.send(Request.delete(PODS + "/app"));
        cluster.run(1000);
        assertEquals(
                5, app().path("metadata").path("deletionGracePeriodSeconds").asInt());
        assertEquals(
                List.of("Killing: Stopping container istio-proxy", "Killing: Stopping container app"),
                cluster.events("Pod").subList(10, 12));
        cluster.run(3000);
        assertEquals(List.of(), cluster.pods());
    }

    @Test
    void killsAProcessThatIgnoresItsGracePeriod() {
        cluster.create(PODS, SIDECAR);
        cluster.run(6000);
        cluster.runtime.stops.put("app", Duration.ofHours(1));
        cluster.send(Request.delete(PODS + "/app"));
        cluster.run(4900);
        assertEquals(1, cluster.pods().size());
        cluster.run(2500);
        assertEquals(List.of(), cluster.pods());
    }

    // session 12 and b-traffic: a killed Envoy is started again at once, then with a pause
    @Test
    void restartsAKilledSidecarWithBackOff() {
        cluster.create(PODS, SIDECAR);
        cluster.run(6000);
        String uid = Meta.uid(app());
        cluster.controllers.kubelet().containerExited(uid, "istio-proxy", 137);
        cluster.run(4000);
        assertEquals(1, status("istio-proxy").path("restartCount").asInt());
        assertTrue(Pods.isReady(app()));
        assertEquals(
                137,
                status("istio-proxy")
                        .path("lastState")
                        .path("terminated")
                        .path("exitCode")
                        .asInt());
        cluster.controllers.kubelet().containerExited(uid, "istio-proxy", 137);
        cluster.run(4000);
        JsonNode waiting = status("istio-proxy").path("state").path("waiting");
        assertEquals("CrashLoopBackOff", waiting.path("reason").asText());
        assertEquals(
                "back-off 10s restarting failed container=istio-proxy pod=app_default(" + uid + ")",
                waiting.path("message").asText());
        assertFalse(Pods.isReady(app()));
        cluster.run(12000);
        assertEquals(2, status("istio-proxy").path("restartCount").asInt());
        assertTrue(Pods.isReady(app()));
    }

    // b-traffic/cli/set-image-describe
    @Test
    void reportsAnImageThatCannotBePulled() {
        cluster.create(PODS, SIDECAR.replace("'app:1'", "'app:nosuch'"));
        cluster.run(4000);
        assertEquals(
                "ErrImagePull",
                status("app").path("state").path("waiting").path("reason").asText());
        cluster.run(3000);
        assertEquals(
                "ImagePullBackOff",
                status("app").path("state").path("waiting").path("reason").asText());
        List<String> events = cluster.events("Pod");
        assertEquals(
                List.of(
                        "Pulling: Pulling image \"app:nosuch\"",
                        "Failed: Failed to pull image \"app:nosuch\": not found",
                        "Failed: Error: ErrImagePull",
                        "BackOff: Back-off pulling image \"app:nosuch\"",
                        "Failed: Error: ImagePullBackOff"),
                events.subList(7, 12));
    }

    @Test
    void restartsAContainerThatFailsItsLivenessProbe() {
        cluster.create(
                PODS,
                SIDECAR.replace(
                        "{name: app,",
                        "{name: app, livenessProbe: {httpGet: {port: 1}, periodSeconds: 2, failureThreshold: 2},"));
        cluster.run(6000);
        cluster.runtime.failingProbes.add("app");
        cluster.run(5000);
        cluster.runtime.failingProbes.clear();
        cluster.run(5000);
        assertTrue(cluster.events("Pod").contains("Killing: Container app failed liveness probe, will be restarted"));
        assertEquals(1, status("app").path("restartCount").asInt());
    }

    @Test
    void finishesAPodThatIsNotToBeRestarted() {
        cluster.runtime.exits.put("app", new ContainerRuntime.Exit(Duration.ofSeconds(1), 3, null, null));
        cluster.create(
                PODS,
                SIDECAR.replace(
                        "restartPolicy: Always\n  terminationGrace", "restartPolicy: Never\n  terminationGrace"));
        cluster.run(10000);
        assertEquals("Failed Completed* Completed Error", summary(app()));
        assertEquals(
                "PodFailed",
                TestCluster.condition(app(), "Ready").path("reason").asText());
    }

    @Test
    void waitsForAVolumesConfigMap() {
        cluster.create(PODS, SIDECAR + "  volumes:\n  - {name: certs, configMap: {name: late}}\n");
        cluster.run(3000);
        assertTrue(cluster.events("Pod")
                .contains("FailedMount: MountVolume.SetUp failed for volume \"certs\" : configmap \"late\" not found"));
        cluster.create(
                "/api/v1/namespaces/default/configmaps", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: late}\n");
        cluster.run(10000);
        assertTrue(Pods.isReady(app()));
    }

    @Test
    void saysWhyAPodCannotBeScheduled() {
        cluster.create(PODS, SIDECAR + "  nodeSelector: {disk: ssd}\n");
        cluster.run(1000);
        assertEquals(
                List.of("FailedScheduling: 0/1 nodes are available: 1 node(s) didn't match Pod's node"
                        + " affinity/selector. preemption: 0/1 nodes are available: 1 Preemption is not helpful"
                        + " for scheduling."),
                cluster.events("Pod"));
        assertEquals(
                "Unschedulable",
                TestCluster.condition(app(), "PodScheduled").path("reason").asText());
        cluster.merge("/api/v1/nodes/lab-control-plane", "metadata: {labels: {disk: ssd}}");
        cluster.run(6000);
        assertTrue(Pods.isReady(app()), Yaml.print(app()));
    }
}
