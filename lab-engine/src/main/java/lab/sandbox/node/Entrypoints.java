package lab.sandbox.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.sandbox.controller.ContainerRuntime.Exit;
import lab.sandbox.controller.ContainerRuntime.LogLine;
import lab.sandbox.controller.ContainerRuntime.Run;
import org.jspecify.annotations.Nullable;

/** What the servers of known images do from their start on. */
final class Entrypoints {
    private Entrypoints() {}

    /** Null when the container's command is a program to be run instead. */
    static @Nullable Run server(StartContext start) {
        return switch (start.image().kind()) {
            case PROXY -> proxy(start);
            case PILOT -> start.program().equals("pilot-discovery") ? new Run(DiscoveryLog.lines(start), null) : null;
            case HTTPBIN -> start.program().equals("go-httpbin") ? httpbin(start) : null;
            case NGINX -> start.program().matches("nginx|docker-entrypoint.sh") ? nginx(start) : null;
            case DISTROLESS -> new Run(List.of(), null);
            default -> null;
        };
    }

    private static @Nullable Run proxy(StartContext start) {
        List<String> arguments = start.arguments();
        if (!start.program().equals("pilot-agent") || arguments.isEmpty()) {
            return null;
        }
        return switch (arguments.get(0)) {
            case "istio-iptables" -> IstioInit.run(start);
            case "proxy" -> new Run(ProxyLog.lines(start), null);
            default -> null;
        };
    }

    private static Run httpbin(StartContext start) {
        Listener listener = Listener.httpbin(start.words(), start.variables());
        Duration after = Duration.ofMillis(12);
        String text = "time=" + Stamps.millis(start.now().plus(after))
                + " level=INFO msg=\"go-httpbin listening on http://" + listener.host() + ":" + listener.port() + "\"";
        return new Run(List.of(new LogLine(after, true, text)), null);
    }

    private static Run nginx(StartContext start) {
        List<LogLine> log = new ArrayList<>();
        String time = Stamps.goLog(start.now());
        for (String text : List.of(
                "using the \"epoll\" event method",
                "nginx/1.29.3",
                "OS: Linux 6.18.44",
                "start worker processes",
                "start worker process 29")) {
            log.add(new LogLine(Duration.ofMillis(40), true, time + " [notice] 1#1: " + text));
        }
        return new Run(log, null);
    }

    /** A container whose program is not there: what containerd reports. */
    static Run missing(String program) {
        boolean path = program.contains("/");
        String cause = path
                ? "exec: \"" + program + "\": stat " + program + ": no such file or directory: unknown"
                : "exec: \"" + program + "\": executable file not found in $PATH: unknown";
        return new Run(
                List.of(),
                new Exit(
                        Duration.ZERO,
                        128,
                        "StartError",
                        "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc"
                                + " create failed: unable to start container process: " + cause));
    }
}
