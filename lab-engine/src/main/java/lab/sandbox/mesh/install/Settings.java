package lab.sandbox.mesh.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lab.istioctl.Installation.Problem;
import lab.istioctl.Installation.Setting;
import lab.kube.Tree;
import lab.kube.Yaml;

/** The {@code --set} values as one tree, sorted by what they change; those that nothing here models are refused. */
final class Settings {
    /** What the sandbox models of the chart's values, by the first words of their path. */
    private static final Set<String> MODELLED = Set.of(
            "values.telemetry.enabled",
            "values.pilot.env",
            "values.pilot.resources",
            "values.pilot.replicaCount",
            "values.pilot.autoscaleEnabled",
            "values.pilot.traceSampling",
            "values.global",
            "values.sidecarInjectorWebhook.rewriteAppHTTPProbe",
            "values.sidecarInjectorWebhook.templates");

    /** Parts of {@code values.global} that reach further than the injector, or change what the sandbox holds fixed. */
    private static final Set<String> NOT_MODELLED = Set.of(
            "values.global.hub",
            "values.global.tag",
            "values.global.variant",
            "values.global.istioNamespace",
            "values.global.proxy.autoInject");

    /** Chart values without a default. */
    private static final Set<String> UNSET = Set.of("values.global.proxy.holdApplicationUntilProxyStarts");

    // models istio api mesh/v1alpha1/config.proto: the fields of MeshConfig
    private static final Set<String> MESH = Set.of(
            "accessLogEncoding",
            "accessLogFile",
            "accessLogFormat",
            "ca",
            "caCertificates",
            "certificates",
            "configSources",
            "connectTimeout",
            "defaultConfig",
            "defaultDestinationRuleExportTo",
            "defaultHttpRetryPolicy",
            "defaultProviders",
            "defaultServiceExportTo",
            "defaultVirtualServiceExportTo",
            "disableEnvoyListenerLog",
            "discoverySelectors",
            "dnsRefreshRate",
            "enableAutoMtls",
            "enableEnvoyAccessLogService",
            "enablePrometheusMerge",
            "enableTracing",
            "extensionProviders",
            "h2UpgradePolicy",
            "hboneIdleTimeout",
            "inboundClusterStatName",
            "inboundTrafficPolicy",
            "ingressClass",
            "ingressControllerMode",
            "ingressSelector",
            "ingressService",
            "localityLbSetting",
            "meshMTLS",
            "outboundClusterStatName",
            "outboundTrafficPolicy",
            "pathNormalization",
            "protocolDetectionTimeout",
            "proxyHttpPort",
            "proxyInboundListenPort",
            "proxyListenPort",
            "rootNamespace",
            "serviceScopeConfigs",
            "serviceSettings",
            "tcpKeepalive",
            "thriftConfig",
            "tlsDefaults",
            "trustDomain",
            "trustDomainAliases",
            "verifyCertificateAtClient");

    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();

    /** @param known the chart's values with nothing set: what is not among them is not modelled */
    Settings(List<Setting> settings, JsonNode known) throws Problem {
        for (Setting setting : settings) {
            List<String> path = path(setting.path());
            if (!isModelled(setting.path(), path, known)) {
                throw new Problem("generate config: --set " + setting.path() + " is not available in the sandbox yet");
            }
            ObjectNode at = tree;
            for (String name : path.subList(0, path.size() - 1)) {
                at = Tree.child(at, name);
            }
            at.set(path.get(path.size() - 1), value(path, setting.value()));
        }
    }

    private static boolean isModelled(String text, List<String> path, JsonNode known) {
        if (path.get(0).equals("meshConfig")) {
            return path.size() > 1 && MESH.contains(path.get(1));
        }
        if (NOT_MODELLED.contains(text) || UNSET.contains(text)) {
            return UNSET.contains(text);
        }
        boolean named = MODELLED.stream().anyMatch(start -> text.equals(start) || text.startsWith(start + "."));
        boolean injectors =
                path.size() > 1 && List.of("global", "sidecarInjectorWebhook").contains(path.get(1));
        return named && (!injectors || isKnown(path.subList(1, path.size()), known));
    }

    /** Values below a leaf, or below a map that is empty by default, are the learner's own. */
    private static boolean isKnown(List<String> path, JsonNode known) {
        JsonNode at = known;
        for (String name : path) {
            if (!at.isObject() || at.isEmpty()) {
                return true;
            }
            at = at.path(name);
            if (at.isMissingNode()) {
                return false;
            }
        }
        return true;
    }

    /** Splits at dots; {@code \.} is a dot. */
    private static List<String> path(String text) {
        List<String> path = new ArrayList<>();
        for (String part : text.split("(?<!\\\\)\\.", -1)) {
            path.add(part.replace("\\.", "."));
        }
        return path;
    }

    // models istio pkg/util/tree or helm strvals: what YAML reads as another type is one, environment variables are
    // texts
    private static JsonNode value(List<String> path, String text) {
        boolean environment =
                path.size() > 2 && path.get(1).equals("pilot") && path.get(2).equals("env");
        return environment ? JsonNodeFactory.instance.textNode(text) : Yaml.value(text);
    }

    /** Everything below a path, or a missing node. */
    JsonNode at(String path) {
        return Tree.at(tree, path);
    }

    /** The values that the injector's templates see. */
    ObjectNode injectorValues() {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("global", "sidecarInjectorWebhook")) {
            JsonNode part = at("values." + name);
            if (part.isObject()) {
                values.set(name, part);
            }
        }
        JsonNode environment = at("values.pilot.env");
        if (environment.isObject()) {
            values.putObject("pilot").set("env", environment);
        }
        return values;
    }
}
