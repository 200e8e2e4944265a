package lab.sandbox.node;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What Istio's programs say first, on stderr, about Go's memory limit (KimMachineGun/automemlimit). */
final class GoMemory {
    private static final String PACKAGE = " package=github.com/KimMachineGun/automemlimit/memlimit GOMEMLIMIT=";

    private GoMemory() {}

    static Optional<String> line(StartContext start) {
        String limit = start.container()
                .path("resources")
                .path("limits")
                .path("memory")
                .asText("");
        return line(start.variables(), limit, start.now());
    }

    /** @param limit the container's memory limit as the pod writes it, empty if it has none */
    static Optional<String> line(Map<String, String> variables, String limit, Instant now) {
        String set = variables.get("GOMEMLIMIT");
        if (set != null) {
            return Optional.of(Stamps.goLog(now) + " INFO GOMEMLIMIT is already set, skipping" + PACKAGE + set);
        }
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        // nine tenths of the container's limit
        long share = Amounts.bytes(limit) * 9 / 10;
        return Optional.of(
                Stamps.goLog(now) + " INFO GOMEMLIMIT is updated" + PACKAGE + share + " previous=9223372036854775807");
    }
}
