package lab.shell;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a shell and its subshells share. */
final class Engine {
    final Shell.Settings settings;
    final Baton baton = new Baton();
    final Instant started;
    long seed = 42;

    /** The exit code of the last {@code $(…)} of the command that is being expanded. */
    int substitutionStatus;

    private volatile boolean stopped;

    Engine(Shell.Settings settings) {
        this.settings = settings;
        this.started = settings.time().now();
    }

    void stop() {
        stopped = true;
    }

    void go() {
        stopped = false;
    }

    void checkInterrupted() {
        if (stopped) {
            throw new Interrupted();
        }
        settings.check().run();
    }

    @Nullable
    Program program(String name) {
        Program program = settings.programs().get(name);
        if (program == null && name.startsWith("/")) {
            // /usr/bin/jq is jq
            String base = FilePaths.name(name);
            return name.equals("/bin/" + base) || name.equals("/usr/bin/" + base)
                    ? settings.programs().get(base)
                    : null;
        }
        return program;
    }

    Output limited(Output output, Output notices) {
        return settings.outputLimit() <= 0 ? output : new LimitedOutput(output, notices, settings.outputLimit());
    }

    int fault(String command, RuntimeException fault, Output err) {
        settings.faults().accept(fault);
        err.println("lab: " + command + " failed because of a fault in the lab itself: " + fault);
        return 70;
    }
}
