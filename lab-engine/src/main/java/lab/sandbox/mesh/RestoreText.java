package lab.sandbox.mesh;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects rules and prints them as Istio feeds them to {@code iptables-restore --noflush}. */
final class RestoreText {
    private record Line(String chain, String text, String target) {}

    private static final Set<String> BUILT_IN = Set.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");

    private final Map<String, List<Line>> tables = new TreeMap<>();

    void append(String table, String chain, String rule) {
        add(table, chain, "-A " + chain + " " + rule, rule);
    }

    void insert(String table, String chain, int place, String rule) {
        add(table, chain, "-I " + chain + " " + place + " " + rule, rule);
    }

    private void add(String table, String chain, String text, String rule) {
        int jump = rule.lastIndexOf("-j ");
        String target = rule.substring(jump + 3).split(" ")[0];
        tables.computeIfAbsent(table, name -> new ArrayList<>()).add(new Line(chain, text, target));
    }

    /** Tables by name; in each the chains that own rules, the chains only jumped to, then the rules in order. */
    String print() {
        StringBuilder text = new StringBuilder();
        tables.forEach((table, lines) -> {
            text.append("* ").append(table).append('\n');
            Set<String> chains = new LinkedHashSet<>();
            lines.forEach(line -> chains.add(line.chain()));
            lines.stream()
                    .map(Line::target)
                    .filter(target -> target.startsWith("ISTIO_"))
                    .forEach(chains::add);
            chains.removeAll(BUILT_IN);
            chains.forEach(chain -> text.append("-N ").append(chain).append('\n'));
            lines.forEach(line -> text.append(line.text()).append('\n'));
            text.append("COMMIT\n");
        });
        return text.toString();
    }
}
