package lab.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.conformance.Recordings;
import lab.kube.Request;
import lab.kube.Yaml;
import org.junit.jupiter.api.Test;

/** What a learner who looks again and again sees of new pods, and when, against {@code kubectl get pods -w} of a real cluster. */
class PodTimelineTest {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int LOOKS = 320;

    /** READY and STATUS in order, with the AGE in seconds at which they were first shown. */
    private static final Map<String, Integer> INJECTED = states(
            "0/2 Pending",
            0,
            "0/2 Init:0/2",
            0,
            "0/2 Init:1/2",
            1,
            "0/2 PodInitializing",
            2,
            "1/2 PodInitializing",
            3,
            "2/2 Running",
            4);

    /** The runs of {@code timings.txt}: {@code label ns + apply sleep -> pod 2/2 Running}, with what kubectl takes. */
    private static final Map<String, Integer> PLAIN =
            states("0/1 Pending", 0, "0/1 ContainerCreating", 0, "1/1 Running", 1);

    private final Sandbox sandbox = Sandbox.fresh(1);

    private static Map<String, Integer> states(Object... statesAndAges) {
        Map<String, Integer> states = new LinkedHashMap<>();
        for (int i = 0; i < statesAndAges.length; i += 2) {
            states.put((String) statesAndAges[i], (Integer) statesAndAges[i + 1]);
        }
        return states;
    }

    private void apply(String sample) {
        String text = Recordings.text("samples/" + sample);
        for (JsonNode document : Yaml.parse(text)) {
            String kind = document.path("kind").asText();
            String root = kind.equals("Deployment") ? "/apis/apps/v1" : "/api/v1";
            String plural = kind.toLowerCase(java.util.Locale.ROOT) + "s";
            assertTrue(sandbox.api()
                    .send(Request.post(root + "/namespaces/default/" + plural, document))
                    .ok());
        }
    }

    private Map<String, Integer> seen(String app) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < LOOKS; i++) {
            Request request = Request.get("/api/v1/namespaces/default/pods")
                    .with("labelSelector", "app=" + app)
                    .withHeader("accept", "application/json;as=Table;v=v1;g=meta.k8s.io");
            for (JsonNode row : sandbox.api().send(request).body().path("rows")) {
                JsonNode cells = row.path("cells");
                String age = cells.path(4).asText().replace("s", "");
                seen.putIfAbsent(cells.path(1).asText() + " " + cells.path(2).asText(), Integer.parseInt(age));
            }
            sandbox.pass(LOOK);
        }
        return seen;
    }

    private static void assertSameCourse(Map<String, Integer> recorded, Map<String, Integer> seen) {
        assertEquals(new ArrayList<>(recorded.keySet()), new ArrayList<>(seen.keySet()));
        recorded.forEach((state, age) -> assertTrue(
                Math.abs(age - seen.getOrDefault(state, -9)) <= 1, () -> "recorded " + recorded + ", seen " + seen));
    }

    @Test
    void anInjectedPodPassesThroughTheRecordedStates() throws IOException {
        ObjectNode label = (ObjectNode)
                Yaml.parse("{metadata: {labels: {istio-injection: enabled}}}").get(0);
        sandbox.api().send(Request.patch("/api/v1/namespaces/default", "application/merge-patch+json", label));
        for (String app : List.of("sleep", "httpbin")) {
            apply(app + ".yaml");
            assertSameCourse(INJECTED, seen(app));
        }
    }

    @Test
    void aPodWithoutSidecarRunsAfterASecond() throws IOException {
        apply("sleep.yaml");
        assertSameCourse(PLAIN, seen("sleep"));
    }
}
