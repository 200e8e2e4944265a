package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lab.kube.LabelSelector;
import lab.kube.Yaml;
import lab.kube.YamlProblem;
import lab.kube.template.Template;
import lab.kube.template.TemplateProblem;

/** Adds the mesh's containers to a pod: renders the templates, merges them in, then finishes the pod. Parses each template once. */
public final class SidecarInjector {
    private static final List<String> SYSTEM =
            List.of("kube-system", "kube-public", "kube-node-lease", "local-path-storage");
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String NATIVE = "sidecar.istio.io/nativeSidecar";
    private static final String TEMPLATES = "inject.istio.io/templates";
    private static final String STATUS = "sidecar.istio.io/status";

    private final InjectionSettings settings;
    private final String revision;
    private final Map<String, Template> parsed = new HashMap<>();

    public SidecarInjector(InjectionSettings settings, String revision) {
        this.settings = settings;
        this.revision = revision.isEmpty() ? "default" : revision;
    }

    /** Whether the webhook injects this pod once it is called. Models istio inject.go injectRequired@1.30.3. */
    public boolean required(JsonNode pod, String namespace) {
        JsonNode metadata = pod.path("metadata");
        if (pod.path("spec").path("hostNetwork").asBoolean() || SYSTEM.contains(namespace)) {
            return false;
        }
        JsonNode asked = metadata.path("labels").path(INJECT);
        String wish = asked.isMissingNode()
                ? metadata.path("annotations").path(INJECT).asText()
                : asked.asText();
        if (wish.equals("true") || wish.equals("false")) {
            return wish.equals("true");
        }
        JsonNode labels = metadata.path("labels");
        if (settings.neverInject().stream().anyMatch(selector -> matches(selector, labels))) {
            return false;
        }
        boolean always = settings.alwaysInject().stream().anyMatch(selector -> matches(selector, labels));
        return settings.policy().equals("enabled") || (settings.policy().equals("disabled") && always);
    }

    private static boolean matches(LabelSelector selector, JsonNode labels) {
        return selector.matches(labels);
    }

    /**
     * @param pod a pod, or something with its metadata and spec
     * @return the injected copy
     * @throws InjectionProblem in istiod's words
     */
    ObjectNode inject(JsonNode pod, Workload workload) {
        ObjectNode result = pod.deepCopy();
        ObjectNode metadata = result.withObjectProperty("metadata");
        AnnotationRules.check(metadata.path("annotations"));
        String wish = metadata.path("annotations").path(NATIVE).asText();
        boolean nativeSidecar = wish.isEmpty() ? settings.nativeSidecars() : !wish.equals("false");
        JsonNode proxyConfig = proxyConfig(metadata);
        ProxyOverrides overrides = ProxyOverrides.take(result, nativeSidecar);
        ObjectNode data = data(result, workload, proxyConfig, nativeSidecar, overrides);
        List<String> names = templateNames(metadata);
        ObjectNode overlay = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            JsonNode rendered = render(name, data);
            PodMerge.merge(result, rendered);
            PodMerge.merge(overlay, rendered);
        }
        overrides.apply(result);
        PodFinish finish = new PodFinish(result, settings.mesh(), settings.values(), revision);
        finish.keep(overrides);
        finish.mergePrometheus(proxyConfig.path("statusPort").asText());
        finish.rewriteProbes(data.path("StatusPort").asInt());
        finish.status(overlay, STATUS);
        finish.order(nativeSidecar, hold(proxyConfig));
        TypedObjects.podSpec(result.withObjectProperty("spec"));
        return result;
    }

    private boolean hold(JsonNode proxyConfig) {
        return proxyConfig.path("holdApplicationUntilProxyStarts").asBoolean()
                || settings.values()
                        .path("global")
                        .path("proxy")
                        .path("holdApplicationUntilProxyStarts")
                        .asBoolean();
    }

    private List<String> templateNames(JsonNode metadata) {
        String asked = metadata.path("annotations").path(TEMPLATES).asText();
        List<String> names = asked.isEmpty() ? settings.defaultTemplates() : List.of(asked.split("\\s*,\\s*"));
        for (String name : names) {
            if (!settings.templates().containsKey(name)) {
                throw new InjectionProblem("requested template \"" + name + "\" not found; have "
                        + String.join(",", new TreeSet<>(settings.templates().keySet())));
            }
        }
        return names;
    }

    private JsonNode render(String name, JsonNode data) {
        try {
            Template template = parsed.get(name);
            if (template == null) {
                String source = settings.templates().getOrDefault(name, "");
                template = Template.parse("inject", source, InjectionFunctions.ALL);
                parsed.put(name, template);
            }
            return Yaml.value(template.run(data));
        } catch (TemplateProblem problem) {
            throw new InjectionProblem(String.valueOf(problem.getMessage()));
        } catch (YamlProblem problem) {
            throw new InjectionProblem(
                    "failed parsing generated injected YAML (check Istio sidecar injector configuration): "
                            + problem.getMessage());
        }
    }

    private JsonNode proxyConfig(JsonNode metadata) {
        ObjectNode config = (ObjectNode) settings.mesh().path("defaultConfig").deepCopy();
        String own = metadata.path("annotations").path("proxy.istio.io/config").asText();
        try {
            if (!own.isEmpty()) {
                PodMerge.merge(config, Yaml.value(own));
            }
        } catch (YamlProblem problem) {
            throw new InjectionProblem("could not apply proxy.istio.io/config annotation: " + problem.getMessage());
        }
        return config;
    }

    /** What templates see; the pod's own parts with Go's field names. */
    private ObjectNode data(
            JsonNode pod, Workload workload, JsonNode proxyConfig, boolean nativeSidecar, ProxyOverrides overrides) {
        JsonNode values = settings.values();
        JsonNode metadata = pod.path("metadata");
        JsonNode annotations = metadata.path("annotations");
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putObject("TypeMeta").put("Kind", workload.kind()).put("APIVersion", workload.apiVersion());
        data.putObject("DeploymentMeta").put("Name", workload.name()).put("Namespace", workload.namespace());
        ObjectNode objectMeta = data.putObject("ObjectMeta");
        objectMeta.put("Name", metadata.path("name").asText());
        objectMeta.put("Namespace", metadata.path("namespace").asText());
        objectMeta.set("Labels", metadata.path("labels").isObject() ? metadata.path("labels") : data.objectNode());
        objectMeta.set("Annotations", annotations.isObject() ? annotations : data.objectNode());
        data.set("Spec", GoFields.of(pod.path("spec")));
        data.set("ProxyConfig", proxyConfig);
        data.set("MeshConfig", settings.mesh());
        data.set("Values", values);
        data.put("Revision", revision);
        data.put("NativeSidecars", nativeSidecar);
        data.put("Hold", hold(proxyConfig));
        data.put("ProxyImage", image(annotations, "proxy"));
        data.put("ProxyInitImage", image(annotations, "proxy_init"));
        data.put("ProxyUID", overrides.id("runAsUser"));
        data.put("ProxyGID", overrides.id("runAsGroup"));
        String mode = settings.mesh().path("inboundTrafficPolicy").path("mode").asText();
        data.put("InboundTrafficPolicyMode", mode.equals("LOCALHOST") ? "localhost" : "passthrough");
        data.put("CompliancePolicy", "");
        String port = annotations.path("status.sidecar.istio.io/port").asText();
        data.put(
                "StatusPort",
                port.isEmpty()
                        ? values.path("global").path("proxy").path("statusPort").asText()
                        : port);
        return data;
    }

    private String image(JsonNode annotations, String part) {
        JsonNode global = settings.values().path("global");
        String asked = annotations.path("sidecar.istio.io/proxyImage").asText();
        String main = global.path("proxy").path("image").asText("proxyv2");
        String own = global.path(part).path("image").asText("proxyv2");
        String name = asked.isEmpty() ? own.equals("proxyv2") ? main : own : asked;
        if (name.contains("/")) {
            return name;
        }
        String variant = global.path("variant").asText();
        String type = annotations.path("sidecar.istio.io/proxyImageType").asText(variant);
        String tag = global.path("tag").asText().replaceFirst("-(debug|distroless)$", "");
        return global.path("hub").asText() + "/" + name + ":" + tag
                + (type.isEmpty() || type.equals("default") ? "" : "-" + type);
    }
}
