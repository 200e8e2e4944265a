package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A node whose images are there, whose init containers end at once and whose other containers stay. */
final class FakeRuntime implements ContainerRuntime {
    final Set<String> failingProbes = new HashSet<>();
    final Map<String, Exit> exits = new HashMap<>();
    final Map<String, Duration> stops = new HashMap<>();

    @Override
    public Image image(String reference) {
        if (reference.contains("nosuch")) {
            return new Image(null, 0, Duration.ofMillis(60), false, "not found");
        }
        return new Image("sha256:6d88e9d0", 8766324, Duration.ofSeconds(1), !reference.contains("remote"), null);
    }

    @Override
    public void createSandbox(JsonNode pod, String podIp) {}

    @Override
    public void removeSandbox(JsonNode pod) {}

    @Override
    public Run start(JsonNode pod, JsonNode container, String containerId, int attempt) {
        String name = container.path("name").asText();
        Exit exit = exits.get(name);
        boolean init = Containers.isInit(pod, container) && !PodResources.isSidecar(container);
        return new Run(List.of(), exit == null && init ? new Exit(Duration.ofMillis(100), 0, null, null) : exit);
    }

    @Override
    public void stopped(JsonNode pod, String container, String containerId) {}

    @Override
    public Stop stop(JsonNode pod, JsonNode container) {
        return new Stop(stops.getOrDefault(container.path("name").asText(), Duration.ofMillis(50)), 0);
    }

    @Override
    public ProbeResult probe(JsonNode pod, JsonNode container, JsonNode probe) {
        boolean fails = failingProbes.contains(container.path("name").asText());
        return new ProbeResult(!fails, fails ? "HTTP probe failed with statuscode: 503" : "ok");
    }
}
