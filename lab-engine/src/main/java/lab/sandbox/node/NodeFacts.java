package lab.sandbox.node;

/** What is fixed about the sandbox's one node; the same as the recorded one. */
final class NodeFacts {
    static final String NAME = "lab-control-plane";
    static final String ADDRESS = "172.18.0.2";
    static final String GATEWAY = "10.244.0.1";
    static final String DNS = "10.96.0.10";
    static final long MEMORY = 25_201_999_872L;
    static final String IPTABLES = "v1.8.9 (nf_tables)";
    static final String ISTIO = "1.30.3";
    static final String ISTIO_REVISION = "56df41f63e513f834c9a3af33d8aed82d1d961f2";

    private NodeFacts() {}
}
