package lab.sandbox.api.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lab.kube.NameRules;
import lab.kube.Quantity;
import lab.kube.Tree;

/** The spec of a pod or of a pod template. Models pkg/apis/core/validation/validation.go@1.34. */
final class PodRules {
    private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");

    private final JsonNode spec;
    private final Findings findings;
    private final Set<String> names = new HashSet<>();
    private final Set<String> volumes = new HashSet<>();

    private PodRules(JsonNode spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    /** @param field where the spec is, such as {@code spec.template.spec} */
    static void check(JsonNode spec, String field, Findings findings) {
        new PodRules(spec, findings).check(field);
    }

    private void check(String field) {
        volumes(field + ".volumes");
        if (spec.path("containers").isEmpty()) {
            findings.required(field + ".containers", "");
        }
        containers("containers", field);
        containers("initContainers", field);
        oneOf(field + ".restartPolicy", spec.path("restartPolicy"), List.of("Always", "OnFailure", "Never"));
        oneOf(
                field + ".dnsPolicy",
                spec.path("dnsPolicy"),
                List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"));
        String account = spec.path("serviceAccountName").asText("");
        if (!account.isEmpty()) {
            findings.check(field + ".serviceAccountName", account, NameRules.subdomain(account));
        }
        JsonNode grace = spec.path("terminationGracePeriodSeconds");
        if (grace.asLong() < 0) {
            findings.invalid(field + ".terminationGracePeriodSeconds", grace, "must be greater than or equal to 0");
        }
        MetadataRules.labels(spec.path("nodeSelector"), field + ".nodeSelector", findings);
    }

    private void oneOf(String field, JsonNode value, List<String> allowed) {
        if (value.isTextual() && !allowed.contains(value.asText())) {
            findings.unsupported(field, value, allowed);
        }
    }

    private void volumes(String field) {
        int at = 0;
        for (JsonNode volume : spec.path("volumes")) {
            String place = field + "[" + at++ + "]";
            String name = volume.path("name").asText("");
            name(place + ".name", name, volumes);
            if (volume.size() > 2) {
                findings.forbidden(place + "." + second(volume), "may not specify more than 1 volume type");
            }
        }
    }

    private static String second(JsonNode volume) {
        String last = "";
        for (var member : volume.properties()) {
            last = member.getKey().equals("name") ? last : member.getKey();
        }
        return last;
    }

    private void name(String field, String name, Set<String> seen) {
        if (name.isEmpty()) {
            findings.required(field, "");
        } else if (!seen.add(name)) {
            findings.duplicate(field, name);
        } else {
            findings.check(field, name, NameRules.dnsLabel(name));
        }
    }

    private void containers(String list, String field) {
        int at = 0;
        for (JsonNode container : spec.path(list)) {
            container(container, field + "." + list + "[" + at++ + "]");
        }
    }

    private void container(JsonNode container, String field) {
        name(field + ".name", container.path("name").asText(""), names);
        String image = container.path("image").asText("");
        if (image.isEmpty()) {
            findings.required(field + ".image", "");
        } else if (!image.strip().equals(image)) {
            findings.invalid(field + ".image", image, "must not have leading or trailing whitespace");
        }
        oneOf(field + ".imagePullPolicy", container.path("imagePullPolicy"), PULL_POLICIES);
        ports(container.path("ports"), field + ".ports");
        environment(container.path("env"), field + ".env");
        mounts(container.path("volumeMounts"), field + ".volumeMounts");
        resources(container.path("resources"), field + ".resources");
        for (String probe : PROBES) {
            if (container.path(probe).isObject()) {
                probe(container.path(probe), field + "." + probe);
            }
        }
    }

    static void port(JsonNode port, String field, Findings findings) {
        if (port.asInt() < 1 || port.asInt() > 65535) {
            findings.invalid(field, port, "must be between 1 and 65535, inclusive");
        }
    }

    private void ports(JsonNode ports, String field) {
        Set<String> portNames = new HashSet<>();
        int at = 0;
        for (JsonNode port : ports) {
            String place = field + "[" + at++ + "]";
            String name = port.path("name").asText("");
            if (!name.isEmpty()) {
                portName(name, place + ".name");
                if (!portNames.add(name)) {
                    findings.duplicate(place + ".name", name);
                }
            }
            if (port.path("containerPort").asInt() == 0) {
                findings.required(place + ".containerPort", "");
            } else {
                port(port.path("containerPort"), place + ".containerPort", findings);
            }
            oneOf(place + ".protocol", port.path("protocol"), PROTOCOLS);
        }
    }

    private void portName(String name, String field) {
        if (name.length() > 15) {
            findings.invalid(field, name, "must be no more than 15 characters");
        } else if (!name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")) {
            findings.invalid(field, name, "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        } else if (!name.matches(".*[a-z].*")) {
            findings.invalid(field, name, "must contain at least one letter (a-z)");
        }
    }

    private void environment(JsonNode variables, String field) {
        int at = 0;
        for (JsonNode variable : variables) {
            String place = field + "[" + at++ + "]";
            if (variable.path("name").asText("").isEmpty()) {
                findings.required(place + ".name", "");
            }
            if (variable.has("valueFrom") && !variable.path("value").asText("").isEmpty()) {
                findings.invalid(place + ".valueFrom", "", "may not be specified when `value` is not empty");
            }
        }
    }

    private void mounts(JsonNode mounts, String field) {
        Set<String> paths = new HashSet<>();
        int at = 0;
        for (JsonNode mount : mounts) {
            String place = field + "[" + at++ + "]";
            String name = mount.path("name").asText("");
            String path = mount.path("mountPath").asText("");
            if (name.isEmpty()) {
                findings.required(place + ".name", "");
            } else if (!volumes.contains(name)) {
                findings.notFound(place + ".name", name);
            }
            if (path.isEmpty()) {
                findings.required(place + ".mountPath", "");
            } else if (!paths.add(path)) {
                findings.invalid(place + ".mountPath", path, "must be unique");
            }
        }
    }

    private void resources(JsonNode resources, String field) {
        resources.path("requests").properties().forEach(request -> {
            JsonNode limit = resources.path("limits").path(request.getKey());
            Quantity asked = Quantity.parse(request.getValue().asText());
            Quantity most = limit.isMissingNode() ? null : Quantity.parse(limit.asText());
            if (asked != null && most != null && asked.compareTo(most) > 0) {
                findings.invalid(
                        field + ".requests",
                        request.getValue(),
                        "must be less than or equal to " + request.getKey() + " limit of " + most);
            }
        });
    }

    private void probe(JsonNode probe, String field) {
        int handlers = 0;
        for (String handler : List.of("exec", "httpGet", "tcpSocket", "grpc")) {
            handlers += probe.has(handler) ? 1 : 0;
        }
        if (handlers == 0) {
            findings.required(field, "must specify a handler type");
        } else if (handlers > 1) {
            findings.forbidden(field, "may not specify more than 1 handler type");
        }
        if (field.endsWith("livenessProbe") || field.endsWith("startupProbe")) {
            JsonNode success = Tree.at(probe, "successThreshold");
            if (success.asInt(1) != 1) {
                findings.invalid(field + ".successThreshold", success, "must be 1");
            }
        }
    }
}
