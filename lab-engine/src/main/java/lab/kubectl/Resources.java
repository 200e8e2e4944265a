package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import lab.kube.Api;
import lab.kube.Request;

/** What the server serves, from its aggregated discovery; finds a type by any of its names. */
// models client-go restmapper/discovery.go, shortcut.go and apimachinery meta/restmapper.go@1.34
public final class Resources {
    private static final String ACCEPT = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    private final List<ResourceType> types;

    private Resources(List<ResourceType> types) {
        this.types = types;
    }

    static Resources discover(Api api) {
        return of(
                api.send(Request.get("/api").withHeader("accept", ACCEPT)).body(),
                api.send(Request.get("/apis").withHeader("accept", ACCEPT)).body());
    }

    static Resources of(JsonNode... lists) {
        List<ResourceType> types = new ArrayList<>();
        for (JsonNode list : lists) {
            for (JsonNode group : list.path("items")) {
                for (JsonNode version : group.path("versions")) {
                    for (JsonNode entry : version.path("resources")) {
                        types.add(ResourceType.of(
                                group.path("metadata").path("name").asText(),
                                version.path("version").asText(),
                                entry));
                    }
                }
            }
        }
        return new Resources(List.copyOf(types));
    }

    /** All, by group in the server's order, the preferred version first. */
    public List<ResourceType> all() {
        return types;
    }

    /** The type that a word of the command line names: {@code po}, {@code pod}, {@code deployments.v1.apps}. */
    public ResourceType named(String word) {
        return find(word).orElseThrow(() -> unknown(word));
    }

    public static KubectlFailure unknown(String word) {
        return new KubectlFailure("the server doesn't have a resource type \"" + word + "\"");
    }

    public Optional<ResourceType> find(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        int first = name.indexOf('.');
        if (first < 0) {
            return byName(name, type -> true);
        }
        String head = name.substring(0, first);
        String tail = name.substring(first + 1);
        int second = tail.indexOf('.');
        if (second > 0) {
            String version = tail.substring(0, second);
            String group = tail.substring(second + 1);
            Optional<ResourceType> exact = byName(
                    head, type -> type.version().equals(version) && type.group().equals(group));
            if (exact.isPresent()) {
                return exact;
            }
        }
        return byName(head, type -> type.group().equals(tail))
                .or(() -> byName(
                        head, type -> type.group().isEmpty() && type.version().equals(tail)))
                .or(() -> byName(head, type -> type.group().startsWith(tail)));
    }

    private Optional<ResourceType> byName(String name, Predicate<ResourceType> within) {
        return first(within.and(
                        type -> type.resource().equals(name) || type.singular().equals(name)))
                .or(() -> first(within.and(type -> type.shortNames().contains(name))));
    }

    private Optional<ResourceType> first(Predicate<ResourceType> wanted) {
        return types.stream().filter(wanted).findFirst();
    }

    /** The type of an object by its {@code apiVersion} and {@code kind}. */
    public Optional<ResourceType> ofKind(String apiVersion, String kind) {
        return first(type -> type.kind().equals(kind) && type.apiVersion().equals(apiVersion));
    }

    /** The types of a category such as {@code all}, each in its preferred version; empty if there is none. */
    public List<ResourceType> category(String name) {
        List<ResourceType> members = new ArrayList<>();
        for (ResourceType type : types) {
            boolean isNew =
                    members.stream().noneMatch(member -> member.qualified().equals(type.qualified()));
            if (type.categories().contains(name) && isNew) {
                members.add(type);
            }
        }
        return members;
    }
}
