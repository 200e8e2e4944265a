package lab.sandbox.api;

import java.util.List;
import lab.kube.ApiFailure;
import lab.kube.Request;
import lab.kube.Status;

/**
 * What a request is about: a resource, perhaps one object of it, perhaps a part of that.
 *
 * @param namespace empty for cluster-wide resources and for lists over all namespaces
 * @param name empty for the collection
 * @param subresource empty for the object itself
 */
record Target(Resource resource, String namespace, String name, String subresource) {
    static Target of(Request request, Registry registry) {
        List<String> parts = List.of(request.path().replaceAll("^/+|/+$", "").split("/"));
        int at = parts.get(0).equals("api") ? 2 : 3;
        if (parts.size() <= at || !(parts.get(0).equals("api") || parts.get(0).equals("apis"))) {
            throw new ApiFailure(Status.response(Status.noSuchResource()));
        }
        String group = at == 2 ? "" : parts.get(1);
        String version = parts.get(at - 1);
        String namespace = "";
        if (parts.get(at).equals("namespaces")
                && parts.size() > at + 2
                && !(parts.size() == at + 3 && List.of("status", "finalize").contains(parts.get(at + 2)))) {
            namespace = parts.get(at + 1);
            at += 2;
        }
        Resource resource = registry.find(group, version, parts.get(at));
        if (resource == null || (!namespace.isEmpty() && !resource.namespaced())) {
            throw new ApiFailure(Status.response(Status.noSuchResource()));
        }
        String name = parts.size() > at + 1 ? parts.get(at + 1) : "";
        String subresource = parts.size() > at + 2 ? String.join("/", parts.subList(at + 2, parts.size())) : "";
        if (resource.namespaced() && namespace.isEmpty() && !name.isEmpty()) {
            throw new ApiFailure(Status.response(Status.noSuchResource()));
        }
        return new Target(resource, namespace, name, subresource);
    }
}
