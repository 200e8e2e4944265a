package lab.sandbox.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lab.Shared;
import lab.conformance.Recordings;
import lab.istioctl.Injection;
import lab.kube.LabelSelector;
import lab.kube.Yaml;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a real cluster's injector did, and the command line's own cases. */
class InjectionEvidenceTest {
    private static Injection.Configuration installed() {
        InjectorConfig config = new InjectorConfig();
        String values = config.values(JsonNodeFactory.instance.objectNode());
        return new Injection.Configuration(config.config(), values, "{}", true, "", true);
    }

    @Test
    void valuesAreThoseOfTheRealConfigMap() {
        JsonNode map = Yaml.value(Recordings.output("a-default/kubectl-get-cm-istio-sidecar-injector.yaml"));
        assertEquals(map.path("data").path("values").asText(), installed().values());
    }

    /** Session 02: kube-inject of a sample prints exactly this. */
    @Test
    void injectsTheSampleAsRecorded() throws Exception {
        String sample = Recordings.text("samples/httpbin.yaml");
        for (String line : Recordings.lines("sessions/02-manual-injection.jsonl")) {
            JsonNode step = Yaml.value(line);
            if (step.path("cmd").asText().equals("istioctl kube-inject -f samples/httpbin.yaml")) {
                assertEquals(step.path("out").asText(), new ManifestInjection().inject(sample, installed(), w -> {}));
            }
        }
    }

    @Test
    void injectingAgainChangesNothing() throws Exception {
        String recorded = Recordings.output("a-default/kube-inject-sleep");
        assertEquals(recorded, new ManifestInjection().inject(recorded, installed(), warning -> {}));
    }

    @TestFactory
    Stream<DynamicTest> namespaceAndPodLabelsDecideTogether() {
        JsonNode hooks =
                Yaml.value(Recordings.output("a-default/kubectl-get-mwc.yaml")).path("items");
        List<String> rows = Recordings.lines("b-traffic/inject/truth-table.tsv");
        return rows.stream().skip(1).map(row -> DynamicTest.dynamicTest(row, () -> decide(row.split("\t", -1), hooks)));
    }

    private static void decide(String[] row, JsonNode hooks) {
        ObjectNode namespace = pairs(row[0]);
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        pod.put("kind", "Pod");
        pod.putObject("metadata").put("name", "p").set("labels", pairs(row[1]));
        ((ObjectNode) pod.path("metadata")).set("annotations", pairs(row[2]));
        pod.putObject("spec")
                .putArray("containers")
                .addObject()
                .put("name", "app")
                .put("image", "busybox");
        Injection.Configuration texts = installed();
        SidecarInjector injector =
                new SidecarInjector(InjectionSettings.of(texts.config(), texts.values(), "{}", true), "");
        JsonNode result = called(hooks, namespace, pod) && injector.required(pod, "default")
                ? injector.inject(pod, Workload.ofPod(pod, "default"))
                : pod;
        assertEquals(row[3], names(result.path("spec").path("initContainers")));
        assertEquals(row[4], names(result.path("spec").path("containers")));
    }

    private static boolean called(JsonNode hooks, JsonNode namespace, JsonNode pod) {
        for (JsonNode configuration : hooks) {
            for (JsonNode hook : configuration.path("webhooks")) {
                if (LabelSelector.of(hook.path("namespaceSelector")).matches(namespace)
                        && LabelSelector.of(hook.path("objectSelector"))
                                .matches(pod.path("metadata").path("labels"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ObjectNode pairs(String text) {
        ObjectNode pairs = JsonNodeFactory.instance.objectNode();
        if (!text.equals("-")) {
            for (String pair : text.split(",")) {
                pairs.put(pair.split("=")[0], pair.split("=")[1]);
            }
        }
        return pairs;
    }

    private static String names(JsonNode containers) {
        StringBuilder names = new StringBuilder();
        containers.forEach(c -> names.append(names.length() == 0 ? "" : ",")
                .append(c.path("name").asText()));
        return names.toString();
    }

    @TestFactory
    Stream<DynamicTest> theCommandsOwnCases() {
        Path folder = Shared.istio().resolve("istioctl/kubeinject");
        return Stream.of("inject-config.yaml", "inject-config-inline.yaml")
                .map(config -> DynamicTest.dynamicTest(config, () -> {
                    for (String name : List.of("hello", "hello-with-proxyconfig-anno")) {
                        Injection.Configuration configuration = new Injection.Configuration(
                                Files.readString(folder.resolve(config)),
                                Files.readString(folder.resolve("inject-values.yaml")),
                                Files.readString(folder.resolve("mesh-config.yaml")),
                                false,
                                "",
                                false);
                        String input = Files.readString(folder.resolve("deployment/" + name + ".yaml"));
                        String golden = Files.readString(folder.resolve("deployment/" + name + ".yaml.injected"));
                        assertEquals(
                                golden.strip(),
                                new ManifestInjection()
                                        .inject(input, configuration, warning -> {})
                                        .strip());
                    }
                }));
    }
}
