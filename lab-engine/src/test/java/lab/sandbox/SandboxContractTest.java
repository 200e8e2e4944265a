package lab.sandbox;

import lab.cluster.Cluster;
import lab.cluster.ClusterContract;

/** The sandbox keeps the contract of all clusters. */
class SandboxContractTest extends ClusterContract {
    @Override
    protected Cluster cluster() {
        return Sandbox.fresh(1);
    }
}
