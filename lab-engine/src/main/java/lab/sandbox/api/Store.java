package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/**
 * All objects, by resource and key, and the recent changes. A stored object is never changed in place: a change
 * replaces it. One counter numbers all changes; it is every object's {@code resourceVersion}.
 */
final class Store implements SandboxState.Part {
    /** A change as the history keeps it. */
    record Entry(long version, String resource, Change change) {}

    /** Enough for watches that are opened right after a list. */
    private static final int HISTORY = 4096;

    /** An installed real cluster is past its first versions; recordings begin around this one. */
    private static final long FIRST_VERSION = 1;

    private final Map<String, NavigableMap<String, ObjectNode>> objects = new TreeMap<>();
    private final Map<String, List<Consumer<Change>>> listeners = new HashMap<>();
    private final Queue<Entry> undelivered = new ArrayDeque<>();
    private final List<Entry> history = new ArrayList<>();
    private long trimmed = FIRST_VERSION;
    private long version = FIRST_VERSION;
    private boolean delivering;
    private Runnable loaded = () -> {};

    /** What to do when saved state came back. */
    void afterLoad(Runnable action) {
        this.loaded = action;
    }

    long version() {
        return version;
    }

    void subscribe(String resource, Consumer<Change> listener) {
        listeners.computeIfAbsent(resource, any -> new ArrayList<>()).add(listener);
    }

    @Nullable
    ObjectNode find(String resource, String namespace, String name) {
        NavigableMap<String, ObjectNode> found = objects.get(resource);
        return found == null ? null : found.get(namespace.isEmpty() ? name : namespace + "/" + name);
    }

    Collection<ObjectNode> list(String resource, String namespace) {
        NavigableMap<String, ObjectNode> found = objects.get(resource);
        if (found == null) {
            return List.of();
        }
        return namespace.isEmpty()
                ? found.values()
                : found.subMap(namespace + "/", namespace + "0").values();
    }

    /** Adds or replaces an object; it gets the next resource version. */
    void put(String resource, ObjectNode object) {
        stamp(object);
        ObjectNode before =
                objects.computeIfAbsent(resource, any -> new TreeMap<>()).put(ApiServer.key(object), object);
        Change.Type type = before == null ? Change.Type.ADDED : Change.Type.MODIFIED;
        deliver(new Entry(version, resource, new Change(type, object, before)));
    }

    /** Removes an object; the given last state gets the next resource version. */
    void remove(String resource, ObjectNode last) {
        NavigableMap<String, ObjectNode> found = objects.get(resource);
        ObjectNode before = found == null ? null : found.remove(ApiServer.key(last));
        if (before != null) {
            ObjectNode gone = last.deepCopy();
            stamp(gone);
            deliver(new Entry(version, resource, new Change(Change.Type.DELETED, gone, before)));
        }
    }

    private void stamp(ObjectNode object) {
        version++;
        ((ObjectNode) object.path("metadata")).put("resourceVersion", Long.toString(version));
    }

    // Listeners may change objects; the changes are told in the order in which they were made.
    private void deliver(Entry entry) {
        history.add(entry);
        if (history.size() > 2 * HISTORY) {
            List<Entry> old = history.subList(0, HISTORY);
            trimmed = old.get(HISTORY - 1).version();
            old.clear();
        }
        undelivered.add(entry);
        if (delivering) {
            return;
        }
        delivering = true;
        try {
            for (Entry next = undelivered.poll(); next != null; next = undelivered.poll()) {
                for (Consumer<Change> listener : List.copyOf(listeners.getOrDefault(next.resource(), List.of()))) {
                    listener.accept(next.change());
                }
            }
        } finally {
            delivering = false;
        }
    }

    /** The oldest version from which {@link #after} knows all changes. */
    long oldest() {
        return trimmed;
    }

    /** The changes after a version, oldest first. */
    List<Entry> after(long from) {
        int low = 0;
        int high = history.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (history.get(middle).version() <= from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return history.subList(low, history.size());
    }

    /** The keys of what changed after a version, by resource; null if that is too long ago. */
    @Nullable
    Map<String, Set<String>> changedSince(long from) {
        if (from < trimmed) {
            return null;
        }
        Map<String, Set<String>> changed = new TreeMap<>();
        for (Entry entry : after(from)) {
            changed.computeIfAbsent(entry.resource(), any -> new TreeSet<>())
                    .add(ApiServer.key(entry.change().object()));
        }
        return changed;
    }

    @Override
    public JsonNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("version", version);
        ObjectNode lists = saved.putObject("objects");
        objects.forEach((resource, byKey) -> {
            if (!byKey.isEmpty()) {
                ArrayNode list = lists.putArray(resource);
                byKey.values().forEach(list::add);
            }
        });
        return saved;
    }

    @Override
    public void load(JsonNode saved) {
        objects.clear();
        undelivered.clear();
        history.clear();
        version = saved.path("version").asLong();
        trimmed = version;
        for (Map.Entry<String, JsonNode> list : saved.path("objects").properties()) {
            NavigableMap<String, ObjectNode> byKey = new TreeMap<>();
            list.getValue().forEach(object -> byKey.put(ApiServer.key(object), (ObjectNode) object));
            objects.put(list.getKey(), byKey);
        }
        loaded.run();
    }
}
