package lab.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.time.Instant;
import lab.conformance.Recordings;
import lab.kube.Request;
import lab.sandbox.state.SandboxState;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final String AGGREGATED =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";

    private final ApiServer api = new ApiServer(new SandboxState(1, Instant.EPOCH));

    private static JsonNode recorded(String path) throws IOException {
        JsonNode all = new ObjectMapper().readTree(Recordings.text("kubernetes-api.json"));
        JsonNode list = all.path("discovery").path(path);
        ArrayNode items = (ArrayNode) list.path("items");
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i).path("metadata").path("name").asText().endsWith("istio.io")) {
                items.remove(i);
            }
        }
        return list;
    }

    @Test
    void tellsOfTheCoreGroupWhatTheRealServerTells() throws IOException {
        assertEquals(
                recorded("api"),
                api.send(Request.get("/api").withHeader("accept", AGGREGATED)).body());
    }

    @Test
    void tellsOfAllOtherGroupsWhatTheRealServerTells() throws IOException {
        assertEquals(
                recorded("apis"),
                api.send(Request.get("/apis").withHeader("accept", AGGREGATED)).body());
    }
}
