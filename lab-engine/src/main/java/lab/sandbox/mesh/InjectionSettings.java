package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.kube.LabelSelector;
import lab.kube.Yaml;

/**
 * What the injector works with: the two ConfigMaps' contents.
 *
 * @param values the Helm values that templates see
 * @param mesh the mesh configuration over its defaults
 * @param nativeSidecars whether the cluster's nodes run sidecars as init containers
 */
public record InjectionSettings(
        Map<String, String> templates,
        List<String> defaultTemplates,
        String policy,
        List<LabelSelector> alwaysInject,
        List<LabelSelector> neverInject,
        JsonNode values,
        JsonNode mesh,
        boolean nativeSidecars) {
    public InjectionSettings {
        templates = Map.copyOf(templates);
        defaultTemplates = List.copyOf(defaultTemplates);
        alwaysInject = List.copyOf(alwaysInject);
        neverInject = List.copyOf(neverInject);
    }

    /**
     * @param config key {@code config} of ConfigMap istio-sidecar-injector; a bare pod template is allowed too
     * @param values key {@code values}, YAML or JSON
     * @param mesh key {@code mesh} of ConfigMap istio
     */
    public static InjectionSettings of(String config, String values, String mesh, boolean nativeSidecars) {
        JsonNode parsed = config.contains("templates:") ? Yaml.value(config) : JsonNodeFactory.instance.objectNode();
        Map<String, String> templates = new LinkedHashMap<>();
        parsed.path("templates")
                .properties()
                .forEach(t -> templates.put(t.getKey(), t.getValue().asText()));
        if (templates.isEmpty()) {
            templates.put("sidecar", config);
        }
        JsonNode valueTree = Yaml.value(values);
        valueTree
                .path("sidecarInjectorWebhook")
                .path("templates")
                .properties()
                .forEach(t -> templates.put(t.getKey(), t.getValue().asText()));
        List<String> defaults = new ArrayList<>();
        parsed.path("defaultTemplates").forEach(name -> defaults.add(name.asText()));
        ObjectNode meshTree = MeshDefaults.mesh();
        PodMerge.merge(meshTree, Yaml.value(mesh));
        return new InjectionSettings(
                templates,
                defaults.isEmpty() ? List.of("sidecar") : defaults,
                parsed.path("policy").asText("enabled"),
                selectors(parsed.path("alwaysInjectSelector")),
                selectors(parsed.path("neverInjectSelector")),
                valueTree,
                meshTree,
                nativeSidecars);
    }

    private static List<LabelSelector> selectors(JsonNode list) {
        List<LabelSelector> selectors = new ArrayList<>();
        list.forEach(item -> selectors.add(LabelSelector.of(item)));
        return selectors;
    }
}
