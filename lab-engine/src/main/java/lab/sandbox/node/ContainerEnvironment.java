package lab.sandbox.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lab.shell.Environment;
import lab.shell.FileTree;
import lab.shell.Program;
import lab.shell.Time;
import org.jspecify.annotations.Nullable;

/** What a program sees that runs in a container: the container's variables, files and programs, the caller's clock and Ctrl-C. */
final class ContainerEnvironment implements Environment {
    private final Map<String, String> variables;
    private final FileTree files;
    private final Map<String, Program> programs;
    private final Environment outer;
    private final Time time;

    ContainerEnvironment(
            Map<String, String> variables,
            FileTree files,
            Map<String, Program> programs,
            Environment outer,
            Time time) {
        this.variables = new LinkedHashMap<>(variables);
        this.files = files;
        this.programs = programs;
        this.outer = outer;
        this.time = time;
    }

    @Override
    public @Nullable String variable(String name) {
        return variables.get(name);
    }

    @Override
    public Map<String, String> exported() {
        return Collections.unmodifiableMap(variables);
    }

    @Override
    public FileTree files() {
        return files;
    }

    @Override
    public Time time() {
        return time;
    }

    @Override
    public @Nullable Program program(String name) {
        return programs.get(name);
    }

    @Override
    public int columns() {
        return outer.columns();
    }

    @Override
    public void checkInterrupted() {
        outer.checkInterrupted();
    }
}
