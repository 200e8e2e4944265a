package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import lab.sandbox.state.SandboxState;

/**
 * A controller's queue of keys to reconcile, over sandbox time: a key waits once, at the earliest time asked for, and
 * comes back later and later while its reconciliation fails.
 */
final class WorkQueue implements SandboxState.Part {
    /** Brings one object towards what is wanted; false means that it must be tried again. */
    @FunctionalInterface
    interface Reconciler {
        boolean reconcile(String key);
    }

    private record Waiting(long number, Instant due) {}

    // models client-go util/workqueue DefaultTypedControllerRateLimiter: 5 ms, doubling, at most 1,000 s
    private static final Duration FIRST_RETRY = Duration.ofMillis(5);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(1000);

    private final SandboxState state;
    private final String name;
    private final Duration reaction;
    private final Reconciler reconciler;
    private final Map<String, Waiting> waiting = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();

    WorkQueue(SandboxState state, String name, Duration reaction, Reconciler reconciler) {
        this.state = state;
        this.name = name;
        this.reaction = reaction;
        this.reconciler = reconciler;
        state.handle(name, payload -> run(payload.asText()));
        state.part(name + "-queue", this);
    }

    void add(String key) {
        addAfter(key, reaction);
    }

    void addAfter(String key, Duration delay) {
        Instant due = state.now().plus(delay);
        Waiting present = waiting.get(key);
        if (present != null) {
            if (!due.isBefore(present.due())) {
                return;
            }
            state.cancel(present.number());
        }
        waiting.put(key, new Waiting(state.schedule(delay, name, TextNode.valueOf(key)), due));
    }

    private void run(String key) {
        waiting.remove(key);
        if (reconciler.reconcile(key)) {
            failures.remove(key);
            return;
        }
        int count = failures.merge(key, 1, Integer::sum);
        Duration delay = FIRST_RETRY.multipliedBy(1L << Math.min(count - 1, 20));
        addAfter(key, delay.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : delay);
    }

    @Override
    public JsonNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        ObjectNode keys = saved.putObject("waiting");
        waiting.forEach((key, item) -> keys.putObject(key)
                .put("number", item.number())
                .put("due", item.due().toString()));
        ObjectNode counts = saved.putObject("failures");
        failures.forEach(counts::put);
        return saved;
    }

    @Override
    public void load(JsonNode saved) {
        waiting.clear();
        saved.path("waiting")
                .properties()
                .forEach(item -> waiting.put(
                        item.getKey(),
                        new Waiting(
                                item.getValue().path("number").asLong(),
                                Instant.parse(item.getValue().path("due").asText()))));
        failures.clear();
        saved.path("failures")
                .properties()
                .forEach(item -> failures.put(item.getKey(), item.getValue().asInt()));
    }
}
