package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Tree;
import lab.sandbox.api.Resource.Column;
import lab.sandbox.api.Resource.Subresource;

/** Turns a CustomResourceDefinition into the resources that it defines, one for each served version. */
final class CustomResources {
    /** In the order in which the real server lists them for custom resources. */
    private static final List<String> VERBS =
            List.of("delete", "deletecollection", "get", "list", "patch", "create", "update", "watch");

    private CustomResources() {}

    static List<Resource> of(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        JsonNode names = spec.path("names");
        List<Resource> resources = new ArrayList<>();
        for (JsonNode version : spec.path("versions")) {
            if (version.path("served").asBoolean()) {
                resources.add(new Resource(
                        spec.path("group").asText(),
                        version.path("name").asText(),
                        names.path("plural").asText(),
                        names.path("kind").asText(),
                        names.path("singular").asText(),
                        spec.path("scope").asText().equals("Namespaced"),
                        VERBS,
                        texts(names.path("shortNames")),
                        texts(names.path("categories")),
                        List.of("*"),
                        subresources(
                                version.path("subresources"), names.path("kind").asText()),
                        columns(version.path("additionalPrinterColumns")),
                        schema(version)));
            }
        }
        return resources;
    }

    private static JsonNode schema(JsonNode version) {
        JsonNode schema = Tree.at(version, "schema.openAPIV3Schema");
        return schema.isMissingNode() ? MissingNode.getInstance() : schema;
    }

    private static List<Subresource> subresources(JsonNode subresources, String kind) {
        List<Subresource> list = new ArrayList<>();
        if (subresources.has("status")) {
            list.add(new Subresource("status", List.of("get", "patch", "update"), "", "", kind));
        }
        if (subresources.has("scale")) {
            list.add(new Subresource("scale", List.of("get", "patch", "update"), "autoscaling", "v1", "Scale"));
        }
        return list;
    }

    // models
    // staging/src/k8s.io/apiextensions-apiserver/pkg/registry/customresource/tableconvertor/tableconvertor.go@1.34
    private static List<Column> columns(JsonNode declared) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("Name", "string", "name", false, ".metadata.name"));
        for (JsonNode column : declared) {
            columns.add(new Column(
                    column.path("name").asText(),
                    column.path("type").asText(),
                    column.path("format").asText(""),
                    column.path("priority").asInt() > 0,
                    column.path("jsonPath").asText()));
        }
        if (columns.size() == 1) {
            columns.add(new Column("Age", "date", "", false, ".metadata.creationTimestamp"));
        }
        return columns;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
