package lab.cli;

import lab.cluster.Cluster;

/** Makes clusters; the wiring supplies it, so that no subcommand names a concrete one. */
@FunctionalInterface
public interface Clusters {
    /**
     * A fresh cluster with Istio ready and no samples.
     *
     * @param kind as in {@code --cluster}
     * @throws UnknownCluster for a kind that this machine cannot offer
     */
    Cluster fresh(String kind, long seed) throws UnknownCluster;

    /** There is no such kind of cluster; the message says which there are. */
    final class UnknownCluster extends Exception {
        private static final long serialVersionUID = 1;

        public UnknownCluster(String message) {
            super(message);
        }
    }
}
