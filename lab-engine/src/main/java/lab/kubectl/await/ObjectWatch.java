package lab.kubectl.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.ResourceType;
import org.jspecify.annotations.Nullable;

/** The life of one object: what is there now as ADDED, then every change, until a deadline. */
// models k8s.io/client-go tools/watch/until.go UntilWithSync@1.34
public final class ObjectWatch implements AutoCloseable {
    private final Call call;
    private final Instant deadline;
    private final Deque<JsonNode> first = new ArrayDeque<>();
    private final Feed feed;

    /** Lists the collection, then watches it. */
    private ObjectWatch(Call call, Request list, Instant deadline) {
        this.call = call;
        this.deadline = deadline;
        JsonNode answer = call.client().send(list);
        for (JsonNode item : answer.path("items")) {
            first.add(JsonNodeFactory.instance.objectNode().put("type", "ADDED").set("object", item));
        }
        feed = call.client()
                .open(list.with("watch", "true")
                        .with("allowWatchBookmarks", "true")
                        .with(
                                "resourceVersion",
                                answer.path("metadata").path("resourceVersion").asText("")));
    }

    /** Watches the object of this name. */
    public static ObjectWatch of(Call call, ResourceType type, String namespace, String name, Instant deadline) {
        Request list = Request.get(type.path(namespace)).with("fieldSelector", "metadata.name=" + name);
        return new ObjectWatch(call, list, deadline);
    }

    /** Watches all objects that a request lists. */
    public static ObjectWatch of(Call call, Request list, Instant deadline) {
        return new ObjectWatch(call, list, deadline);
    }

    /** True if nothing was there when the watch began. */
    public boolean startsEmpty() {
        return first.isEmpty();
    }

    /**
     * The next event with {@code type} and {@code object}; bookmarks and errors are left out.
     *
     * @return null when the deadline has passed or the server ended the watch
     */
    public @Nullable JsonNode next() {
        JsonNode known = first.poll();
        while (known == null) {
            Duration left = Duration.between(call.environment().time().now(), deadline);
            if (left.isNegative() || left.isZero() || feed.ended()) {
                return null;
            }
            JsonNode event = feed.next(left);
            if (event == null) {
                return null;
            }
            String type = event.path("type").asText();
            known = type.equals("BOOKMARK") || type.equals("ERROR") ? null : event;
        }
        return known;
    }

    @Override
    public void close() {
        feed.close();
    }
}
