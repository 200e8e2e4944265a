package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Runs containers' probes and counts their results. */
// models pkg/kubelet/prober/worker.go@1.34
final class Probes {
    private static final String HANDLER = "kubelet-probe";

    /** The kinds of probe, by the names of their fields. */
    enum Type {
        STARTUP("startupProbe", "Startup"),
        READINESS("readinessProbe", "Readiness"),
        LIVENESS("livenessProbe", "Liveness");

        private final String field;
        private final String title;

        Type(String field, String title) {
            this.field = field;
            this.title = title;
        }
    }

    /** What the kubelet does about results. */
    interface Listener {
        @Nullable
        PodRecord record(String uid);

        void unhealthy(JsonNode pod, JsonNode container, String message);

        /** The container is started or its readiness changed. */
        void changed(JsonNode pod);

        void restart(JsonNode pod, JsonNode container, String probe);
    }

    private final SandboxState state;
    private final Objects objects;
    private final ContainerRuntime runtime;
    private final Listener listener;

    Probes(SandboxState state, Objects objects, ContainerRuntime runtime, Listener listener) {
        this.state = state;
        this.objects = objects;
        this.runtime = runtime;
        this.listener = listener;
        state.handle(HANDLER, this::run);
    }

    static boolean hasStarted(JsonNode container, ContainerRecord known) {
        return !container.has(Type.STARTUP.field) || known.flag("started");
    }

    static boolean isReady(JsonNode container, ContainerRecord known) {
        return !container.has(Type.READINESS.field) || known.flag("ready");
    }

    /** The kubelet has noticed that the container runs: its probes begin. */
    void begin(JsonNode pod, JsonNode container, PodRecord record) {
        ContainerRecord known = record.container(container);
        for (Type type : Type.values()) {
            if (container.has(type.field)) {
                schedule(pod, container, record, type, type == Type.READINESS && hasStarted(container, known));
            }
        }
    }

    private void schedule(JsonNode pod, JsonNode container, PodRecord record, Type type, boolean atOnce) {
        JsonNode probe = container.path(type.field);
        ContainerRecord known = record.container(container);
        Instant earliest =
                known.startedAt().plusSeconds(probe.path("initialDelaySeconds").asLong());
        Duration period =
                Duration.ofSeconds(Math.max(1, probe.path("periodSeconds").asLong(10)));
        Instant from = earliest.isAfter(state.now()) ? earliest : state.now();
        Duration delay = Duration.between(state.now(), from);
        if (!atOnce || !delay.isZero()) {
            delay = delay.plus(PodRecord.untilTick(record.seenAt(), period, from));
        }
        state.schedule(delay, HANDLER, payload(pod, container, known, type));
    }

    private static ObjectNode payload(JsonNode pod, JsonNode container, ContainerRecord known, Type type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("uid", Meta.uid(pod))
                .put("container", container.path("name").asText())
                .put("id", known.id())
                .put("type", type.name());
    }

    private void run(JsonNode payload) {
        PodRecord record = listener.record(payload.path("uid").asText());
        JsonNode pod = record == null ? null : objects.find(Kind.POD, record.key());
        JsonNode container = pod == null
                ? null
                : Containers.find(pod, payload.path("container").asText());
        if (record == null || pod == null || container == null) {
            return;
        }
        ContainerRecord known = record.container(container);
        Type type = Type.valueOf(payload.path("type").asText());
        boolean gone =
                !known.isRunning() || !known.id().equals(payload.path("id").asText()) || known.flag("killing");
        boolean stopping = Meta.isDeleted(pod) && type != Type.READINESS;
        if (gone || stopping || (type == Type.STARTUP && known.flag("started"))) {
            return;
        }
        if (type == Type.STARTUP || hasStarted(container, known)) {
            probe(pod, container, record, type);
        }
        boolean finished = type == Type.STARTUP && known.flag("started");
        if (!finished && !known.flag("killing") && !payload.path("once").asBoolean()) {
            schedule(pod, container, record, type, false);
        }
    }

    private void probe(JsonNode pod, JsonNode container, PodRecord record, Type type) {
        ContainerRecord known = record.container(container);
        JsonNode probe = container.path(type.field);
        ContainerRuntime.ProbeResult result = runtime.probe(pod, container, probe);
        if (!result.success()) {
            listener.unhealthy(pod, container, type.title + " probe failed: " + result.message());
        }
        ObjectNode counter = known.data().withObject("/probes/" + type.name());
        boolean same = counter.has("success") && counter.path("success").asBoolean() == result.success();
        int count = same ? counter.path("count").asInt() + 1 : 1;
        counter.put("success", result.success()).put("count", count);
        int threshold = result.success()
                ? probe.path("successThreshold").asInt(1)
                : probe.path("failureThreshold").asInt(3);
        if (count < threshold) {
            return;
        }
        if (type == Type.READINESS) {
            if (known.flag("ready") != result.success()) {
                known.flag("ready", result.success());
                listener.changed(pod);
            }
        } else if (!result.success()) {
            known.flag("killing", true);
            listener.restart(pod, container, type.title.toLowerCase(Locale.ROOT));
        } else if (type == Type.STARTUP) {
            known.flag("started", true);
            listener.changed(pod);
            if (container.has(Type.READINESS.field)) {
                state.schedule(
                        Timings.PROBE_ANSWER.multipliedBy(2),
                        HANDLER,
                        payload(pod, container, known, Type.READINESS).put("once", true));
            }
        }
    }
}
