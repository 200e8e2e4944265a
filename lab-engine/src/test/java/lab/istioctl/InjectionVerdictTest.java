package lab.istioctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.Shared;
import lab.kube.Yaml;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Istio's table of label combinations, over Istio's three webhook configurations. */
class InjectionVerdictTest {
    @TestFactory
    Stream<DynamicTest> givesIstiosReasons() throws IOException {
        Path istio = Shared.istio();
        JsonNode table =
                new ObjectMapper().readTree(istio.resolve("truth-tables.json").toFile());
        Path fixtures = istio.resolve("istioctl/checkinject/check-inject");
        List<JsonNode> hooks = new ArrayList<>();
        for (String file : List.of("default-injector.yaml", "rev-16-injector.yaml", "never-match-injector.yaml")) {
            hooks.addAll(Yaml.parse(Files.readString(fixtures.resolve(file))));
        }
        List<JsonNode> rows = new ArrayList<>();
        table.path("check_inject").forEach(rows::add);
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.path("name").asText(), () -> check(row, hooks)));
    }

    private static void check(JsonNode row, List<JsonNode> hooks) {
        ObjectNode pod = labels(row, "podInjectLabel", "sidecar.istio.io/inject", "podRevLabel");
        ObjectNode namespace = labels(row, "nsInjectionLabel", "istio-injection", "nsRevLabel");
        for (int i = 0; i < hooks.size(); i++) {
            JsonNode expected = row.path("expected").path(i);
            InjectionVerdict verdict = InjectionVerdict.of(hooks.get(i), pod, namespace);
            assertEquals(
                    expected.path("injected").asBoolean() + " "
                            + expected.path("reason").asText(),
                    verdict.injected() + " " + verdict.reason());
        }
    }

    private static ObjectNode labels(JsonNode row, String inject, String key, String revision) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        if (!row.path(inject).asText().isEmpty()) {
            labels.put(key, row.path(inject).asText());
        }
        if (!row.path(revision).asText().isEmpty()) {
            labels.put("istio.io/rev", row.path(revision).asText());
        }
        return labels;
    }
}
