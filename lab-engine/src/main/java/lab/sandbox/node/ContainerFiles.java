package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import lab.sandbox.api.ApiServer;
import lab.shell.MemoryFiles;
import org.jspecify.annotations.Nullable;

/** The files of a container: its image's, the kubelet's, and its mounts. */
final class ContainerFiles {
    private final ApiServer api;
    private final Supplier<Instant> clock;

    ContainerFiles(ApiServer api, Supplier<Instant> clock) {
        this.api = api;
        this.clock = clock;
    }

    /** The files as the container's process sees them; made on first use, mounted volumes as they are now. */
    MemoryFiles of(JsonNode pod, JsonNode spec, PodSandbox sandbox, NodeContainer container, User user) {
        MemoryFiles files = container.files;
        if (files == null) {
            files = new MemoryFiles(clock);
            image(files, ImageCatalog.find(container.image));
            container.files = files;
        }
        kubelet(files, pod, sandbox);
        Set<String> mounts = mounts(files, pod, spec, sandbox);
        MemoryFiles seen = files.as(user.uid() == 0 ? "root" : user.name());
        boolean readOnly =
                spec.path("securityContext").path("readOnlyRootFilesystem").asBoolean();
        return readOnly ? seen.readOnlyExcept(mounts) : seen;
    }

    private static void image(MemoryFiles files, @Nullable KnownImage image) {
        files.putDirectory("/tmp", "rwxrwxrwt", "root");
        files.putDirectory("/root", "rwx------", "root");
        for (String name : new String[] {"/bin", "/usr/bin", "/var/log", "/proc", "/home", "/sbin", "/dev", "/run"}) {
            files.putDirectory(name, "rwxr-xr-x", "root");
        }
        StringBuilder passwd = new StringBuilder("root:x:0:0:root:/root:/bin/sh\n");
        StringBuilder group = new StringBuilder("root:x:0:\n");
        if (image != null) {
            User user = image.kind() == KnownImage.Kind.PROXY
                    ? new User(1337, "istio-proxy", 1337, "istio-proxy")
                    : image.user();
            if (user.uid() != 0) {
                passwd.append(user.name())
                        .append(":x:")
                        .append(user.uid())
                        .append(':')
                        .append(user.gid());
                passwd.append("::/home/").append(user.name()).append(":/bin/sh\n");
                group.append(user.group()).append(":x:").append(user.gid()).append(":\n");
                files.putDirectory("/home/" + user.name(), "rwxr-xr-x", user.name());
            }
            files.put("/etc/os-release", release(image.kind()), "rw-r--r--", "root");
            if (image.kind() == KnownImage.Kind.NGINX) {
                files.put("/usr/share/nginx/html/index.html", Nginx.PAGE, "rw-r--r--", "root");
            }
        }
        files.put("/etc/passwd", passwd.toString(), "rw-r--r--", "root");
        files.put("/etc/group", group.toString(), "rw-r--r--", "root");
    }

    private static String release(KnownImage.Kind kind) {
        return switch (kind) {
            case ALPINE, CURL -> """
                NAME="Alpine Linux"
                ID=alpine
                VERSION_ID=3.22.2
                PRETTY_NAME="Alpine Linux v3.22"
                """;
            default -> """
                PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
                NAME="Debian GNU/Linux"
                ID=debian
                """;
        };
    }

    /** What the kubelet writes into every container. */
    private static void kubelet(MemoryFiles files, JsonNode pod, PodSandbox sandbox) {
        files.put("/etc/hostname", sandbox.name + "\n", "rw-r--r--", "root");
        files.put(
                "/etc/hosts",
                "# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n"
                        + "fe00::0\tip6-localnet\nfe00::0\tip6-mcastprefix\nfe00::1\tip6-allnodes\n"
                        + "fe00::2\tip6-allrouters\n" + sandbox.ip + "\t" + sandbox.name + "\n",
                "rw-r--r--",
                "root");
        files.put("/etc/resolv.conf", resolvConf(pod, sandbox.namespace), "rw-r--r--", "root");
    }

    static String resolvConf(JsonNode pod, String namespace) {
        String policy = pod.path("spec").path("dnsPolicy").asText("ClusterFirst");
        boolean host = pod.path("spec").path("hostNetwork").asBoolean();
        if (policy.equals("Default") || (host && policy.equals("ClusterFirst"))) {
            return "nameserver 172.18.0.1\n";
        }
        return "search " + namespace + ".svc.cluster.local svc.cluster.local cluster.local\nnameserver " + NodeFacts.DNS
                + "\noptions ndots:5\n";
    }

    /** Lays the pod's volumes where the container mounts them; gives the mounted directories. */
    private Set<String> mounts(MemoryFiles files, JsonNode pod, JsonNode spec, PodSandbox sandbox) {
        Set<String> paths = new HashSet<>();
        for (JsonNode mount : spec.path("volumeMounts")) {
            String path = mount.path("mountPath").asText();
            JsonNode volume = volume(pod, mount.path("name").asText());
            Map<String, String> content = content(pod, volume, sandbox);
            boolean fixed = mount.path("readOnly").asBoolean() || !volume.has("emptyDir");
            files.putDirectory(path, volume.has("emptyDir") ? "rwxrwxrwx" : "rwxr-xr-x", "root");
            String only = mount.path("subPath").asText("");
            content.forEach((name, text) -> {
                if (only.isEmpty() || only.equals(name)) {
                    files.put(only.isEmpty() ? path + "/" + name : path, text, "rw-r--r--", "root");
                }
            });
            if (!fixed) {
                paths.add(path);
            }
        }
        paths.add("/dev");
        return paths;
    }

    private static JsonNode volume(JsonNode pod, String name) {
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            if (volume.path("name").asText().equals(name)) {
                return volume;
            }
        }
        return pod.path("no such volume");
    }

    private Map<String, String> content(JsonNode pod, JsonNode volume, PodSandbox sandbox) {
        Map<String, String> content = new TreeMap<>();
        source(pod, volume, sandbox, content);
        for (JsonNode part : volume.path("projected").path("sources")) {
            source(pod, part, sandbox, content);
        }
        return content;
    }

    private void source(JsonNode pod, JsonNode source, PodSandbox sandbox, Map<String, String> content) {
        String namespace = sandbox.namespace;
        JsonNode configMap = source.path("configMap");
        items(
                configMap,
                api.find("configmaps", namespace, configMap.path("name").asText()),
                false,
                content);
        JsonNode secret = source.path("secret");
        String secretName = secret.path("secretName").asText(secret.path("name").asText());
        items(secret, api.find("secrets", namespace, secretName), true, content);
        for (JsonNode item : source.path("downwardAPI").path("items")) {
            String field = item.path("fieldRef").path("fieldPath").asText();
            content.put(item.path("path").asText(), downward(pod, sandbox, field));
        }
        JsonNode token = source.path("serviceAccountToken");
        if (!token.isMissingNode()) {
            content.put(
                    token.path("path").asText(),
                    "eyJhbGciOiJSUzI1NiJ9." + sandbox.uid.replace("-", "") + ".c2FuZGJveA");
        }
    }

    /** Labels and annotations come as sorted lines without a last line end. Models kubernetes pkg/fieldpath@1.34. */
    private static String downward(JsonNode pod, PodSandbox sandbox, String field) {
        if (!field.equals("metadata.labels") && !field.equals("metadata.annotations")) {
            return PodVariables.field(pod, sandbox.ip, field);
        }
        Map<String, String> sorted = new TreeMap<>();
        pod.path("metadata")
                .path(field.substring("metadata.".length()))
                .properties()
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asText()));
        StringBuilder text = new StringBuilder();
        sorted.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : "\n").append(key).append('=').append(quoted(value)));
        return text.toString();
    }

    /** As Go's {@code %q}. */
    private static String quoted(String value) {
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }

    private static void items(JsonNode source, @Nullable JsonNode object, boolean base64, Map<String, String> content) {
        if (object == null) {
            return;
        }
        object.path("data").properties().forEach(entry -> {
            String value = entry.getValue().asText();
            String text = base64 ? new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8) : value;
            if (source.path("items").isEmpty()) {
                content.put(entry.getKey(), text);
            }
            for (JsonNode item : source.path("items")) {
                if (item.path("key").asText().equals(entry.getKey())) {
                    content.put(item.path("path").asText(), text);
                }
            }
        });
    }
}
