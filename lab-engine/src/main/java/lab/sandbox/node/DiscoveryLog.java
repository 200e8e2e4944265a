package lab.sandbox.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.sandbox.controller.ContainerRuntime.LogLine;

/** The few lines of istiod's log that matter when it starts; the real one is longer. */
final class DiscoveryLog {
    private DiscoveryLog() {}

    static List<LogLine> lines(StartContext start) {
        List<LogLine> log = new ArrayList<>();
        String[] texts = {
            "initializing Istiod admin server",
            "starting HTTPS service at 0.0.0.0:15017",
            "starting secure gRPC discovery service at [::]:15012",
            "starting gRPC discovery service at [::]:15010",
            "starting webhook service at 0.0.0.0:15017",
            "All caches have been synced up in 508.3ms, marking server ready",
            "status of the control plane: ready"
        };
        Duration at = Duration.ofMillis(310);
        for (String text : texts) {
            at = at.plusMillis(70);
            log.add(new LogLine(at, false, Stamps.micros(start.now().plus(at)) + "\tinfo\t" + text));
        }
        return log;
    }
}
