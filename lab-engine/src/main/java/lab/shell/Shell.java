package lab.shell;

import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A shell: runs scripts one after the other and keeps variables, functions and the current directory between them. */
public final class Shell {
    /**
     * What a shell works with.
     *
     * @param programs by the word that calls them; may be a live map
     * @param name {@code $0}, which begins the shell's own messages: {@code lab}, or the script's path
     * @param interactive true if messages carry no line numbers and problems do not end the shell
     * @param outputLimit bytes after which the output of one run is cut off; 0 for no limit
     * @param columns the terminal's width
     * @param faults learns of every fault of the lab itself
     * @param check called before every command; throws {@link Interrupted} when the surroundings want an end
     */
    public record Settings(
            Map<String, Program> programs,
            FileTree files,
            Time time,
            String name,
            boolean interactive,
            long outputLimit,
            IntSupplier columns,
            Consumer<Throwable> faults,
            Runnable check) {
        public Settings(Map<String, Program> programs, FileTree files, Time time) {
            this(programs, files, time, "lab", false, 0, () -> 80, fault -> {}, () -> {});
        }

        public Settings named(String newName) {
            return new Settings(programs, files, time, newName, interactive, outputLimit, columns, faults, check);
        }

        public Settings forTerminal(long limit, IntSupplier width) {
            return new Settings(programs, files, time, name, true, limit, width, faults, check);
        }

        public Settings reportingFaultsTo(Consumer<Throwable> listener) {
            return new Settings(programs, files, time, name, interactive, outputLimit, columns, listener, check);
        }

        /** For a shell inside another one, or one that must end. */
        public Settings checking(Runnable outer) {
            return new Settings(programs, files, time, name, interactive, outputLimit, columns, faults, outer);
        }
    }

    private final Engine engine;
    private final State state;
    private boolean exited;

    public Shell(Map<String, Program> programs, FileTree files, Time time, Map<String, String> variables) {
        this(new Settings(programs, files, time), variables);
    }

    /** @param variables exported to programs from the start */
    public Shell(Settings settings, Map<String, String> variables) {
        this.engine = new Engine(settings);
        this.state = new State(settings.files(), settings.name());
        variables.forEach((name, value) -> {
            state.variables.set(name, value);
            state.variables.export(name);
        });
    }

    /**
     * Runs a script to its end.
     *
     * @return the last exit code; 130 after {@link #stop()}, 2 after a syntax error
     */
    public int run(String script, InputStream in, Output out, Output err) {
        engine.go();
        Output shown = engine.limited(out, err);
        Interpreter interpreter = new Interpreter(engine, state, Streams.of(in, shown, err));
        int status;
        try {
            status = interpreter.script(script);
        } catch (Flow flow) {
            exited = flow.kind == Flow.Kind.EXIT;
            status = exited || flow.kind == Flow.Kind.RETURN ? flow.number : 0;
        } catch (ShellProblem problem) {
            interpreter.complain(err, problem.reason());
            status = problem.status;
        } catch (Interrupted e) {
            status = 130;
        } catch (BrokenPipe e) {
            status = 141;
        } catch (WriteProblem e) {
            interpreter.complain(err, "write error: " + e.getMessage());
            status = 1;
        } catch (StackOverflowError e) {
            interpreter.complain(err, "commands nested too deeply");
            status = 2;
        } catch (RuntimeException e) {
            status = engine.fault("the shell", e, err);
        } finally {
            state.tested = 0;
            state.functionDepth = 0;
            state.loopDepth = 0;
            while (state.variables.inFunction()) {
                state.variables.leaveFunction();
            }
            shown.flush();
        }
        state.status = status;
        return status;
    }

    /** Ends what runs, as Ctrl-C does; called from another thread. What runs ends with 130. */
    public void stop() {
        engine.stop();
    }

    /** True once {@code exit} was called; a terminal then says goodbye. */
    public boolean exited() {
        return exited;
    }

    public void positional(java.util.List<String> arguments) {
        state.positional = java.util.List.copyOf(arguments);
    }

    /** The current directory as commands see it. */
    public String directory() {
        return state.files.directory();
    }

    /** The files, seen from the current directory. */
    public FileTree files() {
        return state.files;
    }

    public @Nullable String variable(String name) {
        return new Expander(new Interpreter(
                        engine, state, Streams.of(InputStream.nullInputStream(), Discarded.OUTPUT, Discarded.OUTPUT)))
                .value(name);
    }

    public void variable(String name, String value) {
        state.variables.set(name, value);
        state.variables.export(name);
    }

    /** All variables that are set, for completion and for saving a session. */
    public Map<String, String> variables() {
        return Map.copyOf(state.variables.all());
    }

    /** What can stand at the start of a command: programs, built-ins and functions. */
    public Set<String> commands() {
        Set<String> names = new TreeSet<>(engine.settings.programs().keySet());
        names.addAll(Builtins.names());
        names.addAll(state.functions.keySet());
        return names;
    }

    /**
     * Reads a script without running it.
     *
     * @throws SyntaxError {@link SyntaxError#incomplete()} tells whether more lines could complete it
     */
    public static void check(String script) throws SyntaxError {
        try {
            new Parser(script).all();
        } catch (StackOverflowError e) {
            throw new SyntaxError("syntax error: commands nested too deeply", 1, 0, false);
        }
        int backslashes = 0;
        for (int i = script.length() - 1; i >= 0 && script.charAt(i) == '\\'; i--) {
            backslashes++;
        }
        if (backslashes % 2 == 1) {
            throw new SyntaxError("syntax error: unexpected end of file", 1, script.length(), true);
        }
    }
}
