package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.kube.Yaml;
import lab.kube.YamlProblem;
import lab.sandbox.controller.ContainerRuntime.Stop;

/** How the processes of known images take SIGTERM. */
final class Endings {
    /** The first process of a container ignores signals that it has no handler for: only SIGKILL ends it. */
    private static final Stop IGNORED = new Stop(Duration.ofDays(365), 137);

    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Pattern TRAP = Pattern.compile("\\btrap\\b[^;\\n]*\\b(SIG)?(TERM|15)\\b");

    private static final Pattern PART = Pattern.compile("(\\d+)(ms|h|m|s)");

    private Endings() {}

    static Stop of(StartContext start) {
        return switch (start.image().kind()) {
            case PROXY -> start.arguments().contains("proxy") ? agent(start) : IGNORED;
            case PILOT, DISTROLESS -> new Stop(Duration.ofMillis(100), 0);
            case HTTPBIN -> new Stop(Duration.ofMillis(10), 0);
            case NGINX ->
                start.program().matches("nginx|docker-entrypoint.sh")
                        ? new Stop(Duration.ofMillis(50), 0)
                        : command(start.words());
            case CURL, BUSYBOX, ALPINE -> command(start.words());
        };
    }

    private static Stop command(List<String> words) {
        return TRAP.matcher(String.join(" ", words)).find() ? new Stop(Duration.ZERO, 0) : IGNORED;
    }

    /** Drained by its preStop hook, the agent ends at once; else it gives Envoy the drain time of its configuration. */
    // models istio pkg/envoy/agent.go terminate@1.30.3
    private static Stop agent(StartContext start) {
        for (JsonNode word :
                start.container().path("lifecycle").path("preStop").path("exec").path("command")) {
            if (word.asText().equals("drain")) {
                return new Stop(Duration.ofMillis(20), 0);
            }
        }
        return new Stop(drain(start.variables().getOrDefault("PROXY_CONFIG", "{}")), 0);
    }

    private static Duration drain(String proxyConfig) {
        try {
            String text =
                    Yaml.value(proxyConfig).path("terminationDrainDuration").asText();
            Matcher part = PART.matcher(text);
            Duration total = Duration.ZERO;
            while (part.find()) {
                total = total.plusMillis(Long.parseLong(part.group(1)) * millis(part.group(2)));
            }
            return text.isEmpty() ? DRAIN : total;
        } catch (YamlProblem problem) {
            return DRAIN;
        }
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "h" -> 3_600_000;
            case "m" -> 60_000;
            case "s" -> 1000;
            default -> 1;
        };
    }
}
