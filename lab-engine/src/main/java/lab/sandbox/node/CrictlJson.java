package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What containerd 1.6 says of sandboxes and containers, in the shape that crictl prints as JSON. */
final class CrictlJson {
    private CrictlJson() {}

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode labels(PodSandbox sandbox, JsonNode pod) {
        Map<String, String> sorted = new TreeMap<>();
        pod.path("metadata")
                .path("labels")
                .properties()
                .forEach(label -> sorted.put(label.getKey(), label.getValue().asText()));
        sorted.put("io.kubernetes.pod.name", sandbox.name);
        sorted.put("io.kubernetes.pod.namespace", sandbox.namespace);
        sorted.put("io.kubernetes.pod.uid", sandbox.uid);
        ObjectNode labels = object();
        sorted.forEach(labels::put);
        return labels;
    }

    private static ObjectNode annotations(PodSandbox sandbox, JsonNode pod) {
        Map<String, String> sorted = new TreeMap<>();
        pod.path("metadata")
                .path("annotations")
                .properties()
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asText()));
        sorted.put("kubernetes.io/config.seen", Stamps.nanos(sandbox.created));
        sorted.put("kubernetes.io/config.source", "api");
        ObjectNode annotations = object();
        sorted.forEach(annotations::put);
        return annotations;
    }

    private static ObjectNode metadata(PodSandbox sandbox) {
        return object().put("attempt", 0)
                .put("name", sandbox.name)
                .put("namespace", sandbox.namespace)
                .put("uid", sandbox.uid);
    }

    private static ObjectNode namespaceOptions(boolean numbers) {
        return numbers
                ? object().put("pid", 1)
                : object().put("ipc", "POD")
                        .put("network", "POD")
                        .put("pid", "CONTAINER")
                        .put("targetId", "");
    }

    /** One entry of {@code crictl pods -o json}. */
    static ObjectNode listed(PodSandbox sandbox, JsonNode pod) {
        ObjectNode item = object().put("id", sandbox.id);
        item.set("metadata", metadata(sandbox));
        item.put("state", "SANDBOX_READY").put("createdAt", nanoseconds(sandbox.created));
        item.set("labels", labels(sandbox, pod));
        item.set("annotations", annotations(sandbox, pod));
        return item.put("runtimeHandler", "");
    }

    static String nanoseconds(Instant time) {
        return time.getEpochSecond() + String.format(Locale.ROOT, "%09d", time.getNano());
    }

    /** {@code crictl inspectp}. The process id is directly under {@code info}; deeper ones mean other things. */
    static ObjectNode inspected(PodSandbox sandbox, JsonNode pod) {
        ObjectNode info = object();
        ObjectNode config = object();
        config.set("annotations", annotations(sandbox, pod));
        ObjectNode dns = config.putObject("dns_config");
        dns.putArray("options").add("ndots:5");
        dns.putArray("searches")
                .add(sandbox.namespace + ".svc.cluster.local")
                .add("svc.cluster.local")
                .add("cluster.local");
        dns.putArray("servers").add(NodeFacts.DNS);
        config.put("hostname", sandbox.name);
        config.set("labels", labels(sandbox, pod));
        config.putObject("linux").putObject("security_context").set("namespace_options", namespaceOptions(true));
        config.put("log_directory", "/var/log/pods/" + sandbox.namespace + "_" + sandbox.name + "_" + sandbox.uid);
        config.set("metadata", metadata(sandbox));
        info.set("config", config);
        info.put("image", "registry.k8s.io/pause:3.10.1")
                .put("netNamespaceClosed", false)
                .put("pid", sandbox.pid);
        info.put("processStatus", "running").put("runtimeHandler", "");
        info.putObject("runtimeOptions");
        ObjectNode linux = info.putObject("runtimeSpec").putObject("linux");
        for (String type : List.of("pid", "ipc", "uts", "mount", "network")) {
            linux.withArray("namespaces").addObject().put("type", type);
        }
        for (String call : List.of("getpid", "getppid", "pidfd_open", "pidfd_send_signal", "waitpid")) {
            linux.withObject("/seccomp").withArray("syscalls").add(call);
        }
        info.put("runtimeType", "io.containerd.runc.v2")
                .put("snapshotKey", sandbox.id)
                .put("snapshotter", "overlayfs");
        ObjectNode status = object();
        status.set("annotations", annotations(sandbox, pod));
        status.put("createdAt", Stamps.nanos(sandbox.created)).put("id", sandbox.id);
        status.set("labels", labels(sandbox, pod));
        status.putObject("linux").putObject("namespaces").set("options", namespaceOptions(false));
        status.set("metadata", metadata(sandbox));
        status.putObject("network").put("ip", sandbox.ip).putArray("additionalIps");
        status.put("runtimeHandler", "").put("state", "SANDBOX_READY");
        ObjectNode all = object();
        all.set("info", info);
        all.set("status", status);
        return all;
    }

    static String state(NodeContainer container) {
        return container.running() ? "CONTAINER_RUNNING" : "CONTAINER_EXITED";
    }

    private static String imageId(NodeContainer container) {
        KnownImage image = ImageCatalog.find(container.image);
        return image == null ? "" : image.id();
    }

    private static ObjectNode containerLabels(PodSandbox sandbox, NodeContainer container) {
        return object().put("io.kubernetes.container.name", container.name)
                .put("io.kubernetes.pod.name", sandbox.name)
                .put("io.kubernetes.pod.namespace", sandbox.namespace)
                .put("io.kubernetes.pod.uid", sandbox.uid);
    }

    /** One entry of {@code crictl ps -o json}. */
    static ObjectNode listed(PodSandbox sandbox, NodeContainer container) {
        ObjectNode item = object().put("id", container.id).put("podSandboxId", sandbox.id);
        item.putObject("metadata").put("name", container.name).put("attempt", container.attempt);
        item.putObject("image").put("image", imageId(container));
        item.put("imageRef", imageId(container)).put("state", state(container));
        item.put("createdAt", nanoseconds(container.started));
        item.set("labels", containerLabels(sandbox, container));
        return item;
    }

    /** {@code crictl inspect}. */
    static ObjectNode inspected(PodSandbox sandbox, NodeContainer container) {
        ObjectNode all = object();
        all.putObject("info")
                .put("pid", container.running() ? container.pid : 0)
                .put("runtimeType", "io.containerd.runc.v2")
                .put("sandboxID", sandbox.id)
                .put("snapshotKey", container.id)
                .put("snapshotter", "overlayfs");
        ObjectNode status = all.putObject("status");
        status.put("createdAt", Stamps.nanos(container.started)).put("exitCode", container.exitCode);
        Instant finished = container.finished;
        status.put("finishedAt", finished == null ? "0001-01-01T00:00:00Z" : Stamps.nanos(finished));
        status.put("id", container.id);
        status.putObject("image").put("image", container.image);
        status.put("imageRef", imageId(container));
        status.set("labels", containerLabels(sandbox, container));
        status.put(
                "logPath",
                "/var/log/pods/" + sandbox.namespace + "_" + sandbox.name + "_" + sandbox.uid + "/" + container.name
                        + "/" + container.attempt + ".log");
        status.putObject("metadata").put("attempt", container.attempt).put("name", container.name);
        status.put("reason", finished == null ? "" : container.exitCode == 0 ? "Completed" : "Error");
        status.put("startedAt", Stamps.nanos(container.started)).put("state", state(container));
        return all;
    }
}
