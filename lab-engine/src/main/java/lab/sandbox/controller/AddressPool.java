package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Set;
import lab.sandbox.state.SandboxState;

/** Gives pods their addresses in 10.244.0.0/24, in order, as the host-local plugin does. */
final class AddressPool implements SandboxState.Part {
    private static final String PREFIX = "10.244.0.";
    private static final int FIRST = 2;
    private static final int LAST = 254;

    private int previous = FIRST - 1;

    AddressPool(SandboxState state) {
        state.part("pod-addresses", this);
    }

    /** @param used the addresses of the pods that are there */
    String next(Set<String> used) {
        for (int tries = FIRST; tries <= LAST; tries++) {
            previous = previous >= LAST ? FIRST : previous + 1;
            if (!used.contains(PREFIX + previous)) {
                return PREFIX + previous;
            }
        }
        return "";
    }

    @Override
    public JsonNode save() {
        return IntNode.valueOf(previous);
    }

    @Override
    public void load(JsonNode saved) {
        previous = saved.asInt();
    }
}
