package lab.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import lab.conformance.Recordings;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Tree;
import lab.kube.Yaml;
import lab.sandbox.api.table.Rows;
import lab.sandbox.state.SandboxState;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Objects applied to the real cluster, and what that cluster made of them. */
class RecordedObjectsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final SandboxState state = new SandboxState(1, Instant.parse("2026-11-23T01:34:57Z"));
    private final ApiServer api = new ApiServer(state);

    RecordedObjectsTest() {
        api.send(Request.post("/api/v1/namespaces", object("v1", "Namespace", "default")));
        for (String account : List.of("default", "sleep", "httpbin")) {
            api.send(Request.post(
                    "/api/v1/namespaces/default/serviceaccounts", object("v1", "ServiceAccount", account)));
        }
    }

    private static ObjectNode object(String apiVersion, String kind, String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", apiVersion)
                .put("kind", kind)
                .putObject("metadata")
                .put("name", name);
        return object;
    }

    private static List<JsonNode> recordedObjects() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String file : Recordings.names("b-traffic")) {
            if (file.matches("kubectl-get-.*\\.yaml")) {
                add(objects, Recordings.output("b-traffic/" + file));
            }
        }
        for (String line : Recordings.lines("sessions/08-kubectl.jsonl")) {
            JsonNode step = JSON.readTree(line);
            if (step.path("cmd").asText().endsWith("-o yaml")
                    && step.path("exit").asInt() == 0) {
                add(objects, step.path("out").asText());
            }
        }
        return objects;
    }

    private static void add(List<JsonNode> objects, String yaml) {
        for (JsonNode document : Yaml.parse(yaml)) {
            if (document.has("items")) {
                document.path("items").forEach(objects::add);
            } else {
                objects.add(document);
            }
        }
    }

    private Response post(JsonNode object) {
        String plural = switch (object.path("kind").asText()) {
            case "Endpoints" -> "endpoints";
            default -> object.path("kind").asText().toLowerCase(Locale.ROOT) + "s";
        };
        String version = object.path("apiVersion").asText();
        String root = version.contains("/") ? "/apis/" : "/api/";
        String path = object.path("kind").asText().equals("Node")
                ? root + version + "/" + plural
                : root + version + "/namespaces/default/" + plural;
        return api.send(Request.post(path, object));
    }

    private static ObjectNode comparable(JsonNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove(List.of("metadata", "status"));
        if (copy.get("spec") instanceof ObjectNode spec) {
            spec.remove(List.of("clusterIP", "clusterIPs", "nodeName"));
        }
        return copy;
    }

    @TestFactory
    Stream<DynamicTest> whatWasAppliedBecomesWhatTheRealServerShows() throws IOException {
        return recordedObjects().stream()
                .filter(object -> Tree.at(object, "metadata.annotations").has(LAST_APPLIED)
                        && !object.path("kind").asText().equals("ServiceAccount"))
                .map(object -> DynamicTest.dynamicTest(
                        object.path("kind").asText() + " " + Tree.text(object, "metadata.name"), () -> {
                            RecordedObjectsTest fresh = new RecordedObjectsTest();
                            JsonNode applied = JSON.readTree(Tree.at(object, "metadata.annotations")
                                    .path(LAST_APPLIED)
                                    .asText());
                            Response response = fresh.post(applied);
                            assertEquals(201, response.code(), response.body()::toString);
                            assertEquals(comparable(object), comparable(response.body()));
                        }));
    }

    @TestFactory
    Stream<DynamicTest> aCompleteObjectStaysAsItIs() throws IOException {
        return recordedObjects().stream()
                .filter(object -> !object.path("kind").asText().matches("Namespace|Node"))
                .map(object -> DynamicTest.dynamicTest(
                        object.path("kind").asText() + " " + Tree.text(object, "metadata.name"), () -> {
                            RecordedObjectsTest fresh = new RecordedObjectsTest();
                            ObjectNode sent = object.deepCopy();
                            ((ObjectNode) sent.path("metadata")).put("namespace", "default");
                            if (sent.path("kind").asText().equals("ServiceAccount")) {
                                ((ObjectNode) sent.path("metadata")).put("name", "other");
                            }
                            Response response = fresh.post(sent);
                            assertEquals(201, response.code(), response.body()::toString);
                            assertEquals(comparable(sent), comparable(response.body()));
                            assertEquals(
                                    Tree.at(object, "metadata.generation").isMissingNode(),
                                    Tree.at(response.body(), "metadata.generation")
                                            .isMissingNode());
                        }));
    }

    @Test
    void aPodOfATemplateGetsTokenTolerationsAndPriority() throws IOException {
        JsonNode recorded = recordedObjects().stream()
                .filter(object -> object.path("kind").asText().equals("Pod")
                        && !Tree.at(object, "spec").has("initContainers"))
                .findFirst()
                .orElseThrow();
        JsonNode deployment = recordedObjects().stream()
                .filter(object -> object.path("kind").asText().equals("Deployment")
                        && Tree.text(object, "metadata.name").equals("httpbin"))
                .findFirst()
                .orElseThrow();
        ObjectNode pod = object("v1", "Pod", "httpbin");
        pod.set("spec", Tree.at(deployment, "spec.template.spec"));
        JsonNode made = post(pod).body();
        assertEquals(withoutSuffix(comparable(recorded)), withoutSuffix(comparable(made)));
        assertEquals("BestEffort", Tree.text(made, "status.qosClass"));
        assertEquals("Pending", Tree.text(made, "status.phase"));
    }

    private static String withoutSuffix(JsonNode pod) {
        return Yaml.print(pod).replaceAll("kube-api-access-.....", "kube-api-access-X");
    }

    @Test
    void podsPrintTheirRowAsRecorded() throws IOException {
        String text = Recordings.text("b-traffic/kubectl-get-pod-sleep.json");
        JsonNode pod = JSON.readTree(text.substring(text.indexOf('{')));
        List<Object> cells = Objects.requireNonNull(Rows.cells("pods", pod, Instant.parse("2026-11-23T01:35:26Z")));
        String row = Recordings.lines("b-traffic/kubectl-get-all-wide").stream()
                .filter(line -> line.startsWith("pod/sleep"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(row.substring(4).split("\\s+")).subList(0, 4),
                strings(cells).subList(0, 4));
        assertEquals(
                List.of("29s", "10.244.0.15", "lab-control-plane", "<none>", "<none>"),
                strings(cells).subList(4, 9));
    }

    private static List<String> strings(List<Object> cells) {
        return cells.stream().map(Object::toString).toList();
    }
}
