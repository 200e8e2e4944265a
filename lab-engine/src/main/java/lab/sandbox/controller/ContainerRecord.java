package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What the kubelet knows of one container of a pod. */
final class ContainerRecord {
    /** Where the container is; an exited one may be started again. */
    enum State {
        WAITING,
        RUNNING,
        EXITED
    }

    private final ObjectNode data;

    ContainerRecord(ObjectNode data) {
        this.data = data;
    }

    static ContainerRecord fresh() {
        return new ContainerRecord(JsonNodeFactory.instance.objectNode().put("state", State.WAITING.name()));
    }

    ObjectNode data() {
        return data;
    }

    State state() {
        return State.valueOf(data.path("state").asText());
    }

    boolean isRunning() {
        return state() == State.RUNNING;
    }

    boolean hasExited() {
        return state() == State.EXITED;
    }

    String id() {
        return data.path("id").asText();
    }

    String imageId() {
        return data.path("imageId").asText();
    }

    int attempt() {
        return data.path("attempt").asInt();
    }

    int exitCode() {
        return data.path("terminated").path("exitCode").asInt();
    }

    JsonNode terminated() {
        return data.path("terminated");
    }

    JsonNode lastTerminated() {
        return data.path("lastTerminated");
    }

    Instant startedAt() {
        return Instant.parse(data.path("startedAt").asText());
    }

    Instant finishedAt() {
        return Instant.parse(data.path("finishedAt").asText());
    }

    void starting(String id, @Nullable String imageId, Instant now) {
        boolean before = data.has("terminated");
        if (before) {
            data.put("attempt", attempt() + 1);
            data.set("lastTerminated", data.remove("terminated"));
        }
        data.put("state", State.RUNNING.name()).put("id", id);
        data.put("imageId", imageId == null ? "" : imageId);
        data.put("startedAt", now.toString());
        data.remove("waiting");
        data.remove("probes");
        data.remove("noticed");
        data.remove("started");
        data.remove("ready");
        data.remove("killing");
    }

    void exited(int code, String reason, @Nullable String message, Instant now) {
        data.put("state", State.EXITED.name());
        data.put("finishedAt", now.toString());
        ObjectNode terminated = data.putObject("terminated");
        terminated.put("containerID", "containerd://" + id()).put("exitCode", code);
        terminated.put("finishedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
        terminated.put("reason", reason);
        terminated.put("startedAt", startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        if (message != null && !message.isEmpty()) {
            terminated.put("message", message);
        }
        data.remove("started");
        data.remove("ready");
    }

    /** Why the container does not run now, as the status shows it; an empty object while nothing is known. */
    JsonNode waiting() {
        return data.path("waiting");
    }

    void waits(String reason, String message) {
        data.putObject("waiting").put("reason", reason).put("message", message);
    }

    boolean flag(String name) {
        return data.path(name).asBoolean();
    }

    void flag(String name, boolean value) {
        data.put(name, value);
    }

    /**
     * The pause before the next attempt, counted from its cause, doubling; {@code kind} tells pulls from restarts.
     */
    // models client-go util/flowcontrol Backoff.Next@1.34
    void backOff(String kind, Instant now) {
        ObjectNode backOff = data.withObject("/backOff");
        JsonNode present = backOff.path(kind);
        Duration next = Timings.FIRST_BACK_OFF;
        if (present.isObject()) {
            Instant last = Instant.parse(present.path("since").asText());
            Duration before = Duration.ofSeconds(present.path("seconds").asLong());
            if (last.plus(Timings.BACK_OFF_RESET).isAfter(now)) {
                Duration doubled = before.multipliedBy(2);
                next = doubled.compareTo(Timings.LONGEST_BACK_OFF) > 0 ? Timings.LONGEST_BACK_OFF : doubled;
            }
        }
        backOff.putObject(kind).put("since", now.toString()).put("seconds", next.toSeconds());
    }

    long backOffSeconds(String kind) {
        return data.path("backOff").path(kind).path("seconds").asLong();
    }

    /** Until when the container waits after this event, or null when it need not. */
    @Nullable
    Instant backOffEnd(String kind, Instant cause, Instant now) {
        JsonNode present = data.path("backOff").path(kind);
        if (!present.isObject()) {
            return null;
        }
        Instant since = Instant.parse(present.path("since").asText());
        if (!since.plus(Timings.BACK_OFF_RESET).isAfter(cause)) {
            return null;
        }
        Instant end = cause.plusSeconds(present.path("seconds").asLong());
        return end.isAfter(now) ? end : null;
    }
}
