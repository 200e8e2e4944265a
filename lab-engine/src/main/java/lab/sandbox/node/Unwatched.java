package lab.sandbox.node;

import java.util.Map;
import lab.shell.Environment;
import lab.shell.FileTree;
import lab.shell.Interrupted;
import lab.shell.MemoryFiles;
import lab.shell.Program;
import lab.shell.Time;
import org.jspecify.annotations.Nullable;

/** The surroundings of a container's command that is run ahead: it ends after so many steps, should it never rest. */
final class Unwatched implements Environment {
    /** A container's command that does more than this without an end counts as staying. */
    static final int MOST_STEPS = 20_000;

    private final OffsetTime time;
    private int steps;

    Unwatched(OffsetTime time) {
        this.time = time;
    }

    boolean exhausted() {
        return steps > MOST_STEPS;
    }

    @Override
    public @Nullable String variable(String name) {
        return null;
    }

    @Override
    public Map<String, String> exported() {
        return Map.of();
    }

    @Override
    public FileTree files() {
        return new MemoryFiles(time::now);
    }

    @Override
    public Time time() {
        return time;
    }

    @Override
    public @Nullable Program program(String name) {
        return null;
    }

    @Override
    public int columns() {
        return 80;
    }

    @Override
    public void checkInterrupted() {
        steps++;
        if (exhausted() || time.beyond()) {
            throw new Interrupted();
        }
    }
}
