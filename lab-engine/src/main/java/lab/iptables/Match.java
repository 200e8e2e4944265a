package lab.iptables;

import java.util.List;
import java.util.Set;
import lab.net.Cidr;
import lab.net.Flow;

/** One condition of a rule; {@code text()} is how iptables-save writes it. */
public sealed interface Match {
    String text();

    boolean matches(Flow flow);

    private static String not(boolean negated) {
        return negated ? "! " : "";
    }

    /** {@code -s}. */
    record Source(boolean negated, Cidr range) implements Match {
        @Override
        public String text() {
            return not(negated) + "-s " + range;
        }

        @Override
        public boolean matches(Flow flow) {
            return range.contains(flow.source()) != negated;
        }
    }

    /** {@code -d}. */
    record Destination(boolean negated, Cidr range) implements Match {
        @Override
        public String text() {
            return not(negated) + "-d " + range;
        }

        @Override
        public boolean matches(Flow flow) {
            return range.contains(flow.destination()) != negated;
        }
    }

    /** {@code -i}; a name that ends in {@code +} is a prefix. */
    record In(boolean negated, String name) implements Match {
        @Override
        public String text() {
            return not(negated) + "-i " + name;
        }

        @Override
        public boolean matches(Flow flow) {
            return Interfaces.same(name, flow.in()) != negated;
        }
    }

    /** {@code -o}. */
    record Out(boolean negated, String name) implements Match {
        @Override
        public String text() {
            return not(negated) + "-o " + name;
        }

        @Override
        public boolean matches(Flow flow) {
            return Interfaces.same(name, flow.out()) != negated;
        }
    }

    /** {@code -p}. */
    record Protocol(boolean negated, String name) implements Match {
        @Override
        public String text() {
            return not(negated) + "-p " + name;
        }

        @Override
        public boolean matches(Flow flow) {
            return name.equals(flow.protocol()) != negated;
        }
    }

    /**
     * {@code -m tcp --dport N}.
     *
     * @param protocol the module: {@code tcp} or {@code udp}
     * @param source {@code --sport} instead of {@code --dport}
     * @param last the end of the range; the same as {@code first} for one port
     */
    record Port(String protocol, boolean source, boolean negated, int first, int last) implements Match {
        @Override
        public String text() {
            return "-m " + protocol + " " + option();
        }

        String option() {
            return not(negated) + (source ? "--sport " : "--dport ") + range();
        }

        String range() {
            return first == last ? String.valueOf(first) : first + ":" + last;
        }

        @Override
        public boolean matches(Flow flow) {
            int port = source ? flow.sourcePort() : flow.destinationPort();
            return (port >= first && port <= last) != negated;
        }
    }

    /** {@code -m multiport --dports A,B}. */
    record Ports(boolean source, boolean negated, List<Integer> ports) implements Match {
        public Ports {
            ports = List.copyOf(ports);
        }

        @Override
        public String text() {
            return "-m multiport " + not(negated) + (source ? "--sports " : "--dports ") + list();
        }

        String list() {
            return String.join(",", ports.stream().map(String::valueOf).toList());
        }

        @Override
        public boolean matches(Flow flow) {
            return ports.contains(source ? flow.sourcePort() : flow.destinationPort()) != negated;
        }
    }

    /** {@code -m owner --uid-owner N}: who sent it. Packets from outside have no owner. */
    record Owner(boolean group, boolean negated, int id) implements Match {
        @Override
        public String text() {
            return "-m owner " + not(negated) + (group ? "--gid-owner " : "--uid-owner ") + id;
        }

        @Override
        public boolean matches(Flow flow) {
            int owner = group ? flow.gid() : flow.uid();
            return owner >= 0 && (owner == id) != negated;
        }
    }

    /** {@code -m conntrack --ctstate LIST}. A flow here is the first packet of its connection: {@code NEW}. */
    record ConnectionState(boolean negated, Set<String> states) implements Match {
        @Override
        public String text() {
            return "-m conntrack " + not(negated) + "--ctstate " + String.join(",", states);
        }

        @Override
        public boolean matches(Flow flow) {
            return states.contains("NEW") != negated;
        }
    }

    /** {@code -m mark --mark N}, or of the connection. A first packet carries no mark. */
    record Mark(boolean connection, boolean negated, long value) implements Match {
        @Override
        public String text() {
            return "-m " + (connection ? "connmark " : "mark ") + not(negated) + "--mark 0x" + Long.toHexString(value);
        }

        @Override
        public boolean matches(Flow flow) {
            return (value == 0) != negated;
        }
    }

    /** {@code -m comment --comment TEXT}. */
    record Comment(String comment) implements Match {
        @Override
        public String text() {
            boolean plain = comment.matches("[A-Za-z0-9_./:-]+");
            return "-m comment --comment " + (plain ? comment : "\"" + comment.replace("\"", "\\\"") + "\"");
        }

        @Override
        public boolean matches(Flow flow) {
            return true;
        }
    }
}
