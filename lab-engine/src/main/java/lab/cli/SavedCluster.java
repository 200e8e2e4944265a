package lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import lab.cluster.Cluster;
import lab.cluster.Restorable;
import lab.session.ClusterState;

/** Lets a session keep a cluster that can be kept. */
final class SavedCluster implements ClusterState {
    private final Restorable cluster;

    private SavedCluster(Restorable cluster) {
        this.cluster = cluster;
    }

    static ClusterState of(Cluster cluster) {
        return cluster instanceof Restorable own ? new SavedCluster(own) : ClusterState.NONE;
    }

    @Override
    public boolean kept() {
        return true;
    }

    @Override
    public JsonNode save() {
        return cluster.save();
    }

    @Override
    public void load(JsonNode saved) {
        cluster.load(saved);
    }

    @Override
    public void renew() {
        cluster.renew();
    }
}
