package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;
import lab.kube.Feed;
import lab.kube.Status;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** A watch over the store's changes. Waiting runs the sandbox from event to event. */
final class WatchFeed implements Feed {
    /** Longer than anybody waits. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final SandboxState state;
    private final Store store;
    private final Selection selection;
    private final Function<JsonNode, JsonNode> form;
    private final Instant end;
    private final Queue<JsonNode> ready = new ArrayDeque<>();
    private long seen;
    private boolean ended;

    /**
     * @param seen the version after which changes are told
     * @param form how an object is shown in an event
     * @param end when the server ends the stream
     */
    WatchFeed(
            SandboxState state,
            Store store,
            Selection selection,
            long seen,
            Function<JsonNode, JsonNode> form,
            Instant end) {
        this.state = state;
        this.store = store;
        this.selection = selection;
        this.seen = seen;
        this.form = form;
        this.end = end;
    }

    /** Tells of all that is there now, as additions. */
    void addExisting() {
        for (JsonNode object : store.list(selection.resource().key(), selection.namespace())) {
            if (selection.matches(object)) {
                add(Change.Type.ADDED, object);
            }
        }
    }

    void addBookmark(boolean initialEventsEnd) {
        ObjectNode bookmark = JsonNodeFactory.instance.objectNode();
        bookmark.put("kind", selection.resource().kind())
                .put("apiVersion", selection.resource().apiVersion());
        ObjectNode metadata = bookmark.putObject("metadata").put("resourceVersion", Long.toString(store.version()));
        if (initialEventsEnd) {
            metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
        }
        ready.add(event("BOOKMARK", bookmark));
    }

    private void add(Change.Type type, JsonNode object) {
        ready.add(event(type.name(), form.apply(object)));
    }

    private static JsonNode event(String type, JsonNode object) {
        return JsonNodeFactory.instance.objectNode().put("type", type).set("object", object);
    }

    private void collect() {
        if (seen < store.oldest()) {
            ObjectNode status = Status.gone("too old resource version: " + seen + " (" + (store.oldest() + 1) + ")");
            ready.add(event("ERROR", status));
            ended = true;
            return;
        }
        for (Store.Entry entry : store.after(seen)) {
            seen = entry.version();
            if (entry.resource().equals(selection.resource().key())) {
                collect(entry.change());
            }
        }
    }

    // An object that comes under the selection is added, one that leaves it is deleted.
    private void collect(Change change) {
        JsonNode before = change.before();
        boolean was = before != null && selection.matches(before);
        boolean is = change.type() != Change.Type.DELETED && selection.matches(change.object());
        if (is) {
            add(was ? Change.Type.MODIFIED : Change.Type.ADDED, change.object());
        } else if (was) {
            add(Change.Type.DELETED, change.object());
        }
    }

    @Override
    public @Nullable JsonNode next(Duration atMost) {
        Instant since = state.now();
        Instant deadline = state.now().plus(atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost);
        while (true) {
            if (ready.isEmpty() && !ended) {
                collect();
            }
            JsonNode event = ready.poll();
            if (event != null) {
                return event;
            }
            if (!state.now().isBefore(end)) {
                ended = true;
            }
            if (ended || !state.now().isBefore(deadline)) {
                return null;
            }
            Instant limit = end.isBefore(deadline) ? end : deadline;
            state.await(since, limit);
        }
    }

    @Override
    public boolean ended() {
        return ended && ready.isEmpty();
    }

    @Override
    public void close() {
        ended = true;
        ready.clear();
    }
}
