package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lab.kube.Status;
import lab.kube.Tree;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/**
 * The built-in admission of new pods: service account and its token, tolerations, priority. It runs again after
 * webhooks changed the pod, so that injected containers get the token too. Models
 * plugin/pkg/admission/serviceaccount, defaulttolerationseconds and priority@1.34.
 */
final class PodAdmission {
    private static final String TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final Map<String, Integer> SYSTEM_PRIORITIES =
            Map.of("system-node-critical", 2000001000, "system-cluster-critical", 2000000000);

    private static final Duration DEFAULT_ACCOUNT_WAIT = Duration.ofMillis(1350);

    private final SandboxState state;
    private final Store store;

    PodAdmission(SandboxState state, Store store) {
        this.state = state;
        this.store = store;
    }

    void admit(ObjectNode pod, String namespace) {
        ObjectNode spec = Tree.child(pod, "spec");
        if (!Tree.at(pod, "metadata.annotations").has("kubernetes.io/config.mirror")) {
            serviceAccount(pod, spec, namespace);
        }
        tolerations(spec);
        priority(pod, spec);
    }

    private void serviceAccount(ObjectNode pod, ObjectNode spec, String namespace) {
        String name = spec.path("serviceAccountName").asText("");
        if (name.isEmpty()) {
            name = "default";
            spec.put("serviceAccountName", name).put("serviceAccount", name);
        }
        ObjectNode account = account(namespace, name);
        if (account == null) {
            throw Refusal.with(Status.forbidden(
                    "",
                    "pods",
                    Tree.text(pod, "metadata.name"),
                    "error looking up service account " + namespace + "/" + name + ": serviceaccount \"" + name
                            + "\" not found"));
        }
        JsonNode secrets = account.path("imagePullSecrets");
        if (spec.path("imagePullSecrets").isEmpty() && !secrets.isEmpty()) {
            spec.set("imagePullSecrets", secrets.deepCopy());
        }
        boolean mount = spec.path("automountServiceAccountToken")
                .asBoolean(account.path("automountServiceAccountToken").asBoolean(true));
        if (mount) {
            mountToken(spec);
        }
    }

    /**
     * A namespace's {@code default} account is waited for, since a controller makes it. A controller that creates pods
     * is refused instead, and tries again.
     */
    // models getServiceAccount of plugin/pkg/admission/serviceaccount/admission.go@1.34: ten attempts, 100 to 200 ms
    private @Nullable ObjectNode account(String namespace, String name) {
        ObjectNode account = store.find("serviceaccounts", namespace, name);
        if (name.equals("default") && !state.inEvent()) {
            Instant limit = state.now().plus(DEFAULT_ACCOUNT_WAIT);
            while (account == null && state.step(limit)) {
                account = store.find("serviceaccounts", namespace, name);
            }
        }
        return account;
    }

    private void mountToken(ObjectNode spec) {
        String volume = "";
        for (JsonNode existing : spec.path("volumes")) {
            if (existing.path("name").asText().startsWith("kube-api-access-")) {
                volume = existing.path("name").asText();
            }
        }
        boolean present = !volume.isEmpty();
        String name = present ? volume : "kube-api-access-" + state.suffix(5);
        boolean mounted = false;
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(list)) {
                ArrayNode mounts = Tree.list((ObjectNode) container, "volumeMounts");
                if (Tree.named(mounts, "mountPath", TOKEN_PATH) == null) {
                    mounts.addObject()
                            .put("mountPath", TOKEN_PATH)
                            .put("name", name)
                            .put("readOnly", true);
                    mounted = true;
                }
            }
        }
        if (mounted && !present) {
            tokenVolume(Tree.list(spec, "volumes").addObject().put("name", name));
        }
    }

    private static void tokenVolume(ObjectNode volume) {
        ObjectNode projected = volume.putObject("projected").put("defaultMode", 420);
        ArrayNode sources = projected.putArray("sources");
        sources.addObject()
                .putObject("serviceAccountToken")
                .put("expirationSeconds", 3607)
                .put("path", "token");
        ObjectNode authority = sources.addObject().putObject("configMap").put("name", "kube-root-ca.crt");
        authority.putArray("items").addObject().put("key", "ca.crt").put("path", "ca.crt");
        ObjectNode item =
                sources.addObject().putObject("downwardAPI").putArray("items").addObject();
        item.put("path", "namespace")
                .putObject("fieldRef")
                .put("apiVersion", "v1")
                .put("fieldPath", "metadata.namespace");
    }

    private static void tolerations(ObjectNode spec) {
        for (String key : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
            boolean tolerated = false;
            for (JsonNode toleration : spec.path("tolerations")) {
                String wanted = toleration.path("key").asText("");
                String effect = toleration.path("effect").asText("");
                tolerated |=
                        (wanted.equals(key) || wanted.isEmpty()) && (effect.equals("NoExecute") || effect.isEmpty());
            }
            if (!tolerated) {
                Tree.list(spec, "tolerations")
                        .addObject()
                        .put("effect", "NoExecute")
                        .put("key", key)
                        .put("operator", "Exists")
                        .put("tolerationSeconds", 300);
            }
        }
    }

    private void priority(ObjectNode pod, ObjectNode spec) {
        String name = spec.path("priorityClassName").asText("");
        int value = 0;
        if (!name.isEmpty()) {
            ObjectNode found = store.find("priorityclasses.scheduling.k8s.io", "", name);
            if (found == null && !SYSTEM_PRIORITIES.containsKey(name)) {
                throw Refusal.with(Status.forbidden(
                        "",
                        "pods",
                        Tree.text(pod, "metadata.name"),
                        "no PriorityClass with name " + name + " was found"));
            }
            value = found == null
                    ? SYSTEM_PRIORITIES.getOrDefault(name, 0)
                    : found.path("value").asInt();
        }
        spec.put("priority", value);
        if (!spec.has("preemptionPolicy")) {
            spec.put("preemptionPolicy", "PreemptLowerPriority");
        }
    }
}
