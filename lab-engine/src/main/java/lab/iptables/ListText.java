package lab.iptables;

import java.util.List;
import java.util.Locale;
import lab.net.Cidr;

/** What {@code iptables -L} and {@code -S} print. Models iptables 1.8.9 (nf_tables). */
public final class ListText {
    private final Table table;
    private final boolean numeric;
    private final boolean verbose;
    private final boolean exact;
    private final boolean numbers;

    /**
     * @param numeric {@code -n}
     * @param verbose {@code -v}
     * @param exact {@code -x}
     * @param numbers {@code --line-numbers}
     */
    public ListText(Table table, boolean numeric, boolean verbose, boolean exact, boolean numbers) {
        this.table = table;
        this.numeric = numeric;
        this.verbose = verbose;
        this.exact = exact;
        this.numbers = numbers;
    }

    /** {@code -S}: policies, chains and rules as commands. */
    public static String commands(List<Chain> chains) {
        StringBuilder text = new StringBuilder();
        for (Chain chain : chains) {
            String policy = chain.policy();
            text.append(policy == null ? "-N " + chain.name() : "-P " + chain.name() + " " + policy)
                    .append('\n');
        }
        for (Chain chain : chains) {
            chain.rules()
                    .forEach(rule -> text.append("-A ")
                            .append(chain.name())
                            .append(rule.text())
                            .append('\n'));
        }
        return text.toString();
    }

    /** {@code -L} of these chains. */
    public String chains(List<Chain> chains) {
        StringBuilder text = new StringBuilder();
        for (Chain chain : chains) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            chain(chain, text);
        }
        return text.toString();
    }

    private void chain(Chain chain, StringBuilder text) {
        String policy = chain.policy();
        String about = policy == null
                ? table.references(chain.name()) + " references"
                : "policy " + policy + (verbose ? " 0 packets, 0 bytes" : "");
        text.append("Chain ").append(chain.name()).append(" (").append(about).append(")\n");
        text.append(numbers ? "num  " : "")
                .append(verbose ? (exact ? "    pkts      bytes " : " pkts bytes ") : "")
                .append("target     prot opt ")
                .append(verbose ? "in     out     " : "")
                .append("source               destination         \n");
        int number = 0;
        for (Rule rule : chain.rules()) {
            number++;
            rule(rule, number, text);
        }
    }

    private void rule(Rule rule, int number, StringBuilder text) {
        if (numbers) {
            text.append(String.format(Locale.ROOT, "%-4d ", number));
        }
        if (verbose) {
            String form = exact ? "%8s %10s " : "%5s %5s ";
            text.append(String.format(Locale.ROOT, form, count(rule.packets()), count(rule.bytes())));
        }
        String protocol = numeric ? "0" : "all";
        String in = "*";
        String out = "*";
        String source = everywhere();
        String destination = everywhere();
        String sourceMark = " ";
        String destinationMark = " ";
        StringBuilder details = new StringBuilder();
        for (Match match : rule.matches()) {
            if (match instanceof Match.Protocol p) {
                protocol = (p.negated() ? "!" : "") + (numeric ? number(p.name()) : p.name());
            } else if (match instanceof Match.In i) {
                in = (i.negated() ? "!" : "") + i.name();
            } else if (match instanceof Match.Out o) {
                out = (o.negated() ? "!" : "") + o.name();
            } else if (match instanceof Match.Source s) {
                source = address(s.range());
                sourceMark = s.negated() ? "!" : " ";
            } else if (match instanceof Match.Destination d) {
                destination = address(d.range());
                destinationMark = d.negated() ? "!" : " ";
            } else {
                details.append(' ').append(detail(match));
            }
        }
        text.append(String.format(Locale.ROOT, "%-9s  %-4s ", rule.target().name(), protocol));
        text.append("-- ");
        if (verbose) {
            text.append(String.format(Locale.ROOT, " %-6s %-6s ", in, out));
        }
        text.append(String.format(Locale.ROOT, "%s%-19s %s%-19s ", sourceMark, source, destinationMark, destination));
        text.append(details).append(target(rule.target())).append('\n');
    }

    private String everywhere() {
        return numeric ? "0.0.0.0/0" : "anywhere";
    }

    private static String number(String protocol) {
        return switch (protocol) {
            case "tcp" -> "6";
            case "udp" -> "17";
            case "icmp" -> "1";
            default -> protocol;
        };
    }

    private String address(Cidr range) {
        if (!numeric && range.toString().equals("127.0.0.1/32")) {
            return "localhost";
        }
        return range.single() ? range.address().text() : range.toString();
    }

    /** Large counters are shortened as {@code 12K}. */
    private String count(long value) {
        if (exact || value < 100_000) {
            return String.valueOf(value);
        }
        long thousands = (value + 500) / 1000;
        return thousands < 10_000 ? thousands + "K" : (thousands + 500) / 1000 + "M";
    }

    private static String detail(Match match) {
        if (match instanceof Match.Port port) {
            String name = port.source() ? "spt" : "dpt";
            boolean range = port.first() != port.last();
            return port.protocol() + " " + name + (range ? "s" : "") + ":" + (port.negated() ? "!" : "") + port.range();
        }
        if (match instanceof Match.Ports ports) {
            String name = ports.source() ? "sports" : "dports";
            return "multiport " + name + " " + (ports.negated() ? " !" : "") + ports.list();
        }
        if (match instanceof Match.Owner owner) {
            return (owner.negated() ? "! " : "") + "owner " + (owner.group() ? "GID" : "UID") + " match " + owner.id();
        }
        if (match instanceof Match.ConnectionState state) {
            return (state.negated() ? "! " : "") + "ctstate " + String.join(",", state.states());
        }
        if (match instanceof Match.Mark mark) {
            String name = mark.connection() ? "connmark" : "mark";
            return name + " match " + (mark.negated() ? "!" : "") + "0x" + Long.toHexString(mark.value());
        }
        if (match instanceof Match.Comment comment) {
            return "/* " + comment.comment() + " */";
        }
        return match.text();
    }

    private static String target(Target target) {
        if (target instanceof Target.Redirect redirect) {
            return " redir ports " + redirect.port();
        }
        if (target instanceof Target.Dnat dnat) {
            return " to:" + dnat.destination();
        }
        if (target instanceof Target.Tproxy tproxy) {
            return " TPROXY redirect " + tproxy.address() + ":" + tproxy.port() + " mark 0x"
                    + Long.toHexString(tproxy.mark()) + "/0x" + Long.toHexString(tproxy.mask());
        }
        if (target instanceof Target.SetMark mark) {
            return " MARK set 0x" + Long.toHexString(mark.value());
        }
        if (target instanceof Target.ConnectionMark mark) {
            return " CONNMARK " + (mark.save() ? "save" : "restore");
        }
        if (target instanceof Target.Zone zone) {
            return " CT zone " + zone.zone();
        }
        return "";
    }
}
