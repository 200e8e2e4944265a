package lab.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.sandbox.state.SandboxState;
import org.junit.jupiter.api.Test;

class ApiServerTest {
    private static final String MAPS = "/api/v1/namespaces/default/configmaps";

    private final SandboxState state = new SandboxState(1, Instant.parse("2026-11-23T02:00:00Z"));
    private final ApiServer api = new ApiServer(state);

    ApiServerTest() {
        api.send(Request.post("/api/v1/namespaces", object("v1", "Namespace", "default")));
    }

    private static ObjectNode object(String apiVersion, String kind, String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", apiVersion)
                .put("kind", kind)
                .putObject("metadata")
                .put("name", name);
        return object;
    }

    private static ObjectNode map(String name, String value) {
        ObjectNode map = object("v1", "ConfigMap", name);
        map.putObject("data").put("key", value);
        return map;
    }

    @Test
    void createsReadsListsAndDeletes() {
        Response created = api.send(Request.post(MAPS, map("a", "1")));
        assertEquals(201, created.code());
        assertEquals(
                "2026-11-23T02:00:00Z",
                created.body().at("/metadata/creationTimestamp").asText());
        assertEquals(36, created.body().at("/metadata/uid").asText().length());
        assertEquals("default", created.body().at("/metadata/namespace").asText());
        assertEquals(
                "1", api.send(Request.get(MAPS + "/a")).body().at("/data/key").asText());
        JsonNode list = api.send(Request.get(MAPS)).body();
        assertEquals("ConfigMapList", list.path("kind").asText());
        assertEquals(1, list.path("items").size());
        assertNotNull(api.find("configmaps", "default", "a"));
        Response deleted = api.send(Request.delete(MAPS + "/a"));
        assertEquals("Success", deleted.body().path("status").asText());
        assertNull(api.find("configmaps", "default", "a"));
        Response gone = api.send(Request.get(MAPS + "/a"));
        assertEquals(404, gone.code());
        assertEquals("configmaps \"a\" not found", gone.body().path("message").asText());
    }

    @Test
    void refusesASecondObjectOfTheSameName() {
        api.send(Request.post(MAPS, map("a", "1")));
        Response again = api.send(Request.post(MAPS, map("a", "1")));
        assertEquals(409, again.code());
        assertEquals(
                "configmaps \"a\" already exists", again.body().path("message").asText());
    }

    @Test
    void refusesAnUpdateOfAnOldVersion() {
        ObjectNode old =
                (ObjectNode) api.send(Request.post(MAPS, map("a", "1"))).body();
        ObjectNode first = old.deepCopy();
        ((ObjectNode) first.path("data")).put("key", "2");
        assertEquals(200, api.send(Request.put(MAPS + "/a", first)).code());
        Response late = api.send(Request.put(MAPS + "/a", old));
        assertEquals(409, late.code());
        assertEquals(
                "Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply your"
                        + " changes to the latest version and try again",
                late.body().path("message").asText());
    }

    @Test
    void tellsSubscribersAndWatchersOfEachChange() {
        List<String> told = new ArrayList<>();
        api.subscribe("configmaps", change -> told.add(change.type() + " " + ApiServer.key(change.object())));
        Feed feed = api.open(Request.get(MAPS).with("watch", "true").with("resourceVersion", "0"));
        api.send(Request.post(MAPS, map("a", "1")));
        api.send(Request.patch(MAPS + "/a", "application/merge-patch+json", map("a", "2")));
        api.send(Request.delete(MAPS + "/a"));
        assertEquals(List.of("ADDED default/a", "MODIFIED default/a", "DELETED default/a"), told);
        assertEquals("ADDED", nextType(feed));
        assertEquals("MODIFIED", nextType(feed));
        assertEquals("DELETED", nextType(feed));
        assertNull(feed.next(Duration.ofSeconds(1)));
        assertFalse(feed.ended());
        assertEquals(Instant.parse("2026-11-23T02:00:01Z"), state.now());
    }

    private static String nextType(Feed feed) {
        JsonNode event = feed.next(Duration.ofSeconds(1));
        return event == null ? "nothing" : event.path("type").asText();
    }

    @Test
    void anObjectThatLeavesTheSelectorIsDeletedForTheWatcher() {
        Feed feed = api.open(Request.get(MAPS).with("watch", "true").with("labelSelector", "app=x"));
        ObjectNode map = map("a", "1");
        ((ObjectNode) map.path("metadata")).putObject("labels").put("app", "x");
        api.send(Request.post(MAPS, map));
        ((ObjectNode) map.path("metadata")).putObject("labels").put("app", "y");
        api.send(Request.put(MAPS + "/a", map));
        assertEquals("ADDED", nextType(feed));
        assertEquals("DELETED", nextType(feed));
    }

    @Test
    void savedStateComesBack() {
        api.send(Request.post(MAPS, map("a", "1")));
        JsonNode saved = state.save();
        SandboxState other = new SandboxState(2, Instant.EPOCH);
        ApiServer copy = new ApiServer(other);
        other.load(saved);
        assertEquals(
                api.send(Request.get(MAPS)).body(), copy.send(Request.get(MAPS)).body());
    }
}
