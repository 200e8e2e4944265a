package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import lab.kube.Tree;

/** Where the API keeps objects of the kinds that Istio's installation holds. */
final class Paths {
    private Paths() {}

    /** The collection of an object, such as {@code /api/v1/namespaces/istio-system/services}. */
    static String collection(JsonNode object) {
        String version = Tree.text(object, "apiVersion");
        String namespace = Tree.text(object, "metadata.namespace");
        String root = version.contains("/") ? "/apis/" + version : "/api/" + version;
        // Every kind that istioctl installs has a plural by the rule.
        String plural = Tree.text(object, "kind").toLowerCase(Locale.ROOT) + "s";
        return root + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + plural;
    }
}
