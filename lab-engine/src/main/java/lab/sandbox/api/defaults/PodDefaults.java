package lab.sandbox.api.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.kube.Tree;

/** Defaults of pods and of pod templates. Models pkg/apis/core/v1/defaults.go@1.34. */
final class PodDefaults {
    private PodDefaults() {}

    static void pod(ObjectNode pod) {
        ObjectNode spec = Tree.child(pod, "spec");
        template(spec);
        Absent.truth(spec, "enableServiceLinks", true);
        for (String list : List.of("initContainers", "containers")) {
            for (ObjectNode container : Absent.objects(spec.path(list))) {
                requestLimits(container);
            }
        }
    }

    // A pod that says how much it may use asks for as much.
    private static void requestLimits(ObjectNode container) {
        JsonNode limits = container.path("resources").path("limits");
        if (limits.isObject() && !limits.isEmpty()) {
            ObjectNode requests = Tree.make(container, "resources.requests");
            limits.properties().forEach(limit -> {
                if (!requests.has(limit.getKey())) {
                    requests.set(limit.getKey(), limit.getValue());
                }
            });
        }
    }

    /** The {@code spec} of a pod or template. */
    static void template(ObjectNode spec) {
        Absent.text(spec, "dnsPolicy", "ClusterFirst");
        Absent.text(spec, "restartPolicy", "Always");
        Absent.text(spec, "schedulerName", "default-scheduler");
        Absent.number(spec, "terminationGracePeriodSeconds", 30);
        Absent.empty(spec, "securityContext");
        String account = spec.path("serviceAccountName")
                .asText(spec.path("serviceAccount").asText(""));
        if (!account.isEmpty()) {
            spec.put("serviceAccount", account).put("serviceAccountName", account);
        }
        boolean hostNetwork = spec.path("hostNetwork").asBoolean();
        for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
            for (ObjectNode container : Absent.objects(spec.path(list))) {
                container(container, hostNetwork, list.equals("ephemeralContainers"));
            }
        }
        Absent.objects(spec.path("volumes")).forEach(PodDefaults::volume);
        for (String flag : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (!spec.path(flag).asBoolean()) {
                spec.remove(flag);
            }
        }
    }

    private static void container(ObjectNode container, boolean hostNetwork, boolean ephemeral) {
        Absent.text(
                container, "imagePullPolicy", pullPolicy(container.path("image").asText()));
        Absent.text(container, "terminationMessagePath", "/dev/termination-log");
        Absent.text(container, "terminationMessagePolicy", "File");
        if (!ephemeral || Absent.is(container, "resources")) {
            Absent.empty(container, "resources");
        }
        Absent.canonical(container.path("resources").path("limits"));
        Absent.canonical(container.path("resources").path("requests"));
        for (ObjectNode port : Absent.objects(container.path("ports"))) {
            Absent.text(port, "protocol", "TCP");
            if (hostNetwork) {
                Absent.number(port, "hostPort", port.path("containerPort").asInt());
            }
        }
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.get(probe) instanceof ObjectNode object) {
                probe(object);
            }
        }
        for (String hook : List.of("postStart", "preStop")) {
            if (Tree.at(container, "lifecycle." + hook + ".httpGet") instanceof ObjectNode get) {
                httpGet(get);
            }
        }
        for (ObjectNode variable : Absent.objects(container.path("env"))) {
            if (Tree.at(variable, "valueFrom.fieldRef") instanceof ObjectNode reference) {
                Absent.text(reference, "apiVersion", "v1");
            }
            if (Tree.at(variable, "valueFrom.resourceFieldRef") instanceof ObjectNode reference) {
                Absent.text(reference, "divisor", "0");
            }
            if (variable.path("value").asText().isEmpty()) {
                variable.remove("value");
            }
        }
    }

    private static String pullPolicy(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        boolean latest = !name.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
        return latest ? "Always" : "IfNotPresent";
    }

    private static void probe(ObjectNode probe) {
        Absent.number(probe, "timeoutSeconds", 1);
        Absent.number(probe, "periodSeconds", 10);
        Absent.number(probe, "successThreshold", 1);
        Absent.number(probe, "failureThreshold", 3);
        if (probe.get("httpGet") instanceof ObjectNode get) {
            httpGet(get);
        }
        if (probe.get("grpc") instanceof ObjectNode grpc) {
            Absent.text(grpc, "service", "");
        }
    }

    private static void httpGet(ObjectNode get) {
        Absent.text(get, "path", "/");
        Absent.text(get, "scheme", "HTTP");
    }

    private static void volume(ObjectNode volume) {
        if (volume.size() == 1 && volume.has("name")) {
            volume.putObject("emptyDir");
        }
        for (String source : List.of("secret", "configMap", "downwardAPI", "projected")) {
            if (volume.get(source) instanceof ObjectNode object) {
                Absent.number(object, "defaultMode", 420);
            }
        }
        if (volume.get("hostPath") instanceof ObjectNode path) {
            Absent.text(path, "type", "");
        }
        fieldReferences(volume.path("downwardAPI"));
        for (ObjectNode source : Absent.objects(volume.path("projected").path("sources"))) {
            fieldReferences(source.path("downwardAPI"));
            if (source.get("serviceAccountToken") instanceof ObjectNode token) {
                Absent.number(token, "expirationSeconds", 3600);
            }
        }
    }

    private static void fieldReferences(JsonNode downward) {
        for (ObjectNode item : Absent.objects(downward.path("items"))) {
            if (item.get("fieldRef") instanceof ObjectNode reference) {
                Absent.text(reference, "apiVersion", "v1");
            }
            if (item.get("resourceFieldRef") instanceof ObjectNode reference) {
                Absent.text(reference, "divisor", "0");
            }
        }
    }
}
