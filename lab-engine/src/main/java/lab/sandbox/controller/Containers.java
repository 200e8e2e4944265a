package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The containers of a pod's spec. */
final class Containers {
    private Containers() {}

    static @Nullable JsonNode find(JsonNode pod, String name) {
        for (JsonNode container : all(pod)) {
            if (container.path("name").asText().equals(name)) {
                return container;
            }
        }
        return null;
    }

    /** Init containers first. */
    static List<JsonNode> all(JsonNode pod) {
        List<JsonNode> all = new ArrayList<>();
        pod.path("spec").path("initContainers").forEach(all::add);
        pod.path("spec").path("containers").forEach(all::add);
        return all;
    }

    static boolean isInit(JsonNode pod, JsonNode container) {
        for (JsonNode init : pod.path("spec").path("initContainers")) {
            if (init.path("name").equals(container.path("name"))) {
                return true;
            }
        }
        return false;
    }

    /** The container as events name it. */
    static String fieldPath(JsonNode pod, JsonNode container) {
        String list = isInit(pod, container) ? "initContainers" : "containers";
        return "spec." + list + "{" + container.path("name").asText() + "}";
    }
}
