package lab.sandbox.node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lab.sandbox.node.KnownImage.Kind;
import org.jspecify.annotations.Nullable;

/** The images of the sandbox's registries. Identifiers and sizes of those on the node are the recorded ones. */
final class ImageCatalog {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final User PROXY_USER = new User(1337, "istio-proxy", 1337, "istio-proxy");
    private static final User NONROOT = new User(65532, "nonroot", 65532, "nonroot");
    private static final List<String> NONE = List.of();

    private static final List<KnownImage> IMAGES = List.of(
            image(
                    "docker.io/curlimages/curl",
                    "8.16.0",
                    "e4f01de21551b6a8849a472a05825ecd88ff2c6a16bdd87c5c92f760bfb24a4f",
                    95366031,
                    Kind.CURL,
                    new User(100, "curl_user", 101, "curl_group"),
                    List.of("/entrypoint.sh"),
                    List.of("curl")),
            image(
                    "docker.io/mccutchen/go-httpbin",
                    "v2.15.0",
                    "6d88e9d0c34980a154daea893fbe53db2a43f371be7db843634a8c80d0cc8e5e",
                    8766324,
                    Kind.HTTPBIN,
                    User.ROOT,
                    NONE,
                    List.of("/bin/go-httpbin")),
            image(
                    "registry.istio.io/release/pilot",
                    "1.30.3",
                    "e722e655e251c51a90558929d40e11d82a74642779a0ffab2d43f5f8afff1484",
                    226407531,
                    Kind.PILOT,
                    PROXY_USER,
                    List.of("/usr/local/bin/pilot-discovery"),
                    NONE),
            image(
                    "registry.istio.io/release/proxyv2",
                    "1.30.3",
                    "f8ac5be83336c2656dfbd768a9a6c4ab47a6bb28635c3a7bb914f470efbcff07",
                    240887228,
                    Kind.PROXY,
                    User.ROOT,
                    List.of("/usr/local/bin/pilot-agent"),
                    NONE),
            system(
                    "coredns/coredns",
                    "v1.12.1",
                    "aca4c90b22e285b5953a57beba42df052f85dd7178811f8de62e4b4d598a9fe3",
                    158250078),
            system("etcd", "3.6.4-0", "9fae889c11227d58d603b5a237bb36c7b4637c9dd4f586e6cb8364b1f84963d1", 132885505),
            system(
                    "kube-apiserver",
                    "v1.34.0",
                    "aff49dcf478a06834725e907f2f42778daa93d58aa052a0d9bc3edbbef98d683",
                    257854550),
            system(
                    "kube-controller-manager",
                    "v1.34.0",
                    "e7a8d012dba24dc40a53ab2e4af85496a95c4303b7b7ef00e08b9ca02ef46c4f",
                    257854568),
            system(
                    "kube-proxy",
                    "v1.34.0",
                    "4fbe890f6acb1aefa076b6db38111fb143507b7a2c0186544e63142bbb0410af",
                    257865026),
            system(
                    "kube-scheduler",
                    "v1.34.0",
                    "e02b31caee725de62c57ebe323565f7af4345f3bd7e457dd2d3f4333c7e1c859",
                    257854550),
            system("pause", "3.10.1", "f0af05bdfb9cb4d28cd115cbd168a18e0614de4a7fc0e17759f67753bc8b59ab", 686879),
            elsewhere("docker.io/library/busybox", Kind.BUSYBOX, 2218341, NONE, List.of("sh")),
            elsewhere("docker.io/library/alpine", Kind.ALPINE, 3804305, NONE, List.of("/bin/sh")),
            elsewhere(
                    "docker.io/library/nginx",
                    Kind.NGINX,
                    59766430,
                    List.of("/docker-entrypoint.sh"),
                    List.of("nginx", "-g", "daemon off;")),
            elsewhere("docker.io/curlimages/curl", Kind.CURL, 9500000, List.of("/entrypoint.sh"), List.of("curl")),
            elsewhere("docker.io/mccutchen/go-httpbin", Kind.HTTPBIN, 8766324, NONE, List.of("/bin/go-httpbin")));

    private ImageCatalog() {}

    private static KnownImage image(
            String name,
            String tag,
            String id,
            long bytes,
            Kind kind,
            User user,
            List<String> entrypoint,
            List<String> command) {
        return new KnownImage(
                name, tag, "sha256:" + id, bytes, true, kind, user, Map.of("PATH", PATH), entrypoint, command);
    }

    private static KnownImage system(String name, String tag, String id, long bytes) {
        String program = "/" + name.substring(name.lastIndexOf('/') + 1);
        return image("registry.k8s.io/" + name, tag, id, bytes, Kind.DISTROLESS, NONROOT, List.of(program), List.of());
    }

    /** An image that must be pulled; its tag is the one asked for. */
    private static KnownImage elsewhere(
            String name, Kind kind, long bytes, List<String> entrypoint, List<String> command) {
        User user = kind == Kind.CURL ? new User(100, "curl_user", 101, "curl_group") : User.ROOT;
        return new KnownImage(name, "", "", bytes, false, kind, user, Map.of("PATH", PATH), entrypoint, command);
    }

    static List<KnownImage> onNode() {
        return IMAGES.stream().filter(KnownImage::onNode).toList();
    }

    /** The image behind a reference as pods write it, or null when no registry has it. */
    static @Nullable KnownImage find(String reference) {
        String full = fullName(reference);
        int colon = full.lastIndexOf(':');
        String name = full.substring(0, colon);
        String tag = full.substring(colon + 1);
        List<KnownImage> sameName = new ArrayList<>();
        for (KnownImage image : IMAGES) {
            if (image.name().equals(name)) {
                if (image.tag().equals(tag)) {
                    return image;
                }
                sameName.add(image);
            }
        }
        for (KnownImage image : sameName) {
            if (image.tag().isEmpty()
                    && tag.matches("latest|stable|mainline|alpine|edge|v?\\d+(\\.\\d+)*(-[a-z0-9.]+)?")) {
                return tagged(image, tag);
            }
        }
        return null;
    }

    /** True when a registry has images of this name, whatever their tags. */
    static boolean knownName(String reference) {
        String full = fullName(reference);
        String name = full.substring(0, full.lastIndexOf(':'));
        return IMAGES.stream().anyMatch(image -> image.name().equals(name));
    }

    private static KnownImage tagged(KnownImage image, String tag) {
        return new KnownImage(
                image.name(),
                tag,
                "sha256:" + digest(image.name() + ":" + tag),
                image.bytes(),
                false,
                image.kind(),
                image.user(),
                image.environment(),
                image.entrypoint(),
                image.command());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** As containerd names it: {@code busybox} is {@code docker.io/library/busybox:latest}. */
    static String fullName(String reference) {
        String name = reference;
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        if (slash < 0) {
            name = "docker.io/library/" + name;
        } else if (!first.contains(".") && !first.contains(":") && !first.equals("localhost")) {
            name = "docker.io/" + name;
        }
        int at = name.indexOf('@');
        if (at >= 0) {
            name = name.substring(0, at);
        }
        return name.lastIndexOf(':') > name.lastIndexOf('/') ? name : name + ":latest";
    }
}
