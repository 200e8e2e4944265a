package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ConfigMaps and Secrets that a pod cannot start without. */
// models pkg/volume/{configmap,secret,projected} and pkg/kubelet makeEnvironmentVariables@1.34
final class PodInputs {
    private PodInputs() {}

    /** The kubelet's messages about volumes that cannot be set up. */
    static List<String> missingVolumes(Objects objects, JsonNode pod) {
        List<String> problems = new ArrayList<>();
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            String name = volume.path("name").asText();
            check(objects, pod, name, volume.path("configMap"), "name", Kind.CONFIG_MAP, problems);
            check(objects, pod, name, volume.path("secret"), "secretName", Kind.SECRET, problems);
            for (JsonNode source : volume.path("projected").path("sources")) {
                check(objects, pod, name, source.path("configMap"), "name", Kind.CONFIG_MAP, problems);
                check(objects, pod, name, source.path("secret"), "name", Kind.SECRET, problems);
            }
        }
        return problems;
    }

    private static void check(
            Objects objects,
            JsonNode pod,
            String volume,
            JsonNode source,
            String field,
            Kind kind,
            List<String> problems) {
        String name = source.path(field).asText();
        if (source.isObject()
                && !source.path("optional").asBoolean()
                && objects.find(kind, Meta.namespace(pod), name) == null) {
            problems.add("MountVolume.SetUp failed for volume \"" + volume + "\" : " + absent(kind, name));
        }
    }

    private static String absent(Kind kind, String name) {
        return (kind == Kind.SECRET ? "secret" : "configmap") + " \"" + name + "\" not found";
    }

    /** The kubelet's message about an environment variable without a source, or null. */
    static @Nullable String missingVariable(Objects objects, JsonNode pod, JsonNode container) {
        for (JsonNode from : container.path("envFrom")) {
            String problem = reference(objects, pod, from.path("configMapRef"), Kind.CONFIG_MAP);
            problem = problem == null ? reference(objects, pod, from.path("secretRef"), Kind.SECRET) : problem;
            if (problem != null) {
                return problem;
            }
        }
        for (JsonNode variable : container.path("env")) {
            JsonNode from = variable.path("valueFrom");
            String problem = reference(objects, pod, from.path("configMapKeyRef"), Kind.CONFIG_MAP);
            problem = problem == null ? reference(objects, pod, from.path("secretKeyRef"), Kind.SECRET) : problem;
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String reference(Objects objects, JsonNode pod, JsonNode reference, Kind kind) {
        if (!reference.isObject() || reference.path("optional").asBoolean()) {
            return null;
        }
        String name = reference.path("name").asText();
        JsonNode object = objects.find(kind, Meta.namespace(pod), name);
        if (object == null) {
            return absent(kind, name);
        }
        String key = reference.path("key").asText();
        if (key.isEmpty() || object.path("data").has(key)) {
            return null;
        }
        String title = kind == Kind.SECRET ? "Secret " : "ConfigMap ";
        return "couldn't find key " + key + " in " + title + Meta.namespace(pod) + "/" + name;
    }
}
