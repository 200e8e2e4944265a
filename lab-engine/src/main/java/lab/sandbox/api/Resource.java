package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource of one version, as discovery tells of it.
 *
 * @param generation the members whose change makes a new generation; {@code *} all but metadata and status
 * @param schema a custom resource's own OpenAPI schema, null for built-in kinds
 */
record Resource(
        String group,
        String version,
        String name,
        String kind,
        String singular,
        boolean namespaced,
        List<String> verbs,
        List<String> shortNames,
        List<String> categories,
        List<String> generation,
        List<Subresource> subresources,
        List<Column> columns,
        @Nullable JsonNode schema) {
    /** A part of an object with a path of its own; the kind is of group and version unless these are empty. */
    record Subresource(String name, List<String> verbs, String group, String version, String kind) {}

    /** A column of a Table; {@code jsonPath} only for custom resources. */
    record Column(
            String name,
            String type,
            String format,
            boolean wide,
            @Nullable String jsonPath) {}

    static final List<String> ALL_VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    Resource {
        verbs = List.copyOf(verbs);
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
        generation = List.copyOf(generation);
        subresources = List.copyOf(subresources);
        columns = List.copyOf(columns);
    }

    static String apiVersion(String group, String version) {
        return group.isEmpty() ? version : group + "/" + version;
    }

    String apiVersion() {
        return apiVersion(group, version);
    }

    /** {@code deployments.apps}; the same for all versions. Both kinds of events are stored as one. */
    String key() {
        if (name.equals("events")) {
            return "events";
        }
        return group.isEmpty() ? name : name + "." + group;
    }

    boolean custom() {
        return schema != null;
    }

    @Nullable
    Subresource subresource(String wanted) {
        for (Subresource candidate : subresources) {
            if (candidate.name().equals(wanted)) {
                return candidate;
            }
        }
        return null;
    }
}
