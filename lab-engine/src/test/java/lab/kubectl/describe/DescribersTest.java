package lab.kubectl.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lab.conformance.Recordings;
import lab.kube.Api;
import lab.kube.Feed;
import lab.kube.LabelSelector;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.SelectorProblem;
import lab.kube.Status;
import lab.kube.Streams;
import lab.kube.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded objects must be described with the recorded text; events were not recorded as objects. */
class DescribersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:35:27Z");

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "b-traffic/kubectl-get-pod-httpbin.yaml, b-traffic/kubectl-describe-pod-httpbin",
        "b-traffic/kubectl-get-pod-sleep.yaml, b-traffic/kubectl-describe-pod-sleep",
        "b-traffic/kubectl-get-deploy.yaml, b-traffic/kubectl-describe-deploy-httpbin",
        "b-traffic/kubectl-get-rs.yaml, b-traffic/kubectl-describe-rs",
        "b-traffic/kubectl-get-svc.yaml, b-traffic/kubectl-describe-svc-httpbin",
        "b-traffic/kubectl-get-sa.yaml, b-traffic/kubectl-describe-sa",
        "b-traffic/kubectl-get-endpointslices.yaml, b-traffic/kubectl-describe-endpointslices",
        "a-default/kubectl-get-mwc.yaml, a-default/kubectl-describe-mwc",
    })
    void describesAsRecorded(String objects, String description) throws Exception {
        String expected = recorded(description);
        String name = expected.lines().findFirst().orElse("").replaceFirst("Name: +", "");
        JsonNode object = items(objects).stream()
                .filter(item -> item.path("metadata").path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
        String actual = Describers.describe(object, new RecordedApi(), NOW, true);
        assertEquals(untilEvents(expected), untilEvents(actual));
    }

    @Test
    void describesTheNodeWithoutItsPods() throws Exception {
        JsonNode node = items("b-traffic/kubectl-get-node.yaml").get(0);
        String actual = Describers.describe(node, new RecordedApi(), NOW, true);
        String expected = recorded("b-traffic/kubectl-describe-node");
        Function<String, String> comparable = text -> text.substring(0, text.indexOf("  Namespace "))
                .replaceAll("\\d\\d:\\d\\d:\\d\\d", "T")
                .replaceAll("(?s)Lease:.*?Conditions", "Conditions")
                .replaceAll("\\(\\d+ in total\\)", "(N in total)");
        assertEquals(comparable.apply(expected), comparable.apply(actual));
    }

    @Test
    void printsEventsByTheTimeTheyWereLastSeen() throws Exception {
        ArrayNode events = (ArrayNode) new ObjectMapper().readTree("""
            [{"type":"Warning","reason":"BackOff","message":"late\\n","count":3,
              "firstTimestamp":"2026-11-23T01:30:00Z","lastTimestamp":"2026-11-23T01:35:20Z",
              "source":{"component":"kubelet"}},
             {"type":"Normal","reason":"Scheduled","message":"early","count":1,
              "firstTimestamp":"2026-11-23T01:35:00Z","lastTimestamp":"2026-11-23T01:35:00Z",
              "reportingComponent":"default-scheduler"}]\
            """);
        List<JsonNode> list = new ArrayList<>();
        events.forEach(list::add);
        Page page = new Page();
        Events.print(list, new Source(new RecordedApi(), NOW, true), page);
        assertEquals("""
            Events:
              Type     Reason     Age                 From               Message
              ----     ------     ----                ----               -------
              Normal   Scheduled  27s                 default-scheduler  early
              Warning  BackOff    7s (x3 over 5m27s)  kubelet            late
            """, page.toString());
    }

    @Test
    void spreadsFieldNamesIntoWords() {
        assertEquals("Creation Timestamp", GenericDescriber.label("creationTimestamp"));
        assertEquals("UID", GenericDescriber.label("uid"));
        assertEquals("API Version", GenericDescriber.label("apiVersion"));
        assertEquals("Pod IP", GenericDescriber.label("podIP"));
        assertEquals("istio.io/rev", GenericDescriber.label("istio.io/rev"));
    }

    private static String untilEvents(String text) {
        int events = text.indexOf("\nEvents:");
        return events < 0 ? text : text.substring(0, events);
    }

    private static String recorded(String file) {
        return Recordings.output(file);
    }

    private static List<JsonNode> items(String file) throws Exception {
        JsonNode tree = Yaml.parse(recorded(file)).get(0);
        List<JsonNode> items = new ArrayList<>();
        if (tree.has("items")) {
            tree.path("items").forEach(items::add);
        } else {
            items.add(tree);
        }
        return items;
    }

    /** Answers lists from the recorded files. */
    private static final class RecordedApi implements Api {
        @Override
        public Response send(Request request) {
            String[] path = request.path().split("/");
            String file = switch (path[path.length - 1]) {
                case "replicasets" -> "b-traffic/kubectl-get-rs.yaml";
                case "endpointslices" -> "b-traffic/kubectl-get-endpointslices.yaml";
                case "pods" -> "b-traffic/kubectl-get-pod-httpbin.yaml";
                case "events" -> "";
                default -> null;
            };
            if (file == null) {
                return Status.response(Status.noSuchResource());
            }
            ObjectNode list = JsonNodeFactory.instance.objectNode();
            ArrayNode items = list.putArray("items");
            try {
                String labels = request.parameter("labelSelector");
                LabelSelector selector = LabelSelector.parse(labels == null ? "" : labels);
                for (JsonNode item : file.isEmpty() ? List.<JsonNode>of() : items(file)) {
                    if (selector.matches(item.path("metadata").path("labels"))) {
                        items.add(item);
                    }
                }
            } catch (SelectorProblem e) {
                throw new IllegalStateException(e);
            } catch (Exception e) {
                throw new IllegalStateException("a recording cannot be read", e);
            }
            return Response.json(200, list);
        }

        @Override
        public Feed open(Request request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Response exec(Request request, Streams streams) {
            throw new UnsupportedOperationException();
        }
    }
}
