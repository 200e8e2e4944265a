package lab.sandbox.node;

import java.util.LinkedHashMap;
import java.util.Map;
import lab.shell.Program;

/** The programs of the node's own shell, each also as nsenter runs it inside a pod's network. */
final class NodePrograms {
    private final Pods pods;
    private final ClusterNetwork network;
    private final HttpPath path;
    private final NetworkPrograms networkPrograms;

    NodePrograms(Pods pods, ClusterNetwork network, HttpPath path, NetworkPrograms networkPrograms) {
        this.pods = pods;
        this.network = network;
        this.path = path;
        this.networkPrograms = networkPrograms;
    }

    /** @param crictl the node's view of its containers */
    Map<String, Program> all(Program crictl) {
        Map<String, Program> programs = in(Caller.NODE);
        programs.put("nsenter", new Nsenter(pods, this::in));
        programs.put("crictl", crictl);
        return programs;
    }

    private Map<String, Program> in(Caller caller) {
        Map<String, Program> programs = new LinkedHashMap<>(networkPrograms.of(caller));
        programs.put("curl", new Curl(caller, network, path));
        programs.put("hostname", BasicPrograms.of(caller).getOrDefault("hostname", call -> 1));
        programs.put("id", BasicPrograms.of(caller).getOrDefault("id", call -> 1));
        programs.put("ps", call -> {
            call.err().println("ps: the node's processes are not available in the sandbox yet");
            return 1;
        });
        return programs;
    }
}
