package lab.sandbox.node;

import java.util.function.Function;
import lab.sandbox.node.http.HttpRequest;
import lab.sandbox.node.http.HttpServer;
import lab.sandbox.state.SandboxState;

/**
 * The way of a request under the mesh's default configuration: the pods' own iptables rules, kube-proxy, and sidecars
 * that route by Host header, use mTLS among each other and take plain text too.
 */
final class MeshPath implements HttpPath {
    private final SandboxState state;
    private final Pods pods;
    private final ClusterNetwork network;
    private final Function<Listeners.Open, HttpServer> servers;

    MeshPath(SandboxState state, Pods pods, ClusterNetwork network, Function<Listeners.Open, HttpServer> servers) {
        this.state = state;
        this.pods = pods;
        this.network = network;
        this.servers = servers;
    }

    @Override
    public Outcome send(Caller from, String address, int port, HttpRequest request) {
        return new MeshAttempt(state, pods, network, servers, from).send(address, port, request);
    }
}
