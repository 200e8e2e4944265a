package lab.iptables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of a rule set. */
public final class Table {
    private static final Map<String, List<String>> BUILT_IN = Map.of(
            "filter", List.of("INPUT", "FORWARD", "OUTPUT"),
            "nat", List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"),
            "mangle", List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"),
            "raw", List.of("PREROUTING", "OUTPUT"),
            "security", List.of("INPUT", "FORWARD", "OUTPUT"));

    private final String name;
    private final List<Chain> builtIn = new ArrayList<>();
    private final List<Chain> own = new ArrayList<>();

    /** An empty table with its built-in chains. */
    public Table(String name) {
        this.name = name;
        for (String chain : BUILT_IN.getOrDefault(name, List.of())) {
            builtIn.add(new Chain(chain, "ACCEPT"));
        }
    }

    public static boolean known(String name) {
        return BUILT_IN.containsKey(name);
    }

    public String name() {
        return name;
    }

    /** Built-in chains, then the others by name, as nf_tables lists them. */
    public List<Chain> chains() {
        List<Chain> all = new ArrayList<>(builtIn);
        all.addAll(own);
        return all;
    }

    public @Nullable Chain chain(String chainName) {
        return chains().stream()
                .filter(chain -> chain.name().equals(chainName))
                .findFirst()
                .orElse(null);
    }

    /** Adds a chain if it is not there. */
    public Chain create(String chainName) {
        Chain chain = chain(chainName);
        if (chain == null) {
            chain = new Chain(chainName, null);
            own.add(chain);
            own.sort(Comparator.comparing(Chain::name));
        }
        return chain;
    }

    public void delete(Chain chain) {
        own.remove(chain);
    }

    /** How many rules jump to the chain. */
    public int references(String chainName) {
        int count = 0;
        for (Chain chain : chains()) {
            for (Rule rule : chain.rules()) {
                if (rule.target() instanceof Target.Jump jump && jump.name().equals(chainName)) {
                    count++;
                }
            }
        }
        return count;
    }
}
