package lab.sandbox.api.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lab.kube.NameRules;
import org.jspecify.annotations.Nullable;

/** Names, labels and annotations. Models apimachinery/pkg/api/validation/objectmeta.go@1.34. */
final class MetadataRules {
    private static final Set<String> LABEL_NAMES = Set.of("namespaces");
    private static final Set<String> DNS_1035_NAMES = Set.of("services");
    private static final Set<String> PATH_NAMES = Set.of(
            "roles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io",
            "clusterroles.rbac.authorization.k8s.io",
            "clusterrolebindings.rbac.authorization.k8s.io");

    private MetadataRules() {}

    static void check(String resource, JsonNode metadata, Findings findings) {
        String name = metadata.path("name").asText("");
        if (name.isEmpty()) {
            findings.required("metadata.name", "name or generateName is required");
        } else {
            findings.check("metadata.name", name, name(resource, name));
        }
        labels(metadata.path("labels"), "metadata.labels", findings);
        for (Map.Entry<String, JsonNode> annotation :
                metadata.path("annotations").properties()) {
            findings.check(
                    "metadata.annotations",
                    annotation.getKey(),
                    NameRules.labelKey(annotation.getKey().toLowerCase(Locale.ROOT)));
        }
    }

    private static @Nullable String name(String resource, String name) {
        if (PATH_NAMES.contains(resource)) {
            if (name.equals(".") || name.equals("..")) {
                return "may not be '" + name + "'";
            }
            return name.contains("/") ? "may not contain '/'" : name.contains("%") ? "may not contain '%'" : null;
        }
        if (LABEL_NAMES.contains(resource)) {
            return NameRules.dnsLabel(name);
        }
        return DNS_1035_NAMES.contains(resource) ? NameRules.dns1035(name) : NameRules.subdomain(name);
    }

    static void labels(JsonNode labels, String field, Findings findings) {
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            findings.check(field, label.getKey(), NameRules.labelKey(label.getKey()));
            findings.check(
                    field,
                    label.getValue().asText(),
                    NameRules.labelValue(label.getValue().asText()));
        }
    }
}
