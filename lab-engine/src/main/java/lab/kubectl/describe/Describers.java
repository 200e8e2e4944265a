package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import lab.kube.Api;

/** The describer of each kind. */
// models k8s.io/kubectl pkg/describe/describe.go@1.34
public final class Describers {
    private static final Map<String, Describer> BY_KIND = Map.ofEntries(
            Map.entry("/Pod", new PodDescriber()),
            Map.entry("/Service", new ServiceDescriber()),
            Map.entry("/Namespace", new NamespaceDescriber()),
            Map.entry("/Node", new NodeDescriber()),
            Map.entry("/ServiceAccount", new ServiceAccountDescriber()),
            Map.entry("/ConfigMap", new ConfigMapDescriber()),
            Map.entry("/Secret", new SecretDescriber()),
            Map.entry("/Endpoints", new EndpointsDescriber()),
            Map.entry("discovery.k8s.io/EndpointSlice", new EndpointSliceDescriber()),
            Map.entry("apps/Deployment", new DeploymentDescriber()),
            Map.entry("apps/ReplicaSet", new ReplicaSetDescriber()),
            Map.entry("apps/DaemonSet", new DaemonSetDescriber()),
            Map.entry("rbac.authorization.k8s.io/Role", new RoleDescriber()),
            Map.entry("rbac.authorization.k8s.io/ClusterRole", new RoleDescriber()),
            Map.entry("rbac.authorization.k8s.io/RoleBinding", new RoleBindingDescriber()),
            Map.entry("rbac.authorization.k8s.io/ClusterRoleBinding", new RoleBindingDescriber()));

    private Describers() {}

    /**
     * The description of one object.
     *
     * @param object as the server returns it, with apiVersion and kind
     * @param showEvents false with {@code --show-events=false}
     */
    public static String describe(JsonNode object, Api api, Instant now, boolean showEvents) {
        String version = object.path("apiVersion").asText("");
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        Describer describer =
                BY_KIND.getOrDefault(group + "/" + object.path("kind").asText(""), new GenericDescriber());
        Page page = new Page();
        describer.describe(object, new Source(api, now, showEvents), page);
        return page.toString();
    }

    /** A pod template as {@code rollout history} prints it: its tabs are left as they are. */
    public static String podTemplate(JsonNode template) {
        Page page = new Page();
        PodTemplate.describe(template, page);
        return page.raw();
    }
}
