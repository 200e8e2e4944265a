package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the kubelet asks of the container runtime. The node implements it; pods are objects as the API server stores
 * them, containers are entries of their {@code initContainers} or {@code containers}.
 */
public interface ContainerRuntime {
    /** An image that is there, or the message of the failed pull. */
    record Image(
            @Nullable String id,
            long bytes,
            Duration pullTime,
            boolean onNode,
            @Nullable String problem) {}

    /** A line of a container's log, and when it is written after the start. */
    record LogLine(Duration after, boolean stderr, String text) {}

    /** How a container's process ends by itself. */
    record Exit(
            Duration after,
            int code,
            @Nullable String reason,
            @Nullable String message) {}

    /** What a started container will do unless somebody stops it; {@code exit} null means that it stays. */
    record Run(List<LogLine> log, @Nullable Exit exit) {
        public Run {
            log = List.copyOf(log);
        }
    }

    /** The outcome of a probe; the message is the kubelet's, such as {@code HTTP probe failed with statuscode: 503}. */
    record ProbeResult(boolean success, String message) {}

    Image image(String reference);

    /** Makes the pod's network namespace with this address. */
    void createSandbox(JsonNode pod, String podIp);

    /** The pod is gone: its network namespace, files and logs too. */
    void removeSandbox(JsonNode pod);

    /**
     * Starts a container.
     *
     * @param attempt 0 for the first start, counting restarts
     * @return what it will do, or a failure to start as an {@link Exit} with reason {@code StartError} after zero time
     */
    Run start(JsonNode pod, JsonNode container, String containerId, int attempt);

    /** The container was stopped (ended, killed or exited). */
    void stopped(JsonNode pod, String container, String containerId);

    /** Runs a probe of the container now. */
    ProbeResult probe(JsonNode pod, JsonNode container, JsonNode probe);

    /**
     * How a running container's process takes SIGTERM.
     *
     * @param after how long it takes to end; longer than the grace period means that it is killed
     */
    record Stop(Duration after, int code) {}

    /** What the container's process does when it is asked to stop; the kubelet waits no longer than the grace period. */
    default Stop stop(JsonNode pod, JsonNode container) {
        return new Stop(Duration.ZERO, 0);
    }
}
