package lab.sandbox.mesh.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lab.istioctl.Installation;
import lab.kube.MergePatch;
import lab.kube.Tree;
import lab.kube.Yaml;

/** The profile {@code minimal} of Istio 1.30.3: istiod, its webhooks, and the definitions of Istio's kinds. */
// The objects are those that a real cluster showed after the installation.
public final class MinimalInstallation implements Installation {
    private static final Set<String> PROFILES = Set.of(
            "ambient",
            "default",
            "demo",
            "empty",
            "minimal",
            "openshift",
            "openshift-ambient",
            "preview",
            "remote",
            "stable");

    private final InjectorText injector;
    private final String caBundle;

    /** @param caBundle the mesh's root certificate, PEM in base64, for the webhook configurations */
    public MinimalInstallation(InjectorText injector, String caBundle) {
        this.injector = injector;
        this.caBundle = caBundle;
    }

    @Override
    public Plan plan(String profile, List<Setting> settings) throws Problem {
        if (!PROFILES.contains(profile)) {
            throw new Problem("generate config: merge inputs: profile \"" + profile + "\" not found: open profiles/"
                    + profile + ".yaml: file does not exist");
        }
        if (!profile.equals("minimal")) {
            throw new Problem("profile " + profile + " is not available in the sandbox yet; it has minimal");
        }
        Settings values = new Settings(settings, Yaml.value(injector.values(JsonNodeFactory.instance.objectNode())));
        List<ObjectNode> core = new ArrayList<>(Definitions.read());
        core.addAll(objects("base"));
        List<ObjectNode> pilot = objects("pilot");
        for (ObjectNode object : pilot) {
            fill(object, values);
        }
        return new Plan(
                List.of(new Component("Istio core", "⛵️", core), new Component("Istiod", "🧠", pilot)), objects("tag"));
    }

    private List<ObjectNode> objects(String file) {
        String path = "/lab/sandbox/mesh/install/" + file + ".yaml";
        try (InputStream in = MinimalInstallation.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not in the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("CA_BUNDLE", caBundle);
            List<ObjectNode> objects = new ArrayList<>();
            Yaml.parse(text).forEach(node -> objects.add((ObjectNode) node));
            return objects;
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void fill(ObjectNode object, Settings values) {
        String name = Tree.text(object, "metadata.name");
        switch (Tree.text(object, "kind") + " " + name) {
            case "ConfigMap istio" -> Tree.child(object, "data").put("mesh", mesh(object, values));
            case "ConfigMap istio-sidecar-injector" ->
                Tree.child(object, "data")
                        .put("config", injector.config())
                        .put("values", injector.values(values.injectorValues()));
            case "ConfigMap values" -> {
                String merged = injector.values(values.injectorValues());
                Tree.child(object, "data")
                        .put("merged-values", merged)
                        .put("original-values", values.injectorValues().toString());
            }
            case "Deployment istiod" -> deployment(object, values);
            default -> {}
        }
    }

    private static String mesh(ObjectNode object, Settings values) {
        ObjectNode mesh = (ObjectNode) Yaml.value(Tree.text(object, "data.mesh"));
        // models istio manifests/charts/istio-control/istio-discovery/templates/configmap.yaml@1.30.3
        if (values.at("values.telemetry.enabled").isBoolean()
                && !values.at("values.telemetry.enabled").asBoolean()) {
            mesh.remove("defaultProviders");
        }
        JsonNode merged = values.at("meshConfig").isObject() ? MergePatch.apply(mesh, values.at("meshConfig")) : mesh;
        return Yaml.print(merged).stripTrailing();
    }

    private static void deployment(ObjectNode deployment, Settings values) {
        ObjectNode container = (ObjectNode)
                Tree.at(deployment, "spec.template.spec").path("containers").get(0);
        ArrayNode variables = Tree.list(container, "env");
        JsonNode environment = values.at("values.pilot.env");
        environment.fieldNames().forEachRemaining(name -> {
            ObjectNode known = Tree.named(variables, "name", name);
            ObjectNode variable = known == null ? variables.insertObject(variables.size() - 1) : known;
            variable.put("name", name).put("value", environment.path(name).asText());
        });
        JsonNode resources = values.at("values.pilot.resources");
        if (resources.isObject()) {
            container.set("resources", MergePatch.apply(container.path("resources"), resources));
        }
        JsonNode sampling = values.at("values.pilot.traceSampling");
        ObjectNode traced = Tree.named(variables, "name", "PILOT_TRACE_SAMPLING");
        if (sampling.isNumber() && traced != null) {
            traced.put("value", sampling.asText());
        }
        JsonNode replicas = values.at("values.pilot.replicaCount");
        if (replicas.isInt()) {
            Tree.child(deployment, "spec").put("replicas", replicas.asInt());
        }
    }
}
