package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.kube.LabelSelector;
import lab.kube.Tree;
import org.jspecify.annotations.Nullable;

/** What one webhook configuration does with a pod, and the labels that say so. */
// models istio istioctl/pkg/checkinject/checkinject.go analyzeRunningWebhooks@1.30.3
record InjectionVerdict(String webhook, String revision, boolean injected, String reason) {
    private static final String REV = "istio.io/rev";
    private static final String ENABLED = "istio-injection";
    private static final String INJECT = "sidecar.istio.io/inject";

    static boolean injects(JsonNode configuration) {
        for (JsonNode hook : configuration.path("webhooks")) {
            if (hook.path("name").asText().endsWith("sidecar-injector.istio.io")) {
                return true;
            }
        }
        return false;
    }

    static InjectionVerdict of(JsonNode configuration, JsonNode podLabels, JsonNode namespaceLabels) {
        String name = Tree.text(configuration, "metadata.name");
        String revision =
                configuration.path("metadata").path("labels").path(REV).asText();
        if (deactivated(configuration)) {
            return new InjectionVerdict(
                    name, revision, false, "The injection webhook is deactivated, and will never match labels.");
        }
        boolean injected = false;
        List<String> reasons = new ArrayList<>();
        String veto = "";
        for (JsonNode hook : configuration.path("webhooks")) {
            boolean namespaceFits =
                    LabelSelector.of(hook.path("namespaceSelector")).matches(namespaceLabels);
            boolean podFits = LabelSelector.of(hook.path("objectSelector")).matches(podLabels);
            if (namespaceFits && podFits) {
                injected = true;
                String namespaceReason = reason("Namespace", namespaceLabels, hook.path("namespaceSelector"));
                String podReason = reason("Pod", podLabels, hook.path("objectSelector"));
                add(reasons, namespaceReason);
                add(reasons, podReason);
            } else if (namespaceFits
                    && podLabels.path(INJECT).asText().equals("false")
                    && reason("Namespace", namespaceLabels, hook.path("namespaceSelector")) != null) {
                veto = "Pod has " + INJECT + "=false label, preventing injection";
            }
        }
        if (injected) {
            // the namespace's label and the pod's own wish are told together
            if (podLabels.path(INJECT).asText().equals("true")) {
                add(reasons, "Pod label " + INJECT + "=true matches");
            }
            return new InjectionVerdict(name, revision, true, joined(reasons));
        }
        return new InjectionVerdict(name, revision, false, veto.isEmpty() ? noMatch(configuration, revision) : veto);
    }

    private static void add(List<String> reasons, @Nullable String reason) {
        if (reason != null && !reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    private static String joined(List<String> reasons) {
        StringBuilder text = new StringBuilder(reasons.isEmpty() ? "" : reasons.get(0));
        for (String more : reasons.subList(Math.min(1, reasons.size()), reasons.size())) {
            text.append(", and ")
                    .append(more.substring(0, 1).toLowerCase(Locale.ROOT))
                    .append(more.substring(1));
        }
        return text.toString();
    }

    private static @Nullable String reason(String whose, JsonNode labels, JsonNode selector) {
        for (JsonNode expression : selector.path("matchExpressions")) {
            String key = expression.path("key").asText();
            if (expression.path("operator").asText().equals("In") && labels.has(key)) {
                return whose + " label " + key + "=" + labels.path(key).asText() + " matches";
            }
        }
        return null;
    }

    private static boolean deactivated(JsonNode configuration) {
        for (JsonNode hook : configuration.path("webhooks")) {
            JsonNode labels = hook.path("namespaceSelector").path("matchLabels");
            if (!labels.has("istio.io/deactivated")) {
                return false;
            }
        }
        return true;
    }

    private static String noMatch(JsonNode configuration, String revision) {
        boolean byDefault = false;
        for (JsonNode hook : configuration.path("webhooks")) {
            for (JsonNode expression : hook.path("namespaceSelector").path("matchExpressions")) {
                byDefault |= expression.path("key").asText().equals(ENABLED)
                        && expression.path("operator").asText().equals("In");
            }
        }
        String rev = REV + "=" + revision;
        return "No matching namespace labels (" + rev + (byDefault ? ", " + ENABLED + "=enabled" : "")
                + ") or pod labels (" + rev + (byDefault ? ", " + INJECT + "=true" : "") + ")";
    }
}
