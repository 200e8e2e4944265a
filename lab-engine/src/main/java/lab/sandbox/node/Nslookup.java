package lab.sandbox.node;

import java.util.List;
import lab.shell.Invocation;
import lab.shell.Program;
import org.jspecify.annotations.Nullable;

/** {@code nslookup} of busybox: asks the cluster's DNS. */
final class Nslookup implements Program {
    private final Caller caller;
    private final ClusterNetwork network;

    Nslookup(Caller caller, ClusterNetwork network) {
        this.caller = caller;
        this.network = network;
    }

    @Override
    public int run(Invocation call) {
        List<String> names =
                call.arguments().stream().filter(word -> !word.startsWith("-")).toList();
        if (names.isEmpty()) {
            call.err().println("Usage: nslookup [HOST] [SERVER]");
            return 1;
        }
        String name = names.get(0);
        call.out().println("Server:\t\t" + NodeFacts.DNS + "\nAddress:\t" + NodeFacts.DNS + ":53\n");
        String full = full(name);
        if (full == null) {
            call.out().println("** server can't find " + name + ": NXDOMAIN\n");
            return 1;
        }
        for (String address : network.lookUp(full)) {
            call.out().println("Name:\t" + full + "\nAddress: " + address);
        }
        call.out().println("");
        return 0;
    }

    /** The first full name that has an address, along the pod's search list. */
    private @Nullable String full(String name) {
        PodSandbox pod = caller.pod();
        String namespace = pod == null ? "default" : pod.namespace;
        for (String suffix :
                List.of("." + namespace + ".svc.cluster.local", ".svc.cluster.local", ".cluster.local", "")) {
            if (!network.lookUp(name + suffix).isEmpty()) {
                return name + suffix;
            }
        }
        return null;
    }
}
