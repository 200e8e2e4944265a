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
            "values.sidecarInjectorWebhook");

    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();

    Settings(List<Setting> settings) throws Problem {
        for (Setting setting : settings) {
            List<String> path = path(setting.path());
            if (!isModelled(setting.path())) {
                throw new Problem("generate config: --set " + setting.path() + " is not available in the sandbox yet");
            }
            ObjectNode at = tree;
            for (String name : path.subList(0, path.size() - 1)) {
                at = Tree.child(at, name);
            }
            at.set(path.get(path.size() - 1), value(path, setting.value()));
        }
    }

    private static boolean isModelled(String path) {
        return path.startsWith("meshConfig.")
                || MODELLED.stream().anyMatch(known -> path.equals(known) || path.startsWith(known + "."));
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
