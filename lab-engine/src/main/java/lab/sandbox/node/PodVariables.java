package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.sandbox.api.ApiServer;
import org.jspecify.annotations.Nullable;

/** The environment variables of a container: the image's, the pod's and those of Services. */
final class PodVariables {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z0-9_.-]+)\\)");

    private final ApiServer api;

    PodVariables(ApiServer api) {
        this.api = api;
    }

    Map<String, String> of(JsonNode pod, JsonNode container, String podIp, @Nullable KnownImage image) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (image != null) {
            variables.putAll(image.environment());
        }
        variables.put("HOSTNAME", pod.path("metadata").path("name").asText());
        for (JsonNode source : container.path("envFrom")) {
            from(pod, source, variables);
        }
        for (JsonNode entry : container.path("env")) {
            String value = entry.has("valueFrom")
                    ? reference(pod, container, podIp, entry.path("valueFrom"))
                    : expand(entry.path("value").asText(""), variables);
            if (value != null) {
                variables.put(entry.path("name").asText(), value);
            }
        }
        services(pod, variables);
        variables.put("HOME", image != null && image.user().uid() == 100 ? "/home/curl_user" : "/root");
        return variables;
    }

    /** Replaces {@code $(NAME)} where the name is known. */
    static String expand(String text, Map<String, String> variables) {
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group())));
    }

    private void from(JsonNode pod, JsonNode source, Map<String, String> variables) {
        String namespace = pod.path("metadata").path("namespace").asText();
        String prefix = source.path("prefix").asText("");
        JsonNode map = api.find(
                "configmaps",
                namespace,
                source.path("configMapRef").path("name").asText());
        if (map != null) {
            map.path("data")
                    .properties()
                    .forEach(item -> variables.put(
                            prefix + item.getKey(), item.getValue().asText()));
        }
        JsonNode secret = api.find(
                "secrets", namespace, source.path("secretRef").path("name").asText());
        if (secret != null) {
            secret.path("data")
                    .properties()
                    .forEach(item -> variables.put(
                            prefix + item.getKey(), decoded(item.getValue().asText())));
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private @Nullable String reference(JsonNode pod, JsonNode container, String podIp, JsonNode from) {
        if (from.has("fieldRef")) {
            return field(pod, podIp, from.path("fieldRef").path("fieldPath").asText());
        }
        if (from.has("resourceFieldRef")) {
            return resource(
                    container, from.path("resourceFieldRef").path("resource").asText());
        }
        String namespace = pod.path("metadata").path("namespace").asText();
        JsonNode key = from.has("configMapKeyRef") ? from.path("configMapKeyRef") : from.path("secretKeyRef");
        boolean secret = from.has("secretKeyRef");
        JsonNode object = api.find(
                secret ? "secrets" : "configmaps", namespace, key.path("name").asText());
        JsonNode value =
                object == null ? null : object.path("data").path(key.path("key").asText());
        if (value == null || value.isMissingNode()) {
            return null;
        }
        return secret ? decoded(value.asText()) : value.asText();
    }

    static String field(JsonNode pod, String podIp, String path) {
        Matcher keyed =
                Pattern.compile("metadata\\.(labels|annotations)\\['(.+)']").matcher(path);
        if (keyed.matches()) {
            return pod.path("metadata")
                    .path(keyed.group(1))
                    .path(keyed.group(2))
                    .asText("");
        }
        return switch (path) {
            case "status.podIP", "status.podIPs" -> podIp;
            case "status.hostIP", "status.hostIPs" -> NodeFacts.ADDRESS;
            default -> {
                JsonNode node = pod;
                for (String part : path.split("\\.")) {
                    node = node.path(part);
                }
                yield node.asText("");
            }
        };
    }

    /** Limits in whole cores and bytes, as a divisor of 1 gives them. */
    private static String resource(JsonNode container, String resource) {
        String[] parts = resource.split("\\.");
        String text = container.path("resources").path(parts[0]).path(parts[1]).asText("");
        if (parts[1].equals("cpu")) {
            return String.valueOf(text.isEmpty() ? 2 : (int) Math.ceil(Amounts.cores(text)));
        }
        return String.valueOf(text.isEmpty() ? NodeFacts.MEMORY : Amounts.bytes(text));
    }

    /** Services that the pod's namespace has when the container starts, as Docker links once were. */
    private void services(JsonNode pod, Map<String, String> variables) {
        String namespace = pod.path("metadata").path("namespace").asText();
        JsonNode kubernetes = api.find("services", "default", "kubernetes");
        if (kubernetes != null) {
            service(kubernetes, variables);
        }
        if (pod.path("spec").path("enableServiceLinks").asBoolean(true)) {
            for (JsonNode service : api.list("services", namespace)) {
                service(service, variables);
            }
        }
    }

    /** Models kubernetes pkg/kubelet/envvars/envvars.go@1.34. */
    private static void service(JsonNode service, Map<String, String> variables) {
        String ip = service.path("spec").path("clusterIP").asText("");
        JsonNode ports = service.path("spec").path("ports");
        if (ip.isEmpty() || ip.equals("None") || ports.isEmpty()) {
            return;
        }
        String name = upper(service.path("metadata").path("name").asText());
        String first = ports.path(0).path("port").asText();
        variables.put(name + "_SERVICE_HOST", ip);
        variables.put(name + "_SERVICE_PORT", first);
        for (JsonNode port : ports) {
            if (port.has("name")) {
                variables.put(
                        name + "_SERVICE_PORT_" + upper(port.path("name").asText()),
                        port.path("port").asText());
            }
        }
        for (JsonNode port : ports) {
            String protocol = port.path("protocol").asText("TCP");
            String number = port.path("port").asText();
            String url = protocol.toLowerCase(Locale.ROOT) + "://" + ip + ":" + number;
            String prefix = name + "_PORT_" + number + "_" + protocol;
            variables.putIfAbsent(name + "_PORT", url);
            variables.put(prefix, url);
            variables.put(prefix + "_PROTO", protocol.toLowerCase(Locale.ROOT));
            variables.put(prefix + "_PORT", number);
            variables.put(prefix + "_ADDR", ip);
        }
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
