package lab.sandbox.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import lab.Shared;
import lab.kube.Yaml;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Istio's own cases of injection, through kube-inject: the exact text. */
class InjectionGoldenTest {
    /** Tier C, refused by name: the gateway and gRPC templates, multus, OpenShift. */
    private static final Set<String> NOT_MODELLED = Set.of(
            "gateway.yaml",
            "gateway-spire.yaml",
            "gateway-with-default-container.yaml",
            "grpc-simple.yaml",
            "deploymentconfig.yaml",
            "deploymentconfig-multi.yaml",
            "hello-existing-cncf-networks.yaml",
            "hello-existing-cncf-networks-json.yaml",
            "hello-openshift.yaml",
            "hello-openshift-custom-injection.yaml");

    @TestFactory
    Stream<DynamicTest> injectsAsIstioDoes() throws IOException {
        Path istio = Shared.istio();
        JsonNode cases =
                new ObjectMapper().readTree(istio.resolve("inject-cases.json").toFile());
        List<JsonNode> list = new ArrayList<>();
        cases.path("testInjection").forEach(list::add);
        cases.path("testInjectionOlderVersion").path("cases").forEach(one -> {
            ObjectNode copy = one.deepCopy();
            copy.put("id", "older " + one.path("golden").asText())
                    .put("kubeInject", true)
                    .put("nativeSidecars", "disabled");
            list.add(copy);
        });
        return list.stream()
                .filter(one -> one.path("kubeInject").asBoolean())
                .filter(one -> !NOT_MODELLED.contains(one.path("input").asText()))
                .map(one -> DynamicTest.dynamicTest(
                        one.path("tier").asText() + " " + one.path("id").asText(),
                        () -> run(one, istio.resolve("inject"))));
    }

    static InjectionSettings settings(JsonNode one, Path folder) throws IOException {
        ObjectNode values = (ObjectNode) InstallationFiles.values();
        values.withObjectProperty("global")
                .put("hub", "registry.istio.io/testing")
                .put("tag", "latest");
        for (JsonNode item : one.path("helmSet")) {
            String[] pair = item.asText().split("=", 2);
            set(values, pair[0], pair[1]);
        }
        if (one.has("iopFile")) {
            JsonNode own = Yaml.value(
                    Files.readString(folder.resolve(one.path("iopFile").asText())));
            HelmValues.merge(values, own.path("spec").path("values"));
        }
        JsonNode mesh = one.has("meshOverride") ? one.path("meshOverride") : JsonNodeFactory.instance.objectNode();
        return InjectionSettings.of(
                InstallationFiles.injectionConfig(),
                values.toString(),
                mesh.toString(),
                !one.path("nativeSidecars").asText().equals("disabled"));
    }

    /** One {@code --set path=value} of the cases. */
    private static void set(ObjectNode values, String path, String text) {
        String name = path.startsWith("values.") ? path.substring("values.".length()) : path;
        if (name.equals("components.cni.enabled") || name.equals("cni.enabled")) {
            name = "pilot.cni.enabled";
        } else if (name.equals("cni.provider")) {
            name = "pilot.cni.provider";
        }
        String[] parts = name.split("\\.");
        ObjectNode object = values;
        for (int i = 0; i < parts.length - 1; i++) {
            object = object.withObjectProperty(parts[i]);
        }
        object.set(parts[parts.length - 1], text.isEmpty() ? values.textNode("") : Yaml.value(text));
    }

    private static void run(JsonNode one, Path folder) throws IOException {
        KubeInjection injection = new KubeInjection(settings(one, folder), "", false, warning -> {});
        String input = Files.readString(folder.resolve(one.path("input").asText()));
        if (one.has("expectedErrorLowercaseContains")) {
            String message = String.valueOf(assertThrows(InjectionProblem.class, () -> injection.inject(input))
                    .getMessage());
            assertTrue(
                    message.toLowerCase(Locale.ROOT)
                            .contains(one.path("expectedErrorLowercaseContains").asText()),
                    message);
            return;
        }
        String golden = Files.readString(folder.resolve(one.path("golden").asText()));
        assertEquals(golden.strip(), injection.inject(input).strip());
    }

    /** The same cases as the API server sends them: pods, one by one, and once more with the result. */
    @TestFactory
    Stream<DynamicTest> injectsPodsAsTheWebhookDoes() throws IOException {
        Path istio = Shared.istio();
        JsonNode cases =
                new ObjectMapper().readTree(istio.resolve("inject-cases.json").toFile());
        List<JsonNode> list = new ArrayList<>();
        cases.path("testInjection").forEach(list::add);
        return list.stream()
                .filter(one -> one.path("webhook").asBoolean() && !one.has("env"))
                .filter(one -> !NOT_MODELLED.contains(one.path("input").asText()))
                .map(one -> DynamicTest.dynamicTest(
                        one.path("tier").asText() + " " + one.path("id").asText(),
                        () -> webhook(one, istio.resolve("inject"))));
    }

    private static void webhook(JsonNode one, Path folder) throws IOException {
        SidecarInjector injector = new SidecarInjector(settings(one, folder), "default");
        List<ObjectNode> inputs =
                pods(Files.readString(folder.resolve(one.path("input").asText())));
        List<ObjectNode> goldens =
                pods(Files.readString(folder.resolve(one.path("golden").asText())));
        assertEquals(goldens.size(), inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            ObjectNode pod = inputs.get(i);
            Workload workload = Workload.ofPod(pod, "");
            boolean required = injector.required(
                    pod, pod.path("metadata").path("namespace").asText());
            ObjectNode once = required ? injector.inject(pod, workload) : pod;
            assertEquals(comparable(goldens.get(i)), comparable(once));
            ObjectNode twice = required ? injector.inject(once, workload) : once;
            assertEquals(comparable(once), comparable(twice));
        }
    }

    private static String comparable(ObjectNode pod) {
        ObjectNode copy = pod.deepCopy();
        copy.remove("status");
        copy.withObjectProperty("metadata").withObjectProperty("annotations").remove("sidecar.istio.io/status");
        TypedObjects.podSpec(copy.withObjectProperty("spec"));
        return Yaml.print(copy);
    }

    private static List<ObjectNode> pods(String text) {
        List<ObjectNode> pods = new ArrayList<>();
        for (JsonNode document : Yaml.parse(text)) {
            List<JsonNode> objects = new ArrayList<>();
            if (document.path("kind").asText().equals("List")) {
                document.path("items").forEach(objects::add);
            } else {
                objects.add(document);
            }
            objects.stream()
                    .filter(o -> !o.path("kind").asText().equals("Service"))
                    .forEach(o -> pods.add(pod(o)));
        }
        return pods;
    }

    private static ObjectNode pod(JsonNode object) {
        String kind = object.path("kind").asText();
        if (kind.equals("Pod")) {
            return object.deepCopy();
        }
        String name = object.path("metadata").path("name").asText();
        ObjectNode pod = object.path("spec").path("template").deepCopy();
        ObjectNode metadata = pod.withObjectProperty("metadata");
        boolean deployment = kind.equals("Deployment");
        if (object.path("metadata").has("namespace")) {
            metadata.set("namespace", object.path("metadata").get("namespace"));
        }
        metadata.put("generateName", deployment ? name + "-fake-" : name);
        ObjectNode owner = metadata.putArray("ownerReferences").addObject();
        owner.put(
                "apiVersion", deployment ? "apps/v1" : object.path("apiVersion").asText());
        owner.put("kind", deployment ? "ReplicaSet" : kind)
                .put("name", deployment ? name + "-fake" : name)
                .put("controller", true);
        if (deployment) {
            metadata.withObjectProperty("labels").put("pod-template-hash", "fake");
        }
        return pod;
    }
}
