package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * What a pod belongs to, as the injector guesses it.
 *
 * @param namespace empty if the pod names none
 */
record Workload(String apiVersion, String kind, String name, String namespace) {
    private static final Pattern CRON = Pattern.compile("-[0-9]{8,10}$");

    /** Models istio pkg/kube/controllers GetDeployMetaFromPod@1.30.3. */
    static Workload ofPod(JsonNode pod, String requestNamespace) {
        JsonNode metadata = pod.path("metadata");
        JsonNode labels = metadata.path("labels");
        String namespace = metadata.path("namespace").asText(requestNamespace);
        JsonNode owner = controller(metadata);
        if (metadata.path("generateName").asText().isEmpty() || owner.isMissingNode()) {
            String name =
                    metadata.path("name").asText(metadata.path("generateName").asText());
            return new Workload("v1", "Pod", name, namespace);
        }
        String version = owner.path("apiVersion").asText();
        String kind = owner.path("kind").asText();
        String name = owner.path("name").asText();
        String hash = "-" + labels.path("pod-template-hash").asText("\u0000");
        String rolloutHash = "-" + labels.path("rollouts-pod-template-hash").asText("\u0000");
        if (kind.equals("ReplicaSet") && name.endsWith(rolloutHash)) {
            return new Workload(
                    "v1alpha1", "Rollout", name.substring(0, name.length() - rolloutHash.length()), namespace);
        }
        if (kind.equals("ReplicaSet") && name.endsWith(hash)) {
            return new Workload(version, "Deployment", name.substring(0, name.length() - hash.length()), namespace);
        }
        if (kind.equals("ReplicationController") && labels.has("deploymentconfig")) {
            return new Workload(
                    version, "DeploymentConfig", labels.path("deploymentconfig").asText(), namespace);
        }
        if (kind.equals("Job") && CRON.matcher(name).find()) {
            return new Workload("batch/v1", "CronJob", CRON.matcher(name).replaceFirst(""), namespace);
        }
        return new Workload(version, kind, name, namespace);
    }

    private static JsonNode controller(JsonNode metadata) {
        for (JsonNode owner : metadata.path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return owner;
            }
        }
        return metadata.path("\u0000");
    }
}
