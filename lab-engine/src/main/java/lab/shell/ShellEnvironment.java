package lab.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program of the shell sees around it. */
record ShellEnvironment(Interpreter interpreter, Streams streams) implements Environment {
    @Override
    public @Nullable String variable(String name) {
        return interpreter.state.variables.get(name);
    }

    @Override
    public Map<String, String> exported() {
        Map<String, String> all = new LinkedHashMap<>(interpreter.state.variables.exported());
        all.put("PWD", files().directory());
        return all;
    }

    @Override
    public FileTree files() {
        return new DeviceFiles(interpreter.state.files, streams, interpreter.state.processFiles);
    }

    @Override
    public Time time() {
        Time time = interpreter.engine.settings.time();
        return new Time() {
            @Override
            public Instant now() {
                return time.now();
            }

            @Override
            public void sleep(Duration duration) {
                // what the other commands of the pipeline can still do at this time comes first
                interpreter.engine.baton.giveWay();
                checkInterrupted();
                time.sleep(duration);
                checkInterrupted();
            }
        };
    }

    @Override
    public @Nullable Program program(String name) {
        Program program = interpreter.engine.program(name);
        Builtin builtin = program == null ? Builtins.find(name) : null;
        return builtin != null
                ? call -> builtin.run(new Interpreter(interpreter.engine, interpreter.state.copy(), streams), call)
                : program;
    }

    @Override
    public int columns() {
        return interpreter.engine.settings.columns().getAsInt();
    }

    @Override
    public void checkInterrupted() {
        interpreter.engine.checkInterrupted();
    }
}
