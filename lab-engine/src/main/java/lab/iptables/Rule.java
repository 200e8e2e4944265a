package lab.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import lab.net.Flow;
import org.jspecify.annotations.Nullable;

/** A rule of a chain with its counters. Two rules are equal when they match and do the same, as {@code iptables -D} sees it. */
public final class Rule {
    private final List<Match> matches;
    private final Target target;
    private long packets;
    private long bytes;

    /** @param matches in the order in which iptables-save prints them: addresses, interfaces, protocol, then modules */
    public Rule(List<Match> matches, Target target) {
        this.matches = List.copyOf(matches);
        this.target = target;
    }

    public List<Match> matches() {
        return matches;
    }

    public Target target() {
        return target;
    }

    public long packets() {
        return packets;
    }

    public long bytes() {
        return bytes;
    }

    public void count(long morePackets, long moreBytes) {
        packets += morePackets;
        bytes += moreBytes;
    }

    public void zero() {
        packets = 0;
        bytes = 0;
    }

    public boolean matches(Flow flow) {
        return matches.stream().allMatch(match -> match.matches(flow));
    }

    /** What follows {@code -A CHAIN}; starts with a blank when there is anything. */
    public String text() {
        StringJoiner words = new StringJoiner(" ");
        Match.@Nullable Port before = null;
        for (Match match : matches) {
            boolean sameModule = before != null
                    && match instanceof Match.Port port
                    && port.protocol().equals(before.protocol())
                    && port.source() != before.source();
            words.add(sameModule ? ((Match.Port) match).option() : match.text());
            before = match instanceof Match.Port port ? port : null;
        }
        if (!target.text().isEmpty()) {
            words.add(target.text());
        }
        return words.length() == 0 ? "" : " " + words;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rule rule && rule.matches.equals(matches) && rule.target.equals(target);
    }

    @Override
    public int hashCode() {
        return new ArrayList<Object>(matches).hashCode() * 31 + target.hashCode();
    }

    @Override
    public String toString() {
        return text().trim();
    }
}
