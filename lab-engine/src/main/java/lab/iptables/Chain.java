package lab.iptables;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chain of a table: built-in with a policy, or a user's own without. */
public final class Chain {
    private final String name;
    private @Nullable String policy;
    private final List<Rule> rules = new ArrayList<>();

    public Chain(String name, @Nullable String policy) {
        this.name = name;
        this.policy = policy;
    }

    public String name() {
        return name;
    }

    /** Null for a user's own chain. */
    public @Nullable String policy() {
        return policy;
    }

    public void policy(String newPolicy) {
        policy = newPolicy;
    }

    public boolean builtIn() {
        return policy != null;
    }

    /** The rules in order; may be changed. */
    public List<Rule> rules() {
        return rules;
    }
}
