package lab.iptables;

import java.util.Set;

/** What a rule does with a packet that it matches; {@code text()} is how iptables-save writes it. */
public sealed interface Target {
    Set<String> VERDICTS = Set.of("ACCEPT", "DROP", "RETURN");

    /** The word in the first column of {@code iptables -L}. */
    String name();

    /** Without the leading blank; empty for a rule that only counts. */
    String text();

    /** Nothing: the rule counts. */
    record None() implements Target {
        @Override
        public String name() {
            return "";
        }

        @Override
        public String text() {
            return "";
        }
    }

    /** A verdict, or another chain of the table. */
    record Jump(String name, boolean go) implements Target {
        @Override
        public String text() {
            return (go ? "-g " : "-j ") + name;
        }
    }

    /** {@code REDIRECT}: to a local port. */
    record Redirect(int port) implements Target {
        @Override
        public String name() {
            return "REDIRECT";
        }

        @Override
        public String text() {
            return "-j REDIRECT --to-ports " + port;
        }
    }

    /** {@code DNAT}: to another address, port 0 for the same one. */
    record Dnat(String destination) implements Target {
        @Override
        public String name() {
            return "DNAT";
        }

        @Override
        public String text() {
            return "-j DNAT --to-destination " + destination;
        }
    }

    /** {@code TPROXY}: to a local socket, the addresses unchanged. */
    record Tproxy(int port, String address, long mark, long mask) implements Target {
        @Override
        public String name() {
            return "TPROXY";
        }

        @Override
        public String text() {
            return "-j TPROXY --on-port " + port + " --on-ip " + address + " --tproxy-mark 0x" + Long.toHexString(mark)
                    + "/0x" + Long.toHexString(mask);
        }
    }

    /** {@code MARK}. */
    record SetMark(long value, long mask) implements Target {
        @Override
        public String name() {
            return "MARK";
        }

        @Override
        public String text() {
            return "-j MARK --set-xmark 0x" + Long.toHexString(value) + "/0x" + Long.toHexString(mask);
        }
    }

    /** {@code CONNMARK}: copies the mark between packet and connection. */
    record ConnectionMark(boolean save) implements Target {
        @Override
        public String name() {
            return "CONNMARK";
        }

        @Override
        public String text() {
            return "-j CONNMARK --" + (save ? "save" : "restore") + "-mark --nfmask 0xffffffff --ctmask 0xffffffff";
        }
    }

    /** {@code CT}: the zone of connection tracking. */
    record Zone(int zone) implements Target {
        @Override
        public String name() {
            return "CT";
        }

        @Override
        public String text() {
            return "-j CT --zone " + zone;
        }
    }
}
