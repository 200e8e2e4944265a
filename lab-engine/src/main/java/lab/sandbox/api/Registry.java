package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources that are served now: the built-in ones, and those of the CustomResourceDefinitions in the store. */
final class Registry {
    private final List<Resource> builtin = BuiltinResources.read();
    private final Map<String, List<Resource>> custom = new LinkedHashMap<>();
    private final Map<String, Resource> index = new LinkedHashMap<>();

    Registry() {
        builtin.forEach(this::add);
    }

    private void add(Resource resource) {
        index.put(resource.apiVersion() + "/" + resource.name(), resource);
    }

    /** Takes in a definition that was added, changed or (null) removed. */
    void define(String name, @Nullable JsonNode definition) {
        List<Resource> old = custom.remove(name);
        if (old != null) {
            old.forEach(resource -> index.remove(resource.apiVersion() + "/" + resource.name()));
        }
        if (definition != null) {
            List<Resource> resources = CustomResources.of(definition);
            custom.put(name, resources);
            resources.forEach(this::add);
        }
    }

    void forgetDefinitions() {
        List.copyOf(custom.keySet()).forEach(name -> define(name, null));
    }

    @Nullable
    Resource find(String group, String version, String name) {
        return index.get(Resource.apiVersion(group, version) + "/" + name);
    }

    /** All that is served, in the order of discovery. */
    List<Resource> all() {
        return new ArrayList<>(index.values());
    }
}
