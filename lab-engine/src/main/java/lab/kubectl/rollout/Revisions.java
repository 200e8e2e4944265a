package lab.kubectl.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;
import lab.kube.LabelSelector;
import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.Info;
import org.jspecify.annotations.Nullable;

/** The replica sets of a deployment by their revision. */
record Revisions(SortedMap<Long, JsonNode> sets) {
    static Revisions of(Call call, Info deployment) {
        JsonNode object = deployment.object();
        String selector = LabelSelector.of(object.path("spec").path("selector")).toString();
        JsonNode list = call.client()
                .send(Request.get("/apis/apps/v1/namespaces/" + deployment.namespace() + "/replicasets")
                        .with("labelSelector", selector));
        SortedMap<Long, JsonNode> sets = new TreeMap<>();
        for (JsonNode set : list.path("items")) {
            long revision = set.path("metadata")
                    .path("annotations")
                    .path("deployment.kubernetes.io/revision")
                    .asLong();
            for (JsonNode owner : set.path("metadata").path("ownerReferences")) {
                if (owner.path("uid").equals(object.path("metadata").path("uid"))) {
                    sets.put(revision, set);
                }
            }
        }
        return new Revisions(sets);
    }

    /** The replica set of a revision; of the one before the newest if the revision is 0. */
    @Nullable
    JsonNode find(long revision) {
        if (revision > 0) {
            return sets.get(revision);
        }
        return sets.size() < 2 ? null : sets.get(sets.headMap(sets.lastKey()).lastKey());
    }

    /** The pod template without the label that the controller adds. */
    static JsonNode template(JsonNode object) {
        JsonNode copy = object.path("spec").path("template").deepCopy();
        if (copy.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove("pod-template-hash");
        }
        return copy;
    }
}
