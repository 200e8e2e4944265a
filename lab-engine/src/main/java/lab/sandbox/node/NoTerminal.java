package lab.sandbox.node;

import java.util.Map;
import lab.shell.Environment;
import lab.shell.FileTree;
import lab.shell.MemoryFiles;
import lab.shell.Program;
import lab.shell.Time;
import org.jspecify.annotations.Nullable;

/** The surroundings of a process that nobody watches. */
class NoTerminal implements Environment {
    private final Time time;

    NoTerminal(Time time) {
        this.time = time;
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
    public void checkInterrupted() {}
}
