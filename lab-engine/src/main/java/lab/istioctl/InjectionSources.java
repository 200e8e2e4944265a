package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lab.kube.Tree;
import lab.kube.Yaml;
import lab.shell.FileProblem;
import lab.shell.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code kube-inject} takes its configuration from: istiod behind the injection webhook, unless a configuration
 * file is given; then values and mesh come from files, or from the ConfigMaps.
 */
// models istio istioctl/pkg/kubeinject/kubeinject.go setupKubeInjectParameters@1.30.3
final class InjectionSources {
    private static final String INJECTOR = "istio-sidecar-injector";
    private static final String HOOK = "sidecar-injector.istio.io";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Call call;
    private final String revision;

    private InjectionSources(Call call) {
        this.call = call;
        String asked = call.flags().text("revision");
        this.revision = asked.equals("default") ? "" : asked;
    }

    static Injection.Configuration of(Call call) {
        return new InjectionSources(call).configuration();
    }

    /** In the order in which istioctl looks, so that the first thing that is missing is the one that is told. */
    private Injection.Configuration configuration() {
        String operatorFile = call.flags().text("operatorFileName");
        JsonNode operator = operatorFile.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : Yaml.value(read(call, operatorFile)).path("spec");
        String mesh = part(operator, "meshConfig", "meshConfigFile", this::meshMap);
        String configFile = call.flags().text("injectConfigFile");
        JsonNode service = configFile.isEmpty() ? service() : null;
        if (configFile.isEmpty() && service == null) {
            fallBack();
        }
        String config = configFile.isEmpty() ? injectorMap("config", "--injectConfigFile") : read(call, configFile);
        String values = part(operator, "values", "valuesFile", () -> injectorMap("values", "--valuesFile"));
        String asked = call.flags().text("revision");
        if (service == null) {
            boolean nativeSidecars =
                    "true".equals(call.invocation().environment().exported().get("ENABLE_NATIVE_SIDECARS"));
            return new Injection.Configuration(config, values, mesh, nativeSidecars, asked, false);
        }
        reach(service);
        boolean nativeSidecars = nodesKnowSidecars() && !switchedOff(service);
        return new Injection.Configuration(
                config, injectorMap("values", "--valuesFile"), meshMap(), nativeSidecars, asked, true);
    }

    private String part(JsonNode operator, String field, String flag, Supplier<String> map) {
        if (operator.path(field).isObject()) {
            return operator.path(field).toString();
        }
        String file = call.flags().text(flag);
        return file.isEmpty() ? map.get() : read(call, file);
    }

    private void fallBack() {
        // istioctl logs to standard output
        call.out()
                .println(TIME.format(call.invocation().environment().time().now())
                        + "\twarn\tfailed to get injection config from mutatingWebhookConfigurations \""
                        + call.flags().text("webhookConfig") + "\", will fall back to get injection from the"
                        + " injection configmap \"" + INJECTOR + "\" : could not find valid"
                        + " mutatingWebhookConfiguration \"" + HOOK + "\" from cluster");
    }

    /** The service behind the first injection webhook of this revision. */
    private @Nullable JsonNode service() {
        String label = "istio.io/rev=" + (revision.isEmpty() ? "default" : revision);
        for (JsonNode hooks : call.list("/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", label)) {
            for (JsonNode hook : hooks.path("webhooks")) {
                if (hook.path("name").asText().endsWith(HOOK)) {
                    return hook.path("clientConfig").path("service");
                }
            }
            return null;
        }
        return null;
    }

    private void reach(JsonNode reference) {
        String namespace = reference.path("namespace").asText();
        String name = reference.path("name").asText();
        ObjectNode service = call.find("/api/v1/namespaces/" + namespace + "/services/" + name);
        if (service == null) {
            throw new IstioctlFailure("services \"" + name + "\" not found");
        }
        Map<String, String> labels = new TreeMap<>();
        Tree.at(service, "spec.selector")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        String selector = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
        if (call.list("/api/v1/namespaces/" + namespace + "/pods", selector).isEmpty()) {
            throw new IstioctlFailure(
                    "no pods matching selector \"" + selector + "\" found in namespace \"" + namespace + "\"");
        }
    }

    /** Istiod's own environment can switch native sidecars off. */
    private boolean switchedOff(JsonNode service) {
        ObjectNode istiod = call.find("/apis/apps/v1/namespaces/"
                + service.path("namespace").asText() + "/deployments/"
                + service.path("name").asText());
        if (istiod != null) {
            for (JsonNode variable :
                    Tree.at(istiod, "spec.template.spec.containers").path(0).path("env")) {
                if (variable.path("name").asText().equals("ENABLE_NATIVE_SIDECARS")) {
                    return variable.path("value").asText().equals("false");
                }
            }
        }
        return false;
    }

    private boolean nodesKnowSidecars() {
        return call.list("/api/v1/nodes", null).stream()
                .map(node -> Tree.text(node, "status.nodeInfo.kubeletVersion").split("\\."))
                .allMatch(version -> version.length > 1 && Integer.parseInt(version[1]) >= 33);
    }

    private String injectorMap(String key, String flag) {
        String name = revision.isEmpty() ? INJECTOR : INJECTOR + "-" + revision;
        ObjectNode map = find(name);
        if (map == null) {
            throw new IstioctlFailure("could not find valid configmap \"" + name + "\" from namespace  \""
                    + call.istioNamespace() + "\": configmaps \"" + name + "\" not found - Use " + flag
                    + " or re-run kube-inject with `-i <istioSystemNamespace>`"
                    + " and ensure istio-sidecar-injector configmap exists");
        }
        JsonNode text = map.path("data").path(key);
        if (text.isMissingNode()) {
            throw new IstioctlFailure("missing configuration map key \"" + key + "\" in \"" + name + "\"");
        }
        return text.asText();
    }

    private String meshMap() {
        String plain = call.flags().text("meshConfigMapName");
        String name = revision.isEmpty() || !plain.equals("istio") ? plain : plain + "-" + revision;
        ObjectNode map = find(name);
        if (map == null) {
            throw new IstioctlFailure("could not read valid configmap \"" + name + "\" from namespace \""
                    + call.istioNamespace() + "\": configmaps \"" + name + "\" not found - Use --meshConfigFile"
                    + " or re-run kube-inject with `-i <istioSystemNamespace> and ensure valid MeshConfig exists");
        }
        JsonNode text = map.path("data").path("mesh");
        if (text.isMissingNode()) {
            throw new IstioctlFailure("missing configuration map key \"mesh\"");
        }
        return text.asText();
    }

    private @Nullable ObjectNode find(String name) {
        return call.find("/api/v1/namespaces/" + call.istioNamespace() + "/configmaps/" + name);
    }

    static String read(Call call, String path) {
        FileTree files = call.invocation().environment().files();
        boolean directory = files.status(path)
                .filter(status -> status.kind() == FileTree.Kind.DIRECTORY)
                .isPresent();
        if (directory) {
            throw new IstioctlFailure("read " + path + ": is a directory");
        }
        try (InputStream in = files.read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileProblem problem) {
            throw new IstioctlFailure("open " + path + ": " + problem.reason().toLowerCase(Locale.ROOT));
        } catch (IOException problem) {
            throw new IstioctlFailure("read " + path + ": " + problem.getMessage());
        }
    }
}
