package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/**
 * Writes Events, as client-go's recorder does: the same event again raises the count of the first, and old events
 * vanish after an hour.
 */
// models client-go tools/record events_cache.go@1.34 (EventAggregator, eventLogger)
final class EventRecorder implements SandboxState.Part {
    /** Who reports: a controller, or the kubelet of a node. */
    record Source(String component, String host) {
        static Source of(String component) {
            return new Source(component, "");
        }
    }

    private static final String REMOVAL = "event-removal";
    private static final int SIMILAR_EVENTS = 10;
    private static final Duration SIMILAR_FOR = Duration.ofMinutes(10);
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final SandboxState state;
    private final Objects objects;
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, Deque<String>> similar = new TreeMap<>();
    private long serial;

    EventRecorder(SandboxState state, Objects objects) {
        this.state = state;
        this.objects = objects;
        state.handle(REMOVAL, payload -> remove(payload.asText()));
        state.part("events", this);
    }

    void normal(Source source, Kind kind, JsonNode object, String reason, String message) {
        record(source, kind, object, "", "Normal", reason, message);
    }

    void warning(Source source, Kind kind, JsonNode object, String reason, String message) {
        record(source, kind, object, "", "Warning", reason, message);
    }

    /** @param fieldPath the part of the object that it is about, such as {@code spec.containers{sleep}}, or empty */
    void record(
            Source source, Kind kind, JsonNode object, String fieldPath, String type, String reason, String message) {
        String group = String.join(
                "|", source.component(), source.host(), kind.kind(), Meta.uid(object), fieldPath, type, reason);
        String text = isFlood(group, message) ? "(combined from similar events): " + message : message;
        String key = text.equals(message) ? group + "|" + message : group;
        String namespace = namespaceOf(object);
        String known = names.get(key);
        if (known != null && objects.find(Kind.EVENT, namespace, known) != null) {
            objects.modify(Kind.EVENT, namespace, known, event -> {
                event.put("count", event.path("count").asInt() + 1);
                event.put("lastTimestamp", objects.timestamp());
                event.put("message", text);
            });
            return;
        }
        ObjectNode event = start(kind, object, fieldPath, type, reason);
        event.put("message", text);
        ObjectNode from = event.putObject("source").put("component", source.component());
        if (!source.host().isEmpty()) {
            from.put("host", source.host());
        }
        event.put("firstTimestamp", objects.timestamp());
        event.put("lastTimestamp", objects.timestamp());
        event.put("count", 1);
        event.putNull("eventTime");
        event.put("reportingComponent", source.component());
        event.put("reportingInstance", source.host());
        create(namespace, key, event);
    }

    /** An event of the newer API, as the scheduler writes it; the same again becomes a series. */
    // models client-go tools/events event_broadcaster.go@1.34
    void scheduling(JsonNode pod, String type, String reason, String action, String message) {
        String key = String.join("|", "default-scheduler", Meta.uid(pod), type, reason, message);
        String namespace = namespaceOf(pod);
        String now = MICROSECONDS.format(state.now());
        String known = names.get(key);
        if (known != null && objects.find(Kind.EVENT, namespace, known) != null) {
            objects.modify(Kind.EVENT, namespace, known, event -> {
                ObjectNode series = event.withObject("/series");
                series.put("count", Math.max(series.path("count").asInt(), 1) + 1);
                series.put("lastObservedTime", now);
            });
            return;
        }
        ObjectNode event = start(Kind.POD, pod, "", type, reason);
        event.put("message", message);
        event.putObject("source");
        event.putNull("firstTimestamp");
        event.putNull("lastTimestamp");
        event.put("eventTime", now);
        event.put("action", action);
        event.put("reportingComponent", "default-scheduler");
        event.put("reportingInstance", "default-scheduler-lab-control-plane");
        create(namespace, key, event);
    }

    private ObjectNode start(Kind kind, JsonNode object, String fieldPath, String type, String reason) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        // client-go names an event by the nanoseconds of its time; the serial keeps two of one instant apart
        Instant now = state.now();
        long nanoseconds = now.getEpochSecond() * 1_000_000_000L + now.getNano() + serial++ % 1_000_000;
        event.putObject("metadata")
                .put("name", Meta.name(object) + "." + Long.toHexString(nanoseconds))
                .put("namespace", namespaceOf(object));
        ObjectNode involved = event.putObject("involvedObject");
        involved.put("kind", kind.kind());
        if (!Meta.namespace(object).isEmpty()) {
            involved.put("namespace", Meta.namespace(object));
        }
        involved.put("name", Meta.name(object));
        involved.put("uid", Meta.uid(object));
        involved.put("apiVersion", kind.apiVersion());
        if (!kind.equals(Kind.NODE)) {
            involved.put(
                    "resourceVersion",
                    object.path("metadata").path("resourceVersion").asText());
        }
        if (!fieldPath.isEmpty()) {
            involved.put("fieldPath", fieldPath);
        }
        return event.put("type", type).put("reason", reason);
    }

    private void create(String namespace, String key, ObjectNode event) {
        if (objects.create(Kind.EVENT, namespace, event).ok()) {
            names.put(key, Meta.name(event));
            state.schedule(Timings.EVENT_LIFETIME, REMOVAL, TextNode.valueOf(namespace + "/" + Meta.name(event)));
        }
    }

    private static String namespaceOf(JsonNode object) {
        return Meta.namespace(object).isEmpty() ? "default" : Meta.namespace(object);
    }

    private boolean isFlood(String group, String message) {
        Deque<String> texts = similar.computeIfAbsent(group, any -> new ArrayDeque<>());
        Instant oldest = state.now().minus(SIMILAR_FOR);
        texts.removeIf(text -> time(text).isBefore(oldest));
        texts.removeIf(text -> text.substring(text.indexOf(' ') + 1).equals(message));
        texts.add(state.now() + " " + message);
        return texts.size() >= SIMILAR_EVENTS;
    }

    private static Instant time(String entry) {
        return Instant.parse(entry.substring(0, entry.indexOf(' ')));
    }

    private void remove(String key) {
        ObjectNode event = objects.find(Kind.EVENT, key);
        if (event == null) {
            forget(key);
            return;
        }
        Instant gone = last(event).plus(Timings.EVENT_LIFETIME);
        if (gone.isAfter(state.now())) {
            state.schedule(Duration.between(state.now(), gone), REMOVAL, TextNode.valueOf(key));
        } else {
            forget(key);
            objects.delete(Kind.EVENT, event);
        }
    }

    private void forget(String key) {
        String name = key.substring(key.indexOf('/') + 1);
        names.values().removeIf(name::equals);
        Instant oldest = state.now().minus(SIMILAR_FOR);
        similar.values()
                .removeIf(texts -> texts.isEmpty() || time(texts.getLast()).isBefore(oldest));
    }

    private static Instant last(JsonNode event) {
        String series = event.path("series").path("lastObservedTime").asText();
        String time = !series.isEmpty()
                ? series
                : event.path("lastTimestamp").asText(event.path("eventTime").asText());
        return instant(time.equals("null") ? event.path("eventTime").asText() : time)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant instant(@Nullable String text) {
        return text == null || text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    }

    @Override
    public JsonNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode().put("serial", serial);
        ObjectNode known = saved.putObject("names");
        names.forEach(known::put);
        ObjectNode groups = saved.putObject("similar");
        similar.forEach((group, texts) -> texts.forEach(groups.putArray(group)::add));
        return saved;
    }

    @Override
    public void load(JsonNode saved) {
        serial = saved.path("serial").asLong();
        names.clear();
        saved.path("names")
                .properties()
                .forEach(item -> names.put(item.getKey(), item.getValue().asText()));
        similar.clear();
        saved.path("similar").properties().forEach(item -> {
            Deque<String> texts = new ArrayDeque<>();
            item.getValue().forEach(text -> texts.add(text.asText()));
            similar.put(item.getKey(), texts);
        });
    }
}
