package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the kubelet knows of one pod: its address, and its containers by name. */
final class PodRecord {
    private final ObjectNode data;
    private final Map<String, ContainerRecord> containers = new LinkedHashMap<>();

    private PodRecord(ObjectNode data) {
        this.data = data;
        data.withObject("/containers")
                .properties()
                .forEach(item -> containers.put(item.getKey(), new ContainerRecord((ObjectNode) item.getValue())));
    }

    static PodRecord of(JsonNode pod, Instant now) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("key", Meta.namespace(pod) + "/" + Meta.name(pod)).put("seenAt", now.toString());
        PodRecord record = new PodRecord(data);
        for (String list : new String[] {"initContainers", "containers"}) {
            pod.path("spec").path(list).forEach(container -> record.container(container));
        }
        return record;
    }

    static PodRecord load(JsonNode saved) {
        return new PodRecord(saved.deepCopy());
    }

    JsonNode save() {
        return data.deepCopy();
    }

    String key() {
        return data.path("key").asText();
    }

    ContainerRecord container(JsonNode container) {
        return container(container.path("name").asText());
    }

    ContainerRecord container(String name) {
        return containers.computeIfAbsent(name, missing -> {
            ContainerRecord record = ContainerRecord.fresh();
            data.withObject("/containers").set(missing, record.data());
            return record;
        });
    }

    Map<String, ContainerRecord> containers() {
        return containers;
    }

    Instant seenAt() {
        return Instant.parse(data.path("seenAt").asText());
    }

    String ip() {
        return data.path("ip").asText();
    }

    boolean hasSandbox() {
        return data.has("sandboxId");
    }

    String sandboxId() {
        return data.path("sandboxId").asText();
    }

    void sandbox(String id, String ip) {
        data.put("sandboxId", id).put("ip", ip);
    }

    /** The container that is being pulled or started; others wait for it. */
    String busy() {
        return data.path("busy").asText();
    }

    void busy(String container) {
        data.put("busy", container);
    }

    boolean flag(String name) {
        return data.path(name).asBoolean();
    }

    void mark(String name) {
        data.put(name, true);
    }

    int count(String name) {
        int next = data.path(name).asInt() + 1;
        data.put(name, next);
        return next;
    }

    /** When the pod's containers must have ended. */
    Instant stopBy() {
        return Instant.parse(data.path("stopBy").asText());
    }

    void stopBy(Instant time) {
        data.put("stopBy", time.toString());
    }

    /** Until the kubelet next looks at its containers. */
    Duration untilLook(Instant now) {
        return untilTick(seenAt().plus(Timings.FIRST_LOOK), Timings.LOOK, now);
    }

    /** Until the next of the times {@code first}, {@code first + period}, … */
    static Duration untilTick(Instant first, Duration period, Instant now) {
        if (first.isAfter(now)) {
            return Duration.between(now, first);
        }
        long passed = Duration.between(first, now).toMillis();
        return Duration.ofMillis(period.toMillis() - passed % period.toMillis());
    }
}
