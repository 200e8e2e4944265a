package lab.sandbox.mesh.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Istio's CustomResourceDefinitions, made from the interface facts of its kinds (names, columns, schemas). */
final class Definitions {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Definitions() {}

    static List<ObjectNode> read() {
        List<ObjectNode> definitions = new ArrayList<>();
        try (InputStream file = Definitions.class.getResourceAsStream("/lab/sandbox/mesh/install/crds.json.gz")) {
            if (file == null) {
                throw new IllegalStateException("crds.json.gz is not in the jar");
            }
            for (JsonNode kind : MAPPER.readTree(new GZIPInputStream(file))) {
                definitions.add(definition(kind));
            }
        } catch (IOException e) {
            throw new IllegalStateException("crds.json.gz cannot be read: " + e.getMessage(), e);
        }
        return definitions;
    }

    private static ObjectNode definition(JsonNode kind) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("apiVersion", "apiextensions.k8s.io/v1").put("kind", "CustomResourceDefinition");
        String group = kind.path("group").asText();
        ObjectNode metadata = definition.putObject("metadata");
        metadata.put("name", kind.path("names").path("plural").asText() + "." + group);
        metadata.putObject("labels")
                .put("app", "istio-pilot")
                .put("app.kubernetes.io/instance", "istio")
                .put("app.kubernetes.io/managed-by", "Helm")
                .put("app.kubernetes.io/part-of", "istio")
                .put("app.kubernetes.io/version", "1.30.3")
                .put("chart", "istio")
                .put("heritage", "Tiller")
                .put("release", "istio");
        ObjectNode spec = definition.putObject("spec");
        spec.put("group", group);
        spec.set("names", kind.path("names"));
        spec.put("scope", kind.path("scope").asText());
        JsonNode stored = stored(kind);
        ArrayNode versions = spec.putArray("versions");
        for (JsonNode version : kind.path("versions")) {
            ObjectNode one = versions.addObject();
            one.put("name", version.path("name").asText());
            one.put("served", version.path("served").asBoolean());
            one.put("storage", version.path("storage").asBoolean());
            one.set("additionalPrinterColumns", version.path("columns"));
            one.set("subresources", version.path("subresources"));
            // most versions say only that their schema is that of the stored one
            JsonNode own = version.path("schema");
            one.putObject("schema").set("openAPIV3Schema", whole(own.isObject() ? own : stored));
        }
        return definition;
    }

    private static JsonNode stored(JsonNode kind) {
        for (JsonNode version : kind.path("versions")) {
            if (version.path("schema").isObject()) {
                return version.path("schema");
            }
        }
        throw new IllegalStateException(
                "crds.json.gz has no schema of " + kind.path("names").path("kind"));
    }

    /** The facts hold the schema of {@code spec}; around it stands what all Istio's kinds have. */
    private static ObjectNode whole(JsonNode spec) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("spec", spec);
        properties.putObject("status").put("type", "object").put("x-kubernetes-preserve-unknown-fields", true);
        return schema;
    }
}
