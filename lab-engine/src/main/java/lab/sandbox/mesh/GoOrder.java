package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Containers in JSON with the fields in the order of Kubernetes' Go structs. */
final class GoOrder {
    private static final List<String> FIELDS = List.of(
            "initContainers",
            "containers",
            "name",
            "image",
            "command",
            "args",
            "workingDir",
            "ports",
            "envFrom",
            "env",
            "value",
            "valueFrom",
            "resources",
            "limits",
            "requests",
            "resizePolicy",
            "restartPolicy",
            "volumeMounts",
            "readOnly",
            "mountPath",
            "livenessProbe",
            "readinessProbe",
            "startupProbe",
            "lifecycle",
            "terminationMessagePath",
            "terminationMessagePolicy",
            "imagePullPolicy",
            "securityContext",
            "capabilities",
            "privileged",
            "runAsUser",
            "runAsGroup",
            "runAsNonRoot",
            "readOnlyRootFilesystem",
            "allowPrivilegeEscalation");

    private GoOrder() {}

    static JsonNode of(JsonNode value) {
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(of(item)));
            return array;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        FIELDS.stream().filter(value::has).forEach(field -> ordered.set(field, of(value.get(field))));
        value.properties().stream()
                .filter(field -> !ordered.has(field.getKey()))
                .forEach(field -> ordered.set(field.getKey(), of(field.getValue())));
        return ordered;
    }
}
