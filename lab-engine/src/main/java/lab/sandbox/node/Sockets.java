package lab.sandbox.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.shell.Invocation;
import lab.shell.Program;

/** {@code ss} and {@code netstat}: who listens in a pod's network namespace. */
final class Sockets implements Program {
    private final Caller caller;
    private final ClusterNetwork network;

    Sockets(Caller caller, ClusterNetwork network) {
        this.caller = caller;
        this.network = network;
    }

    @Override
    public int run(Invocation call) {
        PodSandbox pod = caller.pod();
        String options = String.join(" ", call.arguments());
        boolean netstat = call.name().endsWith("netstat");
        if (pod == null || pod.hostNetwork || !options.matches("-[tulnpaH46]*l[tulnpaH46]*")) {
            call.err()
                    .println(call.name() + ": "
                            + (pod == null ? "the node's own sockets are" : "option " + options + " is")
                            + " not available in the sandbox yet");
            return 1;
        }
        boolean processes = options.contains("p") && caller.user().uid() == 0;
        List<Listeners.Open> open =
                Listeners.of(pod, network.pod(pod), call.environment().time().now());
        call.out().print(netstat ? netstat(open, options.contains("p")) : ss(open, processes, options.contains("u")));
        return 0;
    }

    private static String address(Listeners.Open open) {
        return open.listener().host() + ":" + open.listener().port();
    }

    private static String anyPeer(Listeners.Open open) {
        return open.listener().host().equals("*") ? "*:*" : "0.0.0.0:*";
    }

    /** Columns are as wide as their widest value; numbers stand around the colon. */
    private static String ss(List<Listeners.Open> open, boolean processes, boolean kinds) {
        List<String> users = new ArrayList<>();
        int width = "Process".length();
        for (Listeners.Open one : open) {
            String user = "users:((\"" + one.process() + "\",pid=" + one.pid() + ",fd=" + one.descriptor() + "))";
            users.add(user);
            width = Math.max(width, user.length());
        }
        StringBuilder text = new StringBuilder();
        String kind = kinds ? "Netid " : "";
        if (open.isEmpty()) {
            return kind + "State Recv-Q Send-Q Local Address:Port Peer Address:Port" + "Process\n";
        }
        text.append(kind).append("State  Recv-Q Send-Q Local Address:Port  Peer Address:Port");
        text.append(processes ? String.format(Locale.ROOT, "%-" + width + "s", "Process") : "Process")
                .append('\n');
        for (int i = 0; i < open.size(); i++) {
            Listeners.Open one = open.get(i);
            String port = String.valueOf(one.listener().port());
            String peer = anyPeer(one).replace(":*", "");
            text.append(kinds ? "tcp   " : "")
                    .append(String.format(
                            Locale.ROOT,
                            "LISTEN 0      4096   %13s:%-5s %12s:*    ",
                            one.listener().host(),
                            port,
                            peer));
            text.append(processes ? String.format(Locale.ROOT, "%-" + width + "s", users.get(i)) : "")
                    .append('\n');
        }
        return text.toString();
    }

    private static String netstat(List<Listeners.Open> open, boolean processes) {
        StringBuilder text = new StringBuilder("Active Internet connections (only servers)\n");
        text.append("Proto Recv-Q Send-Q Local Address           Foreign Address         State      ");
        text.append(processes ? " PID/Program name    \n" : "\n");
        for (Listeners.Open one : open) {
            boolean all = one.listener().host().equals("*");
            String local = all ? ":::" + one.listener().port() : address(one);
            text.append(String.format(
                    Locale.ROOT,
                    "%-5s      0      0 %-23s %-23s LISTEN     ",
                    all ? "tcp6" : "tcp",
                    local,
                    all ? ":::*" : "0.0.0.0:*"));
            text.append(processes ? String.format(Locale.ROOT, " %-20s\n", one.pid() + "/" + one.process()) : "\n");
        }
        return text.toString();
    }
}
