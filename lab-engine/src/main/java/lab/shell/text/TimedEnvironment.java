package lab.shell.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lab.shell.Environment;
import lab.shell.FileTree;
import lab.shell.Program;
import lab.shell.Time;
import org.jspecify.annotations.Nullable;

/** An environment in which time ends, for {@code timeout}. */
record TimedEnvironment(Environment base, Instant end) implements Environment {
    /** The time is over. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over() {
            super(null, null, false, false);
        }
    }

    @Override
    public @Nullable String variable(String name) {
        return base.variable(name);
    }

    @Override
    public Map<String, String> exported() {
        return base.exported();
    }

    @Override
    public FileTree files() {
        return base.files();
    }

    @Override
    public Time time() {
        Time time = base.time();
        return new Time() {
            @Override
            public Instant now() {
                return time.now();
            }

            @Override
            public void sleep(Duration duration) {
                Duration left = Duration.between(time.now(), end);
                time.sleep(left.compareTo(duration) < 0 ? left : duration);
                if (left.compareTo(duration) < 0) {
                    throw new Over();
                }
            }
        };
    }

    @Override
    public @Nullable Program program(String name) {
        return base.program(name);
    }

    @Override
    public int columns() {
        return base.columns();
    }

    @Override
    public void checkInterrupted() {
        base.checkInterrupted();
        if (!base.time().now().isBefore(end)) {
            throw new Over();
        }
    }
}
