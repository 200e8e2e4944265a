package lab.shell.text;

import java.util.Map;
import lab.shell.Environment;
import lab.shell.FileTree;
import lab.shell.Program;
import lab.shell.Time;
import org.jspecify.annotations.Nullable;

/** An environment with other variables, as {@code env} gives it. */
record ChangedEnvironment(Environment base, Map<String, String> variables) implements Environment {
    @Override
    public @Nullable String variable(String name) {
        return variables.get(name);
    }

    @Override
    public Map<String, String> exported() {
        return variables;
    }

    @Override
    public FileTree files() {
        return base.files();
    }

    @Override
    public Time time() {
        return base.time();
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
    }
}
