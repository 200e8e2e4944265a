package lab.cli;

import java.util.List;
import lab.cluster.Cluster;

/** Makes clusters; the wiring supplies it, so that no subcommand names a concrete one. */
public interface Clusters {
    /** What {@code --cluster} may name on this machine, the usual one first. */
    List<String> kinds();

    /**
     * A fresh cluster with Istio ready and no samples.
     *
     * @param kind one of {@link #kinds()}
     */
    Cluster fresh(String kind, long seed);
}
