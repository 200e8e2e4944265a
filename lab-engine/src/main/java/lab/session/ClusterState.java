package lab.session;

import com.fasterxml.jackson.databind.JsonNode;

/** What a session keeps of a cluster between two runs of the lab. A cluster that lives on by itself keeps nothing. */
public interface ClusterState {
    /** A cluster that lives outside the lab. */
    ClusterState NONE = new ClusterState() {
        @Override
        public boolean kept() {
            return false;
        }

        @Override
        public JsonNode save() {
            return com.fasterxml.jackson.databind.node.NullNode.instance;
        }

        @Override
        public void load(JsonNode saved) {}

        @Override
        public void renew() {}
    };

    /** Whether there is anything to keep. */
    boolean kept();

    JsonNode save();

    /** @throws RuntimeException when it cannot be read; {@link #renew} must then still work */
    void load(JsonNode saved);

    /** Makes the cluster as it is when the lab starts for the first time. */
    void renew();
}
