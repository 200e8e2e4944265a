package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a Deployment writes on its ReplicaSets: revision, sizes, its own annotations; and how it finds its new one. */
// models pkg/controller/deployment/util/deployment_util.go@1.34
final class Revisions {
    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String HISTORY = "deployment.kubernetes.io/revision-history";
    static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    static final String MAXIMUM = "deployment.kubernetes.io/max-replicas";
    private static final Set<String> NOT_COPIED = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            REVISION,
            HISTORY,
            DESIRED,
            MAXIMUM,
            "deprecated.deployment.rollback.to");

    private Revisions() {}

    static long revision(JsonNode object) {
        String text = Meta.annotation(object, REVISION);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    static long highest(List<? extends JsonNode> sets) {
        return sets.stream().mapToLong(Revisions::revision).max().orElse(0);
    }

    /** The set with the deployment's template, the oldest if there are several; or null. */
    static @Nullable JsonNode newest(JsonNode deployment, List<? extends JsonNode> sets) {
        JsonNode wanted = withoutHash(deployment.path("spec").path("template"));
        JsonNode found = null;
        for (JsonNode set : sets) {
            boolean older = found == null || byCreation(set, found) < 0;
            if (older && withoutHash(set.path("spec").path("template")).equals(wanted)) {
                found = set;
            }
        }
        return found;
    }

    static int byCreation(JsonNode left, JsonNode right) {
        int order = Meta.created(left).compareTo(Meta.created(right));
        return order != 0 ? order : Meta.name(left).compareTo(Meta.name(right));
    }

    static boolean sameTemplate(JsonNode deployment, JsonNode set) {
        return withoutHash(deployment.path("spec").path("template"))
                .equals(withoutHash(set.path("spec").path("template")));
    }

    private static JsonNode withoutHash(JsonNode template) {
        ObjectNode copy = template.deepCopy();
        ObjectNode metadata = copy.withObject("/metadata");
        metadata.withObject("/labels").remove(TemplateHash.LABEL);
        metadata.remove("creationTimestamp");
        if (metadata.path("annotations").isEmpty()) {
            metadata.remove("annotations");
        }
        return copy;
    }

    /** Gives the deployment's new set its annotations. */
    // models SetNewReplicaSetAnnotations
    static void annotate(JsonNode deployment, ObjectNode set, long revision, boolean exists) {
        ObjectNode annotations = Meta.child(set, "annotations");
        for (Map.Entry<String, JsonNode> item :
                deployment.path("metadata").path("annotations").properties()) {
            if (!NOT_COPIED.contains(item.getKey())) {
                annotations.set(item.getKey(), item.getValue());
            }
        }
        String old = annotations.path(REVISION).asText();
        long oldRevision = old.isEmpty() ? 0 : Long.parseLong(old);
        if (oldRevision < revision) {
            annotations.put(REVISION, Long.toString(revision));
            if (!old.isEmpty()) {
                String history = annotations.path(HISTORY).asText();
                annotations.put(HISTORY, history.isEmpty() ? old : history + "," + old);
            }
        }
        if (!exists) {
            annotateSizes(deployment, set);
        }
    }

    static void annotateSizes(JsonNode deployment, ObjectNode set) {
        int replicas = Rollout.replicas(deployment);
        Meta.child(set, "annotations")
                .put(DESIRED, Integer.toString(replicas))
                .put(MAXIMUM, Integer.toString(replicas + Rollout.maxSurge(deployment)));
    }
}
