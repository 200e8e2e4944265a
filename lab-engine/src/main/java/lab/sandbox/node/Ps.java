package lab.sandbox.node;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import lab.shell.Invocation;
import lab.shell.Program;

/** {@code ps} in a container: the container's process, Envoy beside the agent, and ps itself. */
final class Ps implements Program {
    private record Running(int pid, int parent, String command) {}

    private static final DateTimeFormatter STARTED =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final Caller caller;

    Ps(Caller caller) {
        this.caller = caller;
    }

    @Override
    public int run(Invocation call) {
        NodeContainer container = caller.container();
        String options = String.join(" ", call.arguments());
        if (container == null || !options.matches("|-ef|aux|-e|-A|-f|ax")) {
            call.err().println("ps: " + options + " is not available in the sandbox yet");
            return 1;
        }
        List<Running> processes = new ArrayList<>();
        KnownImage image = ImageCatalog.find(container.image);
        boolean proxy = image != null && image.kind() == KnownImage.Kind.PROXY;
        processes.add(new Running(1, 0, proxy ? "/usr/local/bin/pilot-agent proxy sidecar" : container.command));
        if (proxy) {
            processes.add(new Running(15, 1, "/usr/local/bin/envoy " + String.join(" ", Envoy.ARGUMENTS)));
        }
        processes.add(new Running(proxy ? 219 : 37, 0, (call.name() + " " + options).trim()));
        Instant now = call.environment().time().now();
        if (!proxy && !options.equals("-ef")) {
            call.out().println("PID   USER     TIME  COMMAND");
            processes.forEach(process ->
                    call.out().println(String.format("%5d %-8s  0:00 %s", process.pid, user(8), process.command)));
            return 0;
        }
        call.out().println("UID          PID    PPID  C STIME TTY          TIME CMD");
        for (Running process : processes) {
            String started = STARTED.format(process.parent == 0 && process.pid > 1 ? now : container.started);
            call.out()
                    .println(String.format(
                            "%-8s %7d %7d  0 %s ?        00:00:00 %s",
                            user(8), process.pid, process.parent, started, process.command));
        }
        return 0;
    }

    /** Names longer than the column end in a plus. */
    private String user(int width) {
        String name = caller.user().name().isEmpty()
                ? String.valueOf(caller.user().uid())
                : caller.user().name();
        return name.length() > width ? name.substring(0, width - 1) + "+" : name;
    }
}
