package lab.sandbox.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client, as a warning, that an object which would do something on a real cluster is only kept here. An object
 * never seems to work that does not.
 */
final class StoredOnly {
    private static final String RUN = "run them";
    private static final String ROUTE = "route requests by them";
    private static final String ENFORCE = "enforce them";
    private static final String FOLLOW = "follow them";

    /** By resource: what the sandbox does not do. */
    private static final Map<String, String> MISSING = Map.ofEntries(
            Map.entry("jobs.batch", RUN),
            Map.entry("cronjobs.batch", RUN),
            Map.entry("statefulsets.apps", RUN),
            Map.entry("replicationcontrollers", RUN),
            Map.entry("horizontalpodautoscalers.autoscaling", "scale by them"),
            Map.entry("poddisruptionbudgets.policy", "count pods for them"),
            Map.entry("networkpolicies.networking.k8s.io", ENFORCE),
            Map.entry("ingresses.networking.k8s.io", ROUTE),
            Map.entry("resourcequotas", ENFORCE),
            Map.entry("limitranges", ENFORCE),
            Map.entry("persistentvolumeclaims", "provision volumes for them"),
            Map.entry("validatingadmissionpolicies.admissionregistration.k8s.io", ENFORCE),
            Map.entry("virtualservices.networking.istio.io", ROUTE),
            Map.entry("destinationrules.networking.istio.io", ROUTE),
            Map.entry("gateways.networking.istio.io", ROUTE),
            Map.entry("serviceentries.networking.istio.io", ROUTE),
            Map.entry("workloadentries.networking.istio.io", ROUTE),
            Map.entry("workloadgroups.networking.istio.io", ROUTE),
            Map.entry("sidecars.networking.istio.io", ROUTE),
            Map.entry("envoyfilters.networking.istio.io", FOLLOW),
            Map.entry("proxyconfigs.networking.istio.io", FOLLOW),
            Map.entry("telemetries.telemetry.istio.io", FOLLOW),
            Map.entry("wasmplugins.extensions.istio.io", FOLLOW),
            Map.entry("peerauthentications.security.istio.io", ENFORCE),
            Map.entry("requestauthentications.security.istio.io", ENFORCE),
            Map.entry("authorizationpolicies.security.istio.io", ENFORCE));

    private StoredOnly() {}

    /** Adds the warning for a new object of such a kind. */
    static void warn(Resource resource, List<String> warnings) {
        String text = warning(resource.key(), resource.kind());
        if (text != null) {
            warnings.add(text);
        }
    }

    static @Nullable String warning(String key, String kind) {
        String missing = MISSING.get(key);
        return missing == null ? null : "the sandbox stores " + plural(kind) + " but does not " + missing + " yet";
    }

    private static String plural(String kind) {
        if (kind.endsWith("y")) {
            return kind.substring(0, kind.length() - 1) + "ies";
        }
        return kind + (kind.endsWith("s") ? "es" : "s");
    }
}
