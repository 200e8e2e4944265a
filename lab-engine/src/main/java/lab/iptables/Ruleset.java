package lab.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that iptables keeps for one address family in one network namespace. Tables exist once something used them. */
public final class Ruleset {
    private static final List<String> ORDER = List.of("mangle", "security", "raw", "filter", "nat");

    private final boolean v6;
    private final Map<String, Table> tables = new TreeMap<>();

    public Ruleset(boolean v6) {
        this.v6 = v6;
    }

    public boolean v6() {
        return v6;
    }

    /** The table, made now if nothing used it before. */
    public Table table(String name) {
        return tables.computeIfAbsent(name, Table::new);
    }

    public @Nullable Table find(String name) {
        return tables.get(name);
    }

    /** In the order in which iptables-nft-save lists them. */
    public List<Table> tables() {
        List<Table> found = new ArrayList<>();
        for (String name : ORDER) {
            Table table = tables.get(name);
            if (table != null) {
                found.add(table);
            }
        }
        return found;
    }

    public boolean isEmpty() {
        return tables.isEmpty();
    }
}
