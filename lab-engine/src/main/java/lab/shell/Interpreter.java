package lab.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.shell.Command.Assignment;
import org.jspecify.annotations.Nullable;

/** Runs the tree of a script. One interpreter is one shell or subshell; what they share is in {@link Engine}. */
final class Interpreter {
    private static final int DEEPEST_FUNCTION = 500;

    /** Programs here, built into bash. */
    private static final Set<String> SHELL_WRITERS = Set.of("echo", "printf");

    final Engine engine;
    final State state;
    Streams streams;

    Interpreter(Engine engine, State state, Streams streams) {
        this.engine = engine;
        this.state = state;
        this.streams = streams;
    }

    FileTree files() {
        return new DeviceFiles(state.files, streams, state.processFiles);
    }

    int run(Command command) {
        engine.checkInterrupted();
        int status = dispatch(command);
        state.status = status;
        return status;
    }

    private int dispatch(Command command) {
        if (command instanceof Command.Simple simple) {
            int status = simple(simple, streams);
            state.pipeStatus = List.of();
            return exitOnError(status);
        } else if (command instanceof Command.Redirected redirected) {
            return redirected(redirected);
        } else if (command instanceof Command.Pipeline pipeline) {
            return pipeline(pipeline);
        } else if (command instanceof Command.And and) {
            int left = tested(and.left());
            return left == 0 ? run(and.right()) : left;
        } else if (command instanceof Command.Or or) {
            int left = tested(or.left());
            return left != 0 ? run(or.right()) : left;
        } else if (command instanceof Command.Sequence sequence) {
            int status = 0;
            for (Command each : sequence.commands()) {
                status = run(each);
            }
            return status;
        } else if (command instanceof Command.Subshell subshell) {
            return exitOnError(new Interpreter(engine, state.copy(), streams).subshell(subshell.body()));
        } else if (command instanceof Command.Function function) {
            state.functions.put(function.name(), function.body());
            return 0;
        } else if (command instanceof Command.ArithmeticCommand arithmetic) {
            state.line = arithmetic.line();
            try {
                String text = new Expander(this).text(arithmetic.expression());
                return exitOnError(arithmetic(text) != 0 ? 0 : 1);
            } catch (ShellProblem problem) {
                return report(problem, streams.err());
            }
        } else if (command instanceof Command.Conditional conditional) {
            state.line = conditional.line();
            return exitOnError(new Conditional(this, conditional.words()).status());
        } else if (command instanceof Command.Background background) {
            state.line = background.line();
            complain(streams.err(), "background commands (&) are not available in the lab");
            return 1;
        }
        return new Compound(this).run(command);
    }

    private int exitOnError(int status) {
        if (status != 0 && state.errexit && state.tested == 0) {
            state.status = status;
            throw new Flow(Flow.Kind.EXIT, status);
        }
        return status;
    }

    /** Runs a command whose failure is looked at, so that {@code set -e} does not end the shell. */
    int tested(Command command) {
        state.tested++;
        try {
            return run(command);
        } finally {
            state.tested--;
        }
    }

    /** Runs a subshell's body: {@code exit} ends it, nothing else leaves it. */
    int subshell(Command body) {
        try {
            return run(body);
        } catch (Flow flow) {
            return flow.kind == Flow.Kind.EXIT || flow.kind == Flow.Kind.RETURN ? flow.number : 0;
        } catch (ShellProblem problem) {
            return report(problem, streams.err());
        } catch (BrokenPipe e) {
            if (e.cutOff) {
                throw e;
            }
            return 141;
        }
    }

    int report(ShellProblem problem, Output err) {
        complain(err, problem.reason());
        state.status = problem.status;
        if (problem.fatal && !engine.settings.interactive()) {
            throw new Flow(Flow.Kind.EXIT, problem.status);
        }
        return problem.fatal ? 1 : problem.status;
    }

    /** Prints the shell's own complaint, in bash's form. */
    void complain(Output err, String message) {
        String place = engine.settings.interactive() ? "" : "line " + state.line + ": ";
        err.println(state.name + ": " + place + message);
    }

    private int redirected(Command.Redirected redirected) {
        state.line = redirected.line();
        List<AutoCloseable> opened = new ArrayList<>();
        Streams before = streams;
        try {
            Streams after = new Redirects(this).apply(redirected.redirects(), opened);
            if (redirected.body() instanceof Command.Simple simple) {
                if (simple.words().size() == 1
                        && "exec".equals(simple.words().get(0).bare())) {
                    streams = after;
                    before = after;
                    opened.clear();
                    return 0;
                }
                return exitOnError(simple(simple, after));
            }
            streams = after;
            return run(redirected.body());
        } catch (ShellProblem problem) {
            return exitOnError(report(problem, before.err()));
        } finally {
            streams = before;
            for (AutoCloseable each : opened) {
                close(each);
            }
        }
    }

    private void close(AutoCloseable opened) {
        try {
            opened.close();
        } catch (WriteProblem e) {
            complain(streams.err(), "write error: " + e.getMessage());
        } catch (Exception e) {
            complain(streams.err(), "close failed: " + e.getMessage());
        }
    }

    private int pipeline(Command.Pipeline pipeline) {
        boolean negated = pipeline.negated();
        int status;
        if (pipeline.stages().size() == 1) {
            status = tested(pipeline.stages().get(0));
        } else {
            state.tested += negated ? 1 : 0;
            try {
                status = new PipelineRun(this).run(pipeline.stages());
            } finally {
                state.tested -= negated ? 1 : 0;
            }
        }
        return negated ? status == 0 ? 1 : 0 : pipeline.stages().size() == 1 ? status : exitOnError(status);
    }

    private int simple(Command.Simple command, Streams with) {
        state.line = command.line();
        try {
            Expander expander = new Expander(this);
            engine.substitutionStatus = 0;
            List<String> words = expander.fields(command.words());
            if (words.isEmpty()) {
                for (Assignment assignment : command.assignments()) {
                    assign(assignment.name(), value(assignment, expander));
                }
                return command.assignments().isEmpty() && command.words().isEmpty() ? 0 : engine.substitutionStatus;
            }
            Map<String, @Nullable String> former = new LinkedHashMap<>();
            List<String> newlyExported = new ArrayList<>();
            for (Assignment assignment : command.assignments()) {
                former.putIfAbsent(assignment.name(), state.variables.get(assignment.name()));
                String value = value(assignment, expander);
                assign(assignment.name(), value);
                if (!state.variables.isExported(assignment.name())) {
                    state.variables.export(assignment.name());
                    newlyExported.add(assignment.name());
                }
            }
            if (state.trace) {
                with.err().println("+ " + String.join(" ", words));
            }
            try {
                return call(words, with);
            } finally {
                former.forEach(state.variables::restore);
                newlyExported.forEach(state.variables::unexport);
            }
        } catch (ShellProblem problem) {
            return report(problem, with.err());
        }
    }

    private String value(Assignment assignment, Expander expander) {
        String value = expander.text(assignment.value());
        String former = state.variables.get(assignment.name());
        return assignment.append() && former != null ? former + value : value;
    }

    void assign(String name, String value) {
        if (state.variables.isReadonly(name)) {
            throw new ShellProblem(name + ": readonly variable", 1, true);
        }
        state.variables.set(name, value);
    }

    /** Runs a function, built-in or program by its name. */
    int call(List<String> words, Streams with) {
        Command function = state.functions.get(words.get(0));
        return function != null ? function(function, words, with) : command(words, with);
    }

    /** Runs a built-in or program, past functions of its name. */
    int command(List<String> words, Streams with) {
        String name = words.get(0);
        List<String> arguments = words.subList(1, words.size());
        Builtin builtin = Builtins.find(name);
        Program program = builtin == null ? engine.program(name) : null;
        if (builtin == null && program == null) {
            boolean path = name.contains("/");
            boolean there = path && files().status(name).isPresent();
            complain(
                    with.err(),
                    name + ": "
                            + (there ? "Permission denied" : path ? "No such file or directory" : "command not found"));
            return there ? 126 : 127;
        }
        Environment environment = new ShellEnvironment(this, with);
        Invocation call = new Invocation(name, arguments, environment, with.in(), with.out(), with.err());
        try {
            if (builtin != null) {
                Streams before = streams;
                streams = with;
                try {
                    return builtin.run(this, call);
                } finally {
                    streams = before;
                }
            }
            return program == null ? 127 : program.run(call) & 0xff;
        } catch (BrokenPipe e) {
            // the signal ends a program, and with a built-in the shell that runs it
            if (e.cutOff || builtin != null || SHELL_WRITERS.contains(name)) {
                throw e;
            }
            return 141;
        } catch (WriteProblem e) {
            with.err().println(name + ": write error: " + e.getMessage());
            return 1;
        } catch (StackOverflowError e) {
            with.err().println(name + ": input nested too deeply");
            return 2;
        } catch (Interrupted | Flow | ShellProblem e) {
            throw e;
        } catch (RuntimeException e) {
            return engine.fault(name, e, with.err());
        }
    }

    private int function(Command body, List<String> words, Streams with) {
        if (state.functionDepth >= DEEPEST_FUNCTION) {
            complain(with.err(), words.get(0) + ": maximum function nesting level exceeded (" + DEEPEST_FUNCTION + ")");
            throw new Flow(Flow.Kind.EXIT, 1);
        }
        List<String> positional = state.positional;
        Streams before = streams;
        int loops = state.loopDepth;
        state.positional = List.copyOf(words.subList(1, words.size()));
        state.variables.enterFunction();
        state.functionDepth++;
        state.loopDepth = 0;
        streams = with;
        try {
            return run(body);
        } catch (Flow flow) {
            if (flow.kind == Flow.Kind.RETURN) {
                return flow.number;
            }
            throw flow;
        } finally {
            state.functionDepth--;
            state.loopDepth = loops;
            state.variables.leaveFunction();
            state.positional = positional;
            streams = before;
        }
    }

    /** The output of a command without its last newlines. */
    String substitute(Command body) {
        Captured captured = new Captured();
        Streams with = streams.with(1, new Streams.Descriptor(null, engine.limited(captured, streams.err())));
        State copy = state.copy();
        copy.tested = 0;
        copy.errexit = false;
        int status = new Interpreter(engine, copy, with).subshell(body);
        engine.substitutionStatus = status;
        state.status = status;
        String text = captured.text();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end).replace("\0", "");
    }

    /** The path from which the output of {@code <(…)} is read. */
    String processFile(Command body) {
        Captured captured = new Captured();
        Streams with = streams.with(1, new Streams.Descriptor(null, engine.limited(captured, streams.err())));
        new Interpreter(engine, state.copy(), with).subshell(body);
        String path = "/dev/fd/" + (63 - state.processFiles.size() % 50);
        state.processFiles.put(path, captured.bytes());
        return path;
    }

    long arithmetic(String expression) {
        try {
            return Arithmetic.value(
                    expression,
                    name -> {
                        String value = new Expander(this).value(name);
                        return value == null ? "" : value;
                    },
                    this::assign);
        } catch (Arithmetic.Problem problem) {
            throw new ShellProblem(problem.reason(), 1, false);
        }
    }

    long secondsSinceStart() {
        return java.time.Duration.between(engine.started, engine.settings.time().now())
                .toSeconds();
    }

    int random() {
        engine.seed = engine.seed * 1103515245 + 12345;
        return (int) (engine.seed >>> 16) & 0x7fff;
    }

    /** Runs a script's text in this shell: {@code eval}, {@code source}, the shell itself. */
    int script(String text) {
        return script(text, 0);
    }

    int script(String text, int linesBefore) {
        Parser parser = new Parser(text);
        int status = 0;
        while (true) {
            Command command;
            try {
                command = parser.next();
            } catch (SyntaxError error) {
                state.line = error.line() + linesBefore;
                complain(streams.err(), error.reason());
                if (error.reason().startsWith("syntax error near") && !engine.settings.interactive()) {
                    String[] lines = text.split("\n", -1);
                    complain(streams.err(), "`" + lines[Math.min(error.line(), lines.length) - 1] + "'");
                }
                state.status = 2;
                return 2;
            } catch (StackOverflowError e) {
                complain(streams.err(), "syntax error: commands nested too deeply");
                return 2;
            }
            if (command == null) {
                return status;
            }
            status = run(command);
        }
    }

    static InputStream text(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
