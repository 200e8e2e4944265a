package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What istiod's validating webhook refuses; what the CRDs' schemas refuse is the API server's. The simplest rules only. */
final class MeshValidation {
    private MeshValidation() {}

    /** Null if the object is acceptable; else the message. Models istio pkg/config/validation@1.30.3. */
    static @Nullable String problem(JsonNode object) {
        List<String> problems = new ArrayList<>();
        JsonNode spec = object.path("spec");
        switch (object.path("kind").asText()) {
            case "VirtualService" -> virtualService(spec, problems);
            case "DestinationRule" -> subsets(spec, problems);
            case "Gateway" -> {
                if (spec.path("servers").isEmpty()) {
                    problems.add("gateway must have at least one server");
                }
            }
            default -> {}
        }
        if (problems.isEmpty()) {
            return null;
        }
        String text = problems.size() == 1 ? problems.get(0) : String.join("; ", problems);
        return "configuration is invalid: " + text;
    }

    private static void virtualService(JsonNode spec, List<String> problems) {
        if (spec.path("hosts").isEmpty()) {
            problems.add("virtual service must have at least one host");
        }
        if (spec.path("http").isEmpty()
                && spec.path("tcp").isEmpty()
                && spec.path("tls").isEmpty()) {
            problems.add("http, tcp or tls must be provided in virtual service");
        }
        for (JsonNode route : spec.path("http")) {
            JsonNode destinations = route.path("route");
            int total = 0;
            for (JsonNode destination : destinations) {
                total += destination.path("weight").asInt();
            }
            if (destinations.size() > 1 && total == 0) {
                problems.add("total destination weight = 0");
            }
        }
    }

    private static void subsets(JsonNode spec, List<String> problems) {
        for (JsonNode subset : spec.path("subsets")) {
            if (subset.path("name").asText().isEmpty()) {
                problems.add("subset name cannot be empty");
            }
        }
    }
}
