package lab.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Owns the sandbox's clock, event queue, randomness and ids, and knows every part that keeps state, so that all of it
 * can be saved and loaded as one JSON object. Nothing here is safe for two threads at once: the sandbox runs on one.
 */
public final class SandboxState {
    /** A part of the sandbox that keeps state of its own. */
    public interface Part {
        JsonNode save();

        void load(JsonNode saved);
    }

    /** What happens when an event falls due. Its payload is data, so that a queue can be saved. */
    @FunctionalInterface
    public interface Handler {
        void run(JsonNode payload);
    }

    /** Called each time before the clock moves on for a command that waits. */
    @FunctionalInterface
    public interface Patience {
        /**
         * @param since when the command began to wait for what has not come yet
         * @param now the sandbox's time
         * @param next when the next thing happens, or the wait ends
         * @throws lab.shell.Interrupted when the learner pressed Ctrl-C
         */
        void before(Instant since, Instant now, Instant next);
    }

    private record Event(Instant due, long number, String handler, JsonNode payload) {}

    private static final String NAME_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final Comparator<Event> ORDER =
            Comparator.comparing(Event::due).thenComparing(Event::number);

    private final TreeSet<Event> queue = new TreeSet<>(ORDER);
    private final Map<Long, Event> pending = new HashMap<>();
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private Instant now;
    private long random;
    private long nextEvent = 1;
    private Patience patience = (since, now, next) -> {};
    private int running;

    public SandboxState(long seed, Instant start) {
        this.random = seed;
        this.now = start;
    }

    public Instant now() {
        return now;
    }

    /** Names the code that runs for events of this name; done once while the sandbox is wired. */
    public void handle(String name, Handler handler) {
        if (handlers.putIfAbsent(name, handler) != null) {
            throw new IllegalStateException("two handlers named " + name);
        }
    }

    /** Registers a part; done once while the sandbox is wired. */
    public void part(String name, Part part) {
        if (parts.putIfAbsent(name, part) != null) {
            throw new IllegalStateException("two parts named " + name);
        }
    }

    /** @return the number of the event, for {@link #cancel} */
    public long schedule(Duration delay, String handler, JsonNode payload) {
        Event event = new Event(now.plus(delay), nextEvent++, handler, payload);
        queue.add(event);
        pending.put(event.number(), event);
        return event.number();
    }

    public void cancel(long number) {
        Event event = pending.remove(number);
        if (event != null) {
            queue.remove(event);
        }
    }

    /** When the next event falls due, or null when nothing is waiting. */
    public @Nullable Instant nextDue() {
        return queue.isEmpty() ? null : queue.first().due();
    }

    /** Moves the clock to the next event that is due at or before {@code limit} and runs it; false if there is none. */
    public boolean step(Instant limit) {
        if (queue.isEmpty() || queue.first().due().isAfter(limit)) {
            return false;
        }
        Event event = queue.pollFirst();
        pending.remove(event.number());
        if (event.due().isAfter(now)) {
            now = event.due();
        }
        Handler handler = handlers.get(event.handler());
        if (handler == null) {
            throw new IllegalStateException("no handler named " + event.handler());
        }
        running++;
        try {
            handler.run(event.payload());
        } finally {
            running--;
        }
        return true;
    }

    /** How commands wait; done once while the sandbox is wired. */
    public void patience(Patience newPatience) {
        patience = newPatience;
    }

    /**
     * Moves the clock on for a command that waits: to the next event, which then runs, or to {@code limit}.
     *
     * @param since when the command began to wait
     * @return false when the limit is reached
     */
    public boolean await(Instant since, Instant limit) {
        Instant due = nextDue();
        patience.before(since, now, due != null && due.isBefore(limit) ? due : limit);
        if (step(limit)) {
            return true;
        }
        if (limit.isAfter(now)) {
            now = limit;
        }
        return false;
    }

    /** Whether an event's handler runs now: then the clock must not be moved. */
    public boolean inEvent() {
        return running > 0;
    }

    /** Lets this much time pass, with all that falls due in it. */
    public void advance(Duration duration) {
        Instant end = now.plus(duration);
        while (step(end)) {}
        if (end.isAfter(now)) {
            now = end;
        }
    }

    /** The next of a fixed sequence of pseudo-random numbers (SplitMix64). */
    public long nextLong() {
        random += 0x9E3779B97F4A7C15L;
        long z = random;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public int nextInt(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    /** Letters as in generated names of pods (k8s.io/apimachinery/pkg/util/rand). */
    public String suffix(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(NAME_LETTERS.charAt(nextInt(NAME_LETTERS.length())));
        }
        return text.toString();
    }

    /** That many hexadecimal digits. */
    public String hex(int digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            text.append(Character.forDigit(nextInt(16), 16));
        }
        return text.toString();
    }

    /** A version 4 UUID. */
    public String uid() {
        return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-" + "89ab".charAt(nextInt(4)) + hex(3) + "-" + hex(12);
    }

    public JsonNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("now", now.toString());
        saved.put("random", random);
        saved.put("nextEvent", nextEvent);
        ArrayNode events = saved.putArray("events");
        for (Event event : queue) {
            events.addObject()
                    .put("due", event.due().toString())
                    .put("number", event.number())
                    .put("handler", event.handler())
                    .set("payload", event.payload());
        }
        ObjectNode savedParts = saved.putObject("parts");
        parts.forEach((name, part) -> savedParts.set(name, part.save()));
        return saved;
    }

    /** Takes over what {@link #save} gave; every part must be registered before. */
    public void load(JsonNode saved) {
        now = Instant.parse(saved.path("now").asText());
        random = saved.path("random").asLong();
        nextEvent = saved.path("nextEvent").asLong();
        queue.clear();
        pending.clear();
        for (JsonNode item : saved.path("events")) {
            Event event = new Event(
                    Instant.parse(item.path("due").asText()),
                    item.path("number").asLong(),
                    item.path("handler").asText(),
                    item.path("payload"));
            queue.add(event);
            pending.put(event.number(), event);
        }
        parts.forEach((name, part) -> {
            JsonNode savedPart = saved.path("parts").path(name);
            if (!savedPart.isMissingNode()) {
                part.load(savedPart);
            }
        });
    }
}
