package lab.sandbox.node;

import java.util.List;
import java.util.Locale;
import lab.shell.Invocation;
import lab.shell.Program;
import org.jspecify.annotations.Nullable;

/** {@code ip}: addresses, links and routes of a pod's network namespace. */
final class Ip implements Program {
    private final Caller caller;

    Ip(Caller caller) {
        this.caller = caller;
    }

    @Override
    public int run(Invocation call) {
        PodSandbox pod = caller.pod();
        List<String> words = call.arguments().stream()
                .filter(word -> !List.of("-4", "show", "list", "-c").contains(word))
                .toList();
        String text = pod == null || pod.hostNetwork
                ? null
                : output(pod, String.join(" ", words), call.arguments().contains("-4"));
        if (text == null) {
            call.err().println("ip: " + String.join(" ", call.arguments()) + " is not available in the sandbox yet");
            return 1;
        }
        call.out().print(text);
        return 0;
    }

    private static @Nullable String output(PodSandbox pod, String command, boolean four) {
        String eth = pod.ip + "/24";
        String local = linkLocal(pod);
        return switch (command) {
            case "addr", "a", "address", "addr eth0" -> addresses(pod, command.endsWith("eth0"), four);
            case "-br addr", "-br a" ->
                "lo               UNKNOWN        127.0.0.1/8 " + (four ? "" : "::1/128 ") + "\n" + "eth0@if" + peer(pod)
                        + "        UP             " + eth + " " + (four ? "" : local + "/64 ") + "\n";
            case "-o addr", "-o a" ->
                "1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever preferred_lft forever\n"
                        + (four
                                ? ""
                                : "1: lo    inet6 ::1/128 scope host \\       valid_lft forever preferred_lft"
                                        + " forever\n")
                        + "2: eth0    inet " + eth
                        + " brd 10.244.0.255 scope global eth0\\       valid_lft forever preferred_lft forever\n"
                        + (four
                                ? ""
                                : "2: eth0    inet6 " + local
                                        + "/64 scope link \\       valid_lft forever preferred_lft forever\n");
            case "route", "r" ->
                "default via " + NodeFacts.GATEWAY + " dev eth0 \n10.244.0.0/24 dev eth0 proto kernel scope link src "
                        + pod.ip + " \n";
            case "-6 route" -> "fe80::/64 dev eth0 proto kernel metric 256 pref medium\n";
            case "rule" -> "0:\tfrom all lookup local\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n";
            case "link", "l" ->
                "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen"
                        + " 1000\n"
                        + "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
                        + "2: eth0@if" + peer(pod)
                        + ": <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group"
                        + " default \n"
                        + "    link/ether"
                        + " " + mac(pod) + " brd ff:ff:ff:ff:ff:ff link-netnsid 0\n";
            default -> null;
        };
    }

    private static String addresses(PodSandbox pod, boolean only, boolean four) {
        String forever = "       valid_lft forever preferred_lft forever\n";
        String lo = "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n"
                + (four ? "" : "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n")
                + "    inet 127.0.0.1/8 scope host lo\n" + forever
                + (four ? "" : "    inet6 ::1/128 scope host \n" + forever);
        String eth = "2: eth0@if" + peer(pod)
                + ": <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default "
                + (four
                        ? "link-netnsid 0\n"
                        : "\n    link/ether " + mac(pod) + " brd ff:ff:ff:ff:ff:ff link-netnsid 0\n")
                + "    inet " + pod.ip + "/24 brd 10.244.0.255 scope global eth0\n" + forever
                + (four ? "" : "    inet6 " + linkLocal(pod) + "/64 scope link \n" + forever);
        return only ? eth : lo + eth;
    }

    /** The number of the other end of the pod's cable, on the node. */
    private static int peer(PodSandbox pod) {
        int last = Integer.parseInt(pod.ip.substring(pod.ip.lastIndexOf('.') + 1));
        return last + 2;
    }

    /** Made from the pod's id; the second digit marks an address given locally. */
    static String mac(PodSandbox pod) {
        StringBuilder text = new StringBuilder(pod.id.substring(0, 1) + "a");
        for (int i = 2; i < 12; i += 2) {
            text.append(':').append(pod.id, i, i + 2);
        }
        return text.toString();
    }

    /** The address that the kernel derives from the hardware address. */
    private static String linkLocal(PodSandbox pod) {
        String[] parts = mac(pod).split(":");
        int first = Integer.parseInt(parts[0], 16) ^ 2;
        return String.format(
                Locale.ROOT,
                "fe80::%s:%s:%s:%s",
                Integer.toHexString((first << 8) | Integer.parseInt(parts[1], 16)),
                Integer.toHexString((Integer.parseInt(parts[2], 16) << 8) | 0xff),
                Integer.toHexString(0xfe00 | Integer.parseInt(parts[3], 16)),
                Integer.toHexString((Integer.parseInt(parts[4], 16) << 8) | Integer.parseInt(parts[5], 16)));
    }
}
