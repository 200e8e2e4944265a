package lab.iptables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lab.net.Cidr;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of one rule: what follows {@code -A CHAIN}. Its messages are those of iptables 1.8.9.
 *
 * <p>Not modelled: modules beyond those that Istio's and kube-proxy's rules use.
 */
public final class RuleReader {
    private static final Map<String, String> PROTOCOLS =
            Map.of("6", "tcp", "17", "udp", "1", "icmp", "TCP", "tcp", "UDP", "udp");

    private final List<String> words;
    private final boolean v6;
    private int at;
    private boolean negated;

    private Match.@Nullable Source source;
    private Match.@Nullable Destination destination;
    private Match.@Nullable In in;
    private Match.@Nullable Out out;
    private Match.@Nullable Protocol protocol;
    private final List<Match> modules = new ArrayList<>();
    private Target target = new Target.None();
    private String module = "";

    private RuleReader(List<String> words, boolean v6) {
        this.words = words;
        this.v6 = v6;
    }

    /** Reads the words after the chain's name. */
    public static Rule read(List<String> words, boolean v6) throws RuleSyntax {
        return new RuleReader(words, v6).rule();
    }

    private Rule rule() throws RuleSyntax {
        while (at < words.size()) {
            String word = words.get(at++);
            if (word.equals("!")) {
                negated = true;
                continue;
            }
            option(word);
            negated = false;
        }
        List<Match> all = new ArrayList<>();
        for (Match match : Arrays.<@Nullable Match>asList(source, destination, in, out, protocol)) {
            if (match != null) {
                all.add(match);
            }
        }
        all.addAll(modules);
        return new Rule(all, target);
    }

    private void option(String word) throws RuleSyntax {
        switch (word) {
            case "-s", "--source", "--src" -> source = new Match.Source(negated, cidr(value(word)));
            case "-d", "--destination", "--dst" -> destination = new Match.Destination(negated, cidr(value(word)));
            case "-i", "--in-interface" -> in = new Match.In(negated, value(word));
            case "-o", "--out-interface" -> out = new Match.Out(negated, value(word));
            case "-p", "--protocol", "--proto" -> protocol(value(word));
            case "-m", "--match" -> module(value(word));
            case "-j", "--jump" -> target = jump(value(word), false);
            case "-g", "--goto" -> target = jump(value(word), true);
            default -> moduleOption(word);
        }
    }

    private String value(String option) throws RuleSyntax {
        if (at >= words.size()) {
            throw new RuleSyntax("option \"" + option + "\" requires an argument");
        }
        if (words.get(at).equals("!")) {
            negated = true;
            at++;
            return value(option);
        }
        return words.get(at++);
    }

    private Cidr cidr(String text) throws RuleSyntax {
        Cidr cidr = Cidr.parse(text);
        if (cidr == null || cidr.address().v6() != v6) {
            throw new RuleSyntax("host/network `" + text + "' not found");
        }
        return cidr;
    }

    private void protocol(String name) throws RuleSyntax {
        String known = PROTOCOLS.getOrDefault(name, name);
        if (known.equals("all") || known.equals("0")) {
            return;
        }
        if (!known.matches("tcp|udp|icmp|ipv6-icmp|icmpv6|sctp|\\d+")) {
            throw new RuleSyntax("unknown protocol \"" + name + "\" specified");
        }
        protocol = new Match.Protocol(negated, known);
    }

    private void module(String name) throws RuleSyntax {
        if (!name.matches("tcp|udp|owner|conntrack|mark|connmark|multiport|comment")) {
            throw new RuleSyntax("Couldn't load match `" + name + "':No such file or directory");
        }
        module = name;
    }

    private void moduleOption(String word) throws RuleSyntax {
        switch (word) {
            case "--dport", "--destination-port", "--sport", "--source-port" -> modules.add(port(word));
            case "--dports", "--sports" ->
                modules.add(new Match.Ports(word.equals("--sports"), negated, ports(value(word))));
            case "--uid-owner", "--gid-owner" ->
                modules.add(new Match.Owner(word.equals("--gid-owner"), negated, owner(word)));
            case "--ctstate" ->
                modules.add(new Match.ConnectionState(
                        negated, new LinkedHashSet<>(Arrays.asList(value(word).split(",")))));
            case "--mark" -> modules.add(new Match.Mark(module.equals("connmark"), negated, number(value(word))));
            case "--comment" -> modules.add(new Match.Comment(value(word)));
            default ->
                throw new RuleSyntax(
                        word.startsWith("-") ? "unknown option \"" + word + "\"" : "Bad argument `" + word + "'");
        }
    }

    private Match port(String word) throws RuleSyntax {
        if (protocol == null || !protocol.name().matches("tcp|udp")) {
            throw new RuleSyntax("unknown option \"" + word + "\"");
        }
        String name = protocol.name();
        String text = value(word);
        int colon = text.indexOf(':');
        int first = portNumber(colon < 0 ? text : text.substring(0, colon));
        int last = colon < 0 ? first : portNumber(text.substring(colon + 1));
        return new Match.Port(name, word.startsWith("--s"), negated, first, last);
    }

    private static int portNumber(String text) throws RuleSyntax {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the message below says it
        }
        throw new RuleSyntax("invalid port/service `" + text + "' specified");
    }

    private static List<Integer> ports(String text) throws RuleSyntax {
        List<Integer> ports = new ArrayList<>();
        for (String port : text.split(",")) {
            ports.add(portNumber(port));
        }
        return ports;
    }

    private int owner(String word) throws RuleSyntax {
        String text = value(word);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new RuleSyntax("owner: Bad value for \"" + word + "\" option: \"" + text + "\"");
        }
    }

    private static long number(String text) throws RuleSyntax {
        try {
            return Long.decode(text.toLowerCase(Locale.ROOT));
        } catch (NumberFormatException e) {
            throw new RuleSyntax("Bad integer value `" + text + "'");
        }
    }

    private Target jump(String name, boolean go) throws RuleSyntax {
        switch (name) {
            case "REDIRECT" -> {
                return new Target.Redirect((int) number(named("--to-ports", "--to-port")));
            }
            case "DNAT" -> {
                return new Target.Dnat(named("--to-destination"));
            }
            case "TPROXY" -> {
                return tproxy();
            }
            case "MARK" -> {
                long[] mark = masked(named("--set-mark", "--set-xmark"));
                return new Target.SetMark(mark[0], mark[1]);
            }
            case "CONNMARK" -> {
                String which = words.get(at);
                at = words.size();
                return new Target.ConnectionMark(which.equals("--save-mark"));
            }
            case "CT" -> {
                return new Target.Zone((int) number(named("--zone")));
            }
            default -> {
                return new Target.Jump(name, go);
            }
        }
    }

    private String named(String... options) throws RuleSyntax {
        if (at >= words.size() || !Arrays.asList(options).contains(words.get(at))) {
            throw new RuleSyntax(
                    at >= words.size()
                            ? "option \"" + options[0] + "\" must be specified"
                            : "unknown option \"" + words.get(at) + "\"");
        }
        return value(words.get(at++));
    }

    private static long[] masked(String text) throws RuleSyntax {
        int slash = text.indexOf('/');
        return slash < 0
                ? new long[] {number(text), 0xffffffffL}
                : new long[] {number(text.substring(0, slash)), number(text.substring(slash + 1))};
    }

    private Target tproxy() throws RuleSyntax {
        int port = 0;
        String address = v6 ? "::" : "0.0.0.0";
        long[] mark = {0, 0xffffffffL};
        while (at < words.size()) {
            String option = words.get(at++);
            String value = value(option);
            switch (option) {
                case "--on-port" -> port = portNumber(value);
                case "--on-ip" -> address = value;
                case "--tproxy-mark" -> mark = masked(value);
                default -> throw new RuleSyntax("unknown option \"" + option + "\"");
            }
        }
        return new Target.Tproxy(port, address, mark[0], mark[1]);
    }
}
