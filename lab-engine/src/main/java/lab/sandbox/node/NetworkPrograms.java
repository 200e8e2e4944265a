package lab.sandbox.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lab.iptables.Ruleset;
import lab.shell.Invocation;
import lab.shell.Program;

/** Programs that show or change a network namespace: iptables and its kin, ip, ss. */
final class NetworkPrograms {
    private static final List<String> REFUSED = List.of("conntrack", "nft", "tcpdump", "ethtool", "ipvsadm");

    private final ClusterNetwork network;

    NetworkPrograms(ClusterNetwork network) {
        this.network = network;
    }

    Map<String, Program> of(Caller caller) {
        Map<String, Program> programs = new LinkedHashMap<>();
        for (String name : List.of("iptables", "iptables-nft", "ip6tables")) {
            programs.put(name, call -> iptables(caller, call));
        }
        for (String name : List.of("iptables-save", "iptables-nft-save", "ip6tables-save")) {
            programs.put(name, call -> save(caller, call));
        }
        for (String name : List.of("iptables-legacy", "iptables-legacy-save")) {
            programs.put(name, call -> 0);
        }
        programs.put("ss", new Sockets(caller, network));
        programs.put("netstat", new Sockets(caller, network));
        programs.put("ip", new Ip(caller));
        for (String name : REFUSED) {
            programs.put(name, call -> {
                call.err().println(name + ": not available in the sandbox yet");
                return 1;
            });
        }
        return programs;
    }

    private static Supplier<Ruleset> rules(PodSandbox pod, boolean v6) {
        return () -> v6 ? pod.rules6 : pod.rules;
    }

    private static int iptables(Caller caller, Invocation call) {
        PodSandbox pod = caller.pod();
        if (call.arguments().equals(List.of("--version")) || call.arguments().equals(List.of("-V"))) {
            call.out().println(call.name() + " " + NodeFacts.IPTABLES);
            return 0;
        }
        if (caller.user().uid() != 0) {
            call.err().println("Fatal: can't open lock file /run/xtables.lock: Read-only file system");
            return 4;
        }
        if (pod == null || pod.hostNetwork) {
            return nodeRules(call);
        }
        return new Iptables(call, rules(pod, call.name().startsWith("ip6")).get()).run();
    }

    private static int save(Caller caller, Invocation call) {
        PodSandbox pod = caller.pod();
        if (caller.user().uid() != 0) {
            String six = call.name().startsWith("ip6") ? "6" : "";
            call.err().println("Failed to list table names in /proc/net/ip" + six + "_tables_names: Permission denied");
            return 1;
        }
        if (pod == null || pod.hostNetwork) {
            return nodeRules(call);
        }
        return IptablesSave.run(call, rules(pod, call.name().startsWith("ip6")).get());
    }

    private static int nodeRules(Invocation call) {
        call.err()
                .println(call.name()
                        + ": the node's own rules, which kube-proxy writes, are not available in the sandbox yet");
        return 1;
    }
}
