package lab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lab.conformance.Answer;
import lab.conformance.Console;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every cluster keeps, whichever it is. A cluster's test extends this and says how one is made; the contract works
 * in a namespace of its own, which it deletes afterwards, and asks for nothing that only the sandbox can do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ClusterContract {
    private static final String SPACE = "lab-contract";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Cluster cluster;
    private Console console;

    /** A cluster with Istio installed and ready. */
    protected abstract Cluster cluster();

    @BeforeAll
    void prepare() {
        cluster = cluster();
        console = new Console(cluster);
        run("kubectl create namespace " + SPACE);
        run("kubectl label namespace " + SPACE + " istio-injection=enabled");
        run("kubectl apply -n " + SPACE + " -f samples/sleep.yaml -f samples/httpbin.yaml");
        run("kubectl wait -n " + SPACE + " --for=condition=Available deploy --all --timeout=180s");
    }

    @AfterAll
    void cleanUp() {
        run("kubectl delete namespace " + SPACE);
        assertEquals(
                404,
                cluster.api().send(Request.get("/api/v1/namespaces/" + SPACE)).code());
        assertEquals(List.of(), console.faults());
        cluster.close();
    }

    /** Runs a command that succeeds. */
    private String run(String command) {
        Answer answer = console.run(command);
        assertEquals(0, answer.exit(), () -> command + ": " + answer.err());
        return answer.out();
    }

    private JsonNode get(String path) {
        Response response = cluster.api().send(Request.get(path));
        assertEquals(200, response.code(), () -> path + ": " + response.body());
        return response.body();
    }

    @Test
    void isOfOneOfTheThreeKinds() {
        assertTrue(Set.of("sandbox", "kind", "context").contains(cluster.kind()), cluster.kind());
    }

    @Test
    void isThePinnedKubernetes() {
        assertTrue(get("/version").path("gitVersion").asText().startsWith("v1.34."));
        assertTrue(run("kubectl version").contains("Server Version: v1.34."));
    }

    @Test
    void hasThePinnedIstioReady() {
        JsonNode istiod = get("/apis/apps/v1/namespaces/istio-system/deployments/istiod");
        assertTrue(istiod.at("/status/readyReplicas").asInt() > 0, istiod::toPrettyString);
        assertTrue(run("istioctl version").contains("control plane version: 1.30.3"));
        assertTrue(run("kubectl get mutatingwebhookconfigurations").contains("istio-sidecar-injector"));
    }

    @Test
    void suppliesTheProgramsThatLessonsUse() {
        assertTrue(
                cluster.programs().keySet().containsAll(Set.of("kubectl", "istioctl", "crictl", "nsenter")),
                () -> cluster.programs().keySet().toString());
    }

    @Test
    void programsFailWithAMessageAndAnExitCode() {
        Answer answer = console.run("kubectl get pod nosuch -n " + SPACE);
        assertEquals("Error from server (NotFound): pods \"nosuch\" not found\n", answer.err());
        assertEquals("", answer.out());
        assertEquals(1, answer.exit());
    }

    @Test
    void theApiRefusesWithAStatus() {
        Response response = cluster.api().send(Request.get("/api/v1/namespaces/" + SPACE + "/pods/nosuch"));
        assertEquals(404, response.code());
        assertEquals("Status", response.body().path("kind").asText());
        assertEquals("NotFound", response.body().path("reason").asText());
    }

    @Test
    void programsAndTheApiSeeTheSameObjects() {
        run("printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: seen}\\ndata: {a: b}\\n'"
                + " | kubectl apply -n " + SPACE + " -f -");
        String path = "/api/v1/namespaces/" + SPACE + "/configmaps/seen";
        assertEquals("b", get(path).at("/data/a").asText());
        assertEquals(200, cluster.api().send(Request.delete(path)).code());
        assertEquals(1, console.run("kubectl get cm seen -n " + SPACE).exit());
    }

    @Test
    void aWatchTellsOfChanges() {
        String path = "/api/v1/namespaces/" + SPACE + "/configmaps";
        String version = get(path).at("/metadata/resourceVersion").asText();
        try (Feed feed =
                cluster.api().open(Request.get(path).with("watch", "true").with("resourceVersion", version))) {
            run("kubectl create cm watched -n " + SPACE);
            run("kubectl delete cm watched -n " + SPACE);
            for (String type : List.of("ADDED", "DELETED")) {
                JsonNode event = feed.next(PATIENCE);
                assertNotNull(event, type);
                assertEquals(type, event.path("type").asText());
                assertEquals("watched", event.at("/object/metadata/name").asText());
            }
            assertFalse(feed.ended());
        }
    }

    @Test
    void podsOfALabelledNamespaceGetTheSidecar() {
        String names = run(
                "kubectl get pod -n " + SPACE
                        + " -l app=sleep -o jsonpath='{.items[0].spec.initContainers[*].name} {.items[0].spec.containers[*].name}'");
        assertEquals("istio-init istio-proxy sleep", names);
    }

    @Test
    void commandsRunInContainersAndTheirExitCodesCome() {
        assertEquals("hello\n", run("kubectl exec -n " + SPACE + " deploy/sleep -c sleep -- echo hello"));
        Answer answer = console.run("kubectl exec -n " + SPACE + " deploy/sleep -c sleep -- sh -c 'exit 3'");
        assertEquals(3, answer.exit());
        assertEquals("command terminated with exit code 3\n", answer.err());
    }

    @Test
    void requestsTravelThroughTheMesh() {
        String code = run("kubectl exec -n " + SPACE
                + " deploy/sleep -c sleep -- curl -s -o /dev/null -w '%{http_code}' httpbin:8000/get");
        assertEquals("200", code);
        assertTrue(run("kubectl exec -n " + SPACE + " deploy/sleep -c sleep -- curl -s httpbin:8000/headers")
                .contains("X-Forwarded-Client-Cert"));
    }

    @Test
    void logsCanBeRead() {
        assertTrue(run("kubectl logs -n " + SPACE + " deploy/sleep -c istio-init")
                .contains("-A ISTIO_REDIRECT -p tcp -j REDIRECT --to-ports 15001"));
    }

    @Test
    void aDeletedPodIsReplaced() {
        run("kubectl delete pod -n " + SPACE + " -l app=httpbin");
        run("kubectl rollout status -n " + SPACE + " deploy/httpbin --timeout=180s");
        assertEquals(
                "true",
                run("kubectl get pod -n " + SPACE
                        + " -l app=httpbin -o jsonpath='{.items[0].status.containerStatuses[0].ready}'"));
    }

    @Test
    void timePassesAsItIsSleptAndNeverGoesBack() {
        Instant before = cluster.time().now();
        cluster.time().sleep(Duration.ofSeconds(2));
        assertFalse(cluster.time().now().isBefore(before.plusSeconds(2)));
    }
}
