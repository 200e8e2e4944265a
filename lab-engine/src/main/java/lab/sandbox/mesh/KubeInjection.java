package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;
import lab.kube.Yaml;

/** Injects the workloads of a stream of manifests, as {@code istioctl kube-inject} does; the rest passes unchanged. */
public final class KubeInjection {
    private static final Set<String> KINDS = Set.of(
            "Deployment",
            "DeploymentConfig",
            "DaemonSet",
            "StatefulSet",
            "Job",
            "ReplicaSet",
            "ReplicationController",
            "CronJob",
            "Pod");

    private final SidecarInjector injector;
    private final boolean nameless;
    private final Consumer<String> warnings;

    /** @param nameless pods are injected without knowing what they belong to */
    public KubeInjection(InjectionSettings settings, String revision, boolean nameless, Consumer<String> warnings) {
        this.nameless = nameless;
        this.injector = new SidecarInjector(settings, revision);
        this.warnings = warnings;
    }

    /** @throws InjectionProblem in istioctl's words */
    public String inject(String manifests) {
        StringBuilder out = new StringBuilder();
        for (Yaml.Document document : Yaml.documents(manifests)) {
            JsonNode object = document.value();
            String kind = object.path("kind").asText();
            if (KINDS.contains(kind)) {
                out.append(Yaml.print(object((ObjectNode) object)));
            } else if (kind.equals("List")) {
                out.append(Yaml.print(list((ObjectNode) object)));
            } else {
                out.append(document.text());
                if (!document.text().endsWith("\n")) {
                    out.append('\n');
                }
            }
            out.append("---\n");
        }
        return out.toString();
    }

    private ObjectNode list(ObjectNode list) {
        ArrayNode items = list.arrayNode();
        for (JsonNode item : list.path("items")) {
            items.add(KINDS.contains(item.path("kind").asText()) ? object((ObjectNode) item) : item);
        }
        list.withObjectProperty("metadata");
        list.set("items", items);
        return list;
    }

    private ObjectNode object(ObjectNode object) {
        TypedObjects.apply(object);
        String kind = object.path("kind").asText();
        if (kind.equals("Pod")) {
            return pod(object);
        }
        JsonNode spec = object.path("spec");
        ObjectNode outer = (ObjectNode) (kind.equals("CronJob") ? spec.path("jobTemplate") : spec.path("template"));
        ObjectNode inner =
                (ObjectNode) (kind.equals("CronJob") ? outer.path("spec").path("template") : outer);
        ObjectNode pod = object.objectNode();
        pod.set("metadata", outer.path("metadata").isObject() ? outer.path("metadata") : object.objectNode());
        pod.set("spec", inner.path("spec"));
        JsonNode metadata = object.path("metadata");
        String name = metadata.path("name").asText();
        String namespace = metadata.path("namespace").asText();
        if (!injects(pod, kind, namespace, name)) {
            return object;
        }
        Workload workload = nameless
                ? new Workload("v1", "Pod", "", namespace)
                : new Workload(object.path("apiVersion").asText(), kind, name, namespace);
        ObjectNode injected = injector.inject(pod, workload);
        outer.set("metadata", injected.path("metadata"));
        inner.set("spec", injected.path("spec"));
        return object;
    }

    private ObjectNode pod(ObjectNode pod) {
        JsonNode metadata = pod.path("metadata");
        if (!injects(
                pod,
                "Pod",
                metadata.path("namespace").asText(),
                metadata.path("name").asText())) {
            return pod;
        }
        return injector.inject(pod, Workload.ofPod(pod, ""));
    }

    private boolean injects(JsonNode pod, String kind, String namespace, String name) {
        String shown = kind + " \"" + (namespace.isEmpty() ? name : namespace + "/" + name) + "\"";
        if (pod.path("spec").path("hostNetwork").asBoolean()) {
            warnings.accept("===> Skipping injection because " + shown + " has host networking enabled\n");
            return false;
        }
        JsonNode metadata = pod.path("metadata");
        String asked = "sidecar.istio.io/inject";
        String wish = metadata.path("labels")
                .path(asked)
                .asText(metadata.path("annotations").path(asked).asText());
        if (wish.equals("false")) {
            warnings.accept("===> Skipping injection because " + shown + " has sidecar injection disabled\n");
            return false;
        }
        return true;
    }
}
