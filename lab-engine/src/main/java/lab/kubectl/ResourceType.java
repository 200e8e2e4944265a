package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One kind of object that the server serves, as discovery describes it. */
public record ResourceType(
        String group,
        String version,
        String resource,
        String singular,
        String kind,
        boolean namespaced,
        List<String> verbs,
        List<String> shortNames,
        List<String> categories,
        List<String> subresources) {
    public ResourceType {
        verbs = List.copyOf(verbs);
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
        subresources = List.copyOf(subresources);
    }

    static ResourceType of(String group, String version, JsonNode entry) {
        String kind = entry.path("responseKind").path("kind").asText();
        String singular = entry.path("singularResource").asText();
        List<String> subresources = new ArrayList<>();
        entry.path("subresources")
                .forEach(sub -> subresources.add(sub.path("subresource").asText()));
        return new ResourceType(
                group,
                version,
                entry.path("resource").asText(),
                singular.isEmpty() ? kind.toLowerCase(Locale.ROOT) : singular,
                kind,
                entry.path("scope").asText().equals("Namespaced"),
                texts(entry.path("verbs")),
                texts(entry.path("shortNames")),
                texts(entry.path("categories")),
                subresources);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** {@code v1} or {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** {@code pods} or {@code deployments.apps}. */
    public String qualified() {
        return group.isEmpty() ? resource : resource + "." + group;
    }

    /** How commands name an object: {@code pod/x} or {@code deployment.apps/x}. */
    public String title(String name) {
        return qualifiedKind() + "/" + name;
    }

    /** {@code pod} or {@code deployment.apps}. */
    public String qualifiedKind() {
        String lower = kind.toLowerCase(Locale.ROOT);
        return group.isEmpty() ? lower : lower + "." + group;
    }

    /** The path of the collection; an empty namespace means all. */
    public String path(String namespace) {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        return root + (namespaced && !namespace.isEmpty() ? "/namespaces/" + namespace : "") + "/" + resource;
    }

    /** The path of one object. */
    public String path(String namespace, String name) {
        return path(namespace) + "/" + name;
    }
}
