package lab.kubectl.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ResourceType;

/** How far a rollout is, in a sentence. */
record RolloutState(String message, boolean done) {
    static RolloutState of(ResourceType type, JsonNode object, long revision) {
        return switch (type.kind()) {
            case "Deployment" -> deployment(object, revision);
            case "DaemonSet" -> daemonSet(object);
            default ->
                throw new KubectlFailure("no status viewer has been implemented for "
                        + (type.group().isEmpty() ? type.kind() : type.kind() + "." + type.group()));
        };
    }

    private static RolloutState deployment(JsonNode object, long revision) {
        JsonNode status = object.path("status");
        String name = object.path("metadata").path("name").asText();
        long running = object.path("metadata")
                .path("annotations")
                .path("deployment.kubernetes.io/revision")
                .asLong();
        if (revision > 0 && revision != running) {
            throw new KubectlFailure(
                    "desired revision (" + revision + ") is different from the running revision (" + running + ")");
        }
        if (!observed(object)) {
            return new RolloutState("Waiting for deployment spec update to be observed...", false);
        }
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals("Progressing")
                    && condition.path("reason").asText("").equals("ProgressDeadlineExceeded")) {
                throw new KubectlFailure("deployment \"" + name + "\" exceeded its progress deadline");
            }
        }
        int wanted = object.path("spec").path("replicas").asInt();
        int updated = status.path("updatedReplicas").asInt();
        int old = status.path("replicas").asInt() - updated;
        int available = status.path("availableReplicas").asInt();
        String waiting = "Waiting for deployment \"" + name + "\" rollout to finish: ";
        if (updated < wanted) {
            return new RolloutState(
                    waiting + updated + " out of " + wanted + " new replicas have been updated...", false);
        }
        if (old > 0) {
            return new RolloutState(waiting + old + " old replicas are pending termination...", false);
        }
        if (available < updated) {
            return new RolloutState(
                    waiting + available + " of " + updated + " updated replicas are available...", false);
        }
        return new RolloutState("deployment \"" + name + "\" successfully rolled out", true);
    }

    private static RolloutState daemonSet(JsonNode object) {
        JsonNode status = object.path("status");
        String name = object.path("metadata").path("name").asText();
        String strategy =
                object.path("spec").path("updateStrategy").path("type").asText("RollingUpdate");
        if (!strategy.equals("RollingUpdate")) {
            throw new KubectlFailure("rollout status is only available for RollingUpdate strategy type");
        }
        if (!observed(object)) {
            return new RolloutState("Waiting for daemon set spec update to be observed...", false);
        }
        int wanted = status.path("desiredNumberScheduled").asInt();
        int updated = status.path("updatedNumberScheduled").asInt();
        int available = status.path("numberAvailable").asInt();
        String waiting = "Waiting for daemon set \"" + name + "\" rollout to finish: ";
        if (updated < wanted) {
            return new RolloutState(waiting + updated + " out of " + wanted + " new pods have been updated...", false);
        }
        if (available < wanted) {
            return new RolloutState(waiting + available + " of " + wanted + " updated pods are available...", false);
        }
        return new RolloutState("daemon set \"" + name + "\" successfully rolled out", true);
    }

    private static boolean observed(JsonNode object) {
        return object.path("metadata").path("generation").asLong()
                <= object.path("status").path("observedGeneration").asLong();
    }
}
