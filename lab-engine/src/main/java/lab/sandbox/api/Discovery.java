package lab.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.kube.Request;
import lab.kube.Response;
import lab.sandbox.api.Resource.Subresource;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is served: {@code /api}, {@code /apis} (all at once where the client asks for it), and the older list per
 * version. Models staging/src/k8s.io/apiserver/pkg/endpoints/discovery@1.34.
 */
final class Discovery {
    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private final Registry registry;

    Discovery(Registry registry) {
        this.registry = registry;
    }

    /** The answer, or null when the path is none of discovery's. */
    @Nullable
    Response answer(Request request) {
        String path = request.path().replaceAll("/+$", "");
        String[] parts = path.split("/");
        boolean core = path.equals("/api") || path.startsWith("/api/");
        if (parts.length < 2 || !(core || path.equals("/apis") || path.startsWith("/apis/"))) {
            return null;
        }
        if (parts.length == 2) {
            if (request.header("accept").contains("as=APIGroupDiscoveryList")) {
                return new Response(200, AGGREGATED, aggregated(core), List.of());
            }
            return Response.json(200, core ? coreVersions() : groupList());
        }
        Map<String, Map<String, List<Resource>>> groups = groups(core);
        if (core) {
            Map<String, List<Resource>> versions = groups.getOrDefault("", Map.of());
            return parts.length == 3 && versions.containsKey(parts[2])
                    ? Response.json(200, resourceList("", parts[2], versions.get(parts[2])))
                    : null;
        }
        Map<String, List<Resource>> versions = groups.get(parts[2]);
        if (versions == null || parts.length > 4) {
            return null;
        }
        if (parts.length == 3) {
            return Response.json(200, group(parts[2], versions, true));
        }
        List<Resource> resources = versions.get(parts[3]);
        return resources == null ? null : Response.json(200, resourceList(parts[2], parts[3], resources));
    }

    /** Groups with their versions, the preferred one first. */
    private Map<String, Map<String, List<Resource>>> groups(boolean core) {
        Map<String, Map<String, List<Resource>>> groups = new LinkedHashMap<>();
        for (Resource resource : registry.all()) {
            if (resource.group().isEmpty() == core) {
                groups.computeIfAbsent(
                                resource.group(),
                                any -> resource.custom() ? new TreeMap<>(VersionOrder.INSTANCE) : new LinkedHashMap<>())
                        .computeIfAbsent(resource.version(), any -> new ArrayList<>())
                        .add(resource);
            }
        }
        return groups;
    }

    private ObjectNode aggregated(boolean core) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        groups(core).forEach((name, versions) -> {
            ObjectNode group = items.addObject();
            ObjectNode metadata = group.putObject("metadata");
            if (!name.isEmpty()) {
                metadata.put("name", name);
            }
            ArrayNode versionList = group.putArray("versions");
            versions.forEach((version, resources) -> {
                ObjectNode entry = versionList.addObject().put("version", version);
                ArrayNode resourceList = entry.putArray("resources");
                resources.forEach(resource -> describe(resource, resourceList.addObject()));
                entry.put("freshness", "Current");
            });
        });
        return list;
    }

    // Built-in kinds leave group and version of a kind to the surroundings, custom resources name them.
    private static void describe(Resource resource, ObjectNode entry) {
        entry.put("resource", resource.name());
        ObjectNode kind = entry.putObject("responseKind");
        kind.put("group", resource.custom() ? resource.group() : "");
        kind.put("version", resource.custom() ? resource.version() : "");
        kind.put("kind", resource.kind());
        entry.put("scope", resource.namespaced() ? "Namespaced" : "Cluster");
        entry.put("singularResource", resource.singular());
        texts(entry.putArray("verbs"), resource.verbs());
        if (!resource.shortNames().isEmpty()) {
            texts(entry.putArray("shortNames"), resource.shortNames());
        }
        if (!resource.categories().isEmpty()) {
            texts(entry.putArray("categories"), resource.categories());
        }
        if (!resource.subresources().isEmpty()) {
            ArrayNode list = entry.putArray("subresources");
            for (Subresource part : resource.subresources()) {
                ObjectNode item = list.addObject().put("subresource", part.name());
                boolean own = resource.custom() && part.group().isEmpty();
                item.putObject("responseKind")
                        .put("group", own ? resource.group() : part.group())
                        .put("version", own ? resource.version() : part.version())
                        .put("kind", part.kind());
                texts(item.putArray("verbs"), part.verbs());
            }
        }
    }

    private static void texts(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }

    private static ObjectNode coreVersions() {
        ObjectNode versions = JsonNodeFactory.instance.objectNode();
        versions.put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs")
                .addObject()
                .put("clientCIDR", "0.0.0.0/0")
                .put("serverAddress", "172.18.0.2:6443");
        return versions;
    }

    private ObjectNode groupList() {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        groups(false).forEach((name, versions) -> groups.add(group(name, versions, false)));
        return list;
    }

    private static ObjectNode group(String name, Map<String, List<Resource>> versions, boolean alone) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        if (alone) {
            group.put("kind", "APIGroup").put("apiVersion", "v1");
        }
        group.put("name", name);
        ArrayNode list = group.putArray("versions");
        for (String version : versions.keySet()) {
            list.addObject().put("groupVersion", name + "/" + version).put("version", version);
        }
        group.set("preferredVersion", list.path(0).deepCopy());
        return group;
    }

    private static ObjectNode resourceList(String group, String version, List<Resource> resources) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", "APIResourceList").put("apiVersion", "v1");
        list.put("groupVersion", Resource.apiVersion(group, version));
        ArrayNode items = list.putArray("resources");
        for (Resource resource : resources) {
            ObjectNode item = items.addObject();
            item.put("name", resource.name()).put("singularName", resource.singular());
            item.put("namespaced", resource.namespaced()).put("kind", resource.kind());
            texts(item.putArray("verbs"), resource.verbs());
            if (!resource.shortNames().isEmpty()) {
                texts(item.putArray("shortNames"), resource.shortNames());
            }
            if (!resource.categories().isEmpty()) {
                texts(item.putArray("categories"), resource.categories());
            }
            for (Subresource part : resource.subresources()) {
                ObjectNode entry = items.addObject();
                entry.put("name", resource.name() + "/" + part.name()).put("singularName", "");
                entry.put("namespaced", resource.namespaced());
                if (!part.version().isEmpty()) {
                    entry.put("group", part.group()).put("version", part.version());
                }
                entry.put("kind", part.kind());
                texts(entry.putArray("verbs"), part.verbs());
            }
        }
        return list;
    }
}
