package lab.sandbox;

import java.time.Duration;
import java.util.Map;

/** How long a command takes, in sandbox time. */
// The medians of conformance/real-cluster/timings.txt on the recorded cluster.
final class Costs {
    private static final Duration OTHER = Duration.ofMillis(20);
    private static final Map<String, Duration> COSTS = Map.of(
            "kubectl", Duration.ofMillis(100),
            "istioctl", Duration.ofMillis(200),
            "crictl", Duration.ofMillis(20));

    private Costs() {}

    static Duration of(String program) {
        return COSTS.getOrDefault(program, OTHER);
    }
}
