package lab.sandbox.api.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import lab.kube.Tree;

/** Defaults of services, webhook configurations, roles, secrets and custom resource definitions. */
final class ClusterDefaults {
    private static final String RBAC = "rbac.authorization.k8s.io";

    private ClusterDefaults() {}

    static void service(ObjectNode service) {
        ObjectNode spec = Tree.child(service, "spec");
        Absent.text(spec, "sessionAffinity", "None");
        Absent.text(spec, "type", "ClusterIP");
        String type = spec.path("type").asText();
        if (spec.path("sessionAffinity").asText().equals("ClientIP")) {
            Absent.number(Tree.make(spec, "sessionAffinityConfig.clientIP"), "timeoutSeconds", 10800);
        }
        for (ObjectNode port : Absent.objects(spec.path("ports"))) {
            Absent.text(port, "protocol", "TCP");
            JsonNode target = port.path("targetPort");
            if (target.isMissingNode()
                    || target.asText().isEmpty()
                    || target.asText().equals("0")) {
                port.set("targetPort", port.path("port"));
            }
        }
        if (!type.equals("ExternalName")) {
            Absent.text(spec, "internalTrafficPolicy", "Cluster");
        }
        if (type.equals("NodePort") || type.equals("LoadBalancer")) {
            Absent.text(spec, "externalTrafficPolicy", "Cluster");
        }
        if (type.equals("LoadBalancer")) {
            Absent.truth(spec, "allocateLoadBalancerNodePorts", true);
        }
        Absent.empty(Tree.child(service, "status"), "loadBalancer");
    }

    static void endpoints(ObjectNode endpoints) {
        for (ObjectNode subset : Absent.objects(endpoints.path("subsets"))) {
            Absent.objects(subset.path("ports")).forEach(port -> Absent.text(port, "protocol", "TCP"));
        }
    }

    static void endpointSlice(ObjectNode slice) {
        for (ObjectNode port : Absent.objects(slice.path("ports"))) {
            Absent.text(port, "protocol", "TCP");
            if (Absent.is(port, "name")) {
                port.put("name", "");
            }
        }
    }

    static void namespace(ObjectNode namespace) {
        ObjectNode metadata = Tree.child(namespace, "metadata");
        String name = metadata.path("name").asText();
        if (!name.isEmpty()) {
            Tree.child(metadata, "labels").put("kubernetes.io/metadata.name", name);
        }
    }

    static void secret(ObjectNode secret) {
        Absent.text(secret, "type", "Opaque");
        JsonNode texts = secret.remove("stringData");
        if (texts != null) {
            ObjectNode data = Tree.child(secret, "data");
            for (Map.Entry<String, JsonNode> text : texts.properties()) {
                byte[] bytes = text.getValue().asText().getBytes(StandardCharsets.UTF_8);
                data.put(text.getKey(), Base64.getEncoder().encodeToString(bytes));
            }
        }
    }

    static void mutatingWebhooks(ObjectNode configuration) {
        for (ObjectNode webhook : webhooks(configuration)) {
            Absent.text(webhook, "reinvocationPolicy", "Never");
        }
    }

    static Iterable<ObjectNode> webhooks(ObjectNode configuration) {
        Iterable<ObjectNode> webhooks = Absent.objects(configuration.path("webhooks"));
        for (ObjectNode webhook : webhooks) {
            Absent.text(webhook, "failurePolicy", "Fail");
            Absent.text(webhook, "matchPolicy", "Equivalent");
            Absent.empty(webhook, "namespaceSelector");
            Absent.empty(webhook, "objectSelector");
            Absent.number(webhook, "timeoutSeconds", 10);
            if (Tree.at(webhook, "clientConfig.service") instanceof ObjectNode service) {
                Absent.number(service, "port", 443);
            }
            Absent.objects(webhook.path("rules")).forEach(rule -> Absent.text(rule, "scope", "*"));
        }
        return webhooks;
    }

    static void binding(ObjectNode binding) {
        if (binding.get("roleRef") instanceof ObjectNode role) {
            Absent.text(role, "apiGroup", RBAC);
        }
        for (ObjectNode subject : Absent.objects(binding.path("subjects"))) {
            if (!subject.path("kind").asText().equals("ServiceAccount")) {
                Absent.text(subject, "apiGroup", RBAC);
            }
        }
    }

    static void autoscaler(ObjectNode scaler) {
        Absent.number(Tree.child(scaler, "spec"), "minReplicas", 1);
    }

    static void priorityClass(ObjectNode priority) {
        Absent.text(priority, "preemptionPolicy", "PreemptLowerPriority");
    }

    // models staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1/defaults.go@1.34
    static void definition(ObjectNode definition) {
        ObjectNode spec = Tree.child(definition, "spec");
        ObjectNode names = Tree.child(spec, "names");
        String kind = names.path("kind").asText();
        Absent.text(names, "singular", kind.toLowerCase(Locale.ROOT));
        Absent.text(names, "listKind", kind + "List");
        Absent.text(Tree.child(spec, "conversion"), "strategy", "None");
        for (ObjectNode version : Absent.objects(spec.path("versions"))) {
            for (ObjectNode column : Absent.objects(version.path("additionalPrinterColumns"))) {
                if (column.path("priority").asInt() == 0) {
                    column.remove("priority");
                }
            }
        }
    }
}
