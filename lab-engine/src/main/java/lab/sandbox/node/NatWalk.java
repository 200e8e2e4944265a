package lab.sandbox.node;

import lab.iptables.Chain;
import lab.iptables.Rule;
import lab.iptables.Ruleset;
import lab.iptables.Table;
import lab.iptables.Target;
import lab.net.Flow;
import org.jspecify.annotations.Nullable;

/** Walks a first packet through the rules of a network namespace and counts it, as the kernel does. */
final class NatWalk {
    private static final int DEPTH = 16;
    private static final long PACKET = 60;

    /** Where a packet goes: {@code port} 0 for where it wanted to. */
    record Fate(int port, boolean dropped) {
        static final Fate UNCHANGED = new Fate(0, false);
    }

    private final Ruleset rules;
    private final Flow flow;

    private NatWalk(Ruleset rules, Flow flow) {
        this.rules = rules;
        this.flow = flow;
    }

    /** What happens to a packet that a process sends. */
    static Fate output(Ruleset rules, Flow flow) {
        return new NatWalk(rules, flow).hook("OUTPUT");
    }

    /** What happens to a packet that comes in by an interface. */
    static Fate prerouting(Ruleset rules, Flow flow) {
        return new NatWalk(rules, flow).hook("PREROUTING");
    }

    private Fate hook(String name) {
        for (String table : new String[] {"mangle", "nat", "filter"}) {
            Table found = rules.find(table);
            Chain chain = found == null ? null : found.chain(name);
            if (found != null && chain != null) {
                Fate fate = chain(found, chain, 0);
                if (fate != null && (fate.port() != 0 || fate.dropped())) {
                    return fate;
                }
            }
        }
        return Fate.UNCHANGED;
    }

    /** Null when the chain's end was reached or a rule said RETURN. */
    private @Nullable Fate chain(Table table, Chain chain, int depth) {
        for (Rule rule : chain.rules()) {
            if (!rule.matches(flow)) {
                continue;
            }
            rule.count(1, PACKET);
            Target target = rule.target();
            if (target instanceof Target.Redirect redirect) {
                return new Fate(redirect.port(), false);
            }
            if (target instanceof Target.Tproxy tproxy) {
                return new Fate(tproxy.port(), false);
            }
            if (target instanceof Target.Jump jump) {
                if (jump.name().equals("ACCEPT")) {
                    return Fate.UNCHANGED;
                }
                if (jump.name().equals("DROP")) {
                    return new Fate(0, true);
                }
                if (jump.name().equals("RETURN")) {
                    return null;
                }
                Chain next = table.chain(jump.name());
                Fate fate = next == null || depth >= DEPTH ? null : chain(table, next, depth + 1);
                if (fate != null) {
                    return fate;
                }
            }
        }
        return null;
    }
}
