package lab.shell;

import java.util.List;

/** Runs {@code if}, {@code for}, {@code while} and {@code case}. */
final class Compound {
    private final Interpreter interpreter;
    private final State state;

    Compound(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.state = interpreter.state;
    }

    int run(Command command) {
        if (command instanceof Command.If branches) {
            return branch(branches);
        } else if (command instanceof Command.Loop loop) {
            return loop(loop);
        } else if (command instanceof Command.For loop) {
            return forEach(loop);
        } else if (command instanceof Command.CountingFor loop) {
            return counting(loop);
        } else if (command instanceof Command.Case choice) {
            return choose(choice);
        }
        throw new IllegalStateException("unknown command " + command);
    }

    private int branch(Command.If command) {
        for (Command.Branch branch : command.branches()) {
            if (interpreter.tested(branch.condition()) == 0) {
                return interpreter.run(branch.body());
            }
        }
        return command.otherwise() == null ? 0 : interpreter.run(command.otherwise());
    }

    /** One round of a loop's body; false when the loop is to be left. */
    private boolean round(Command body, int[] status) {
        state.loopDepth++;
        try {
            status[0] = interpreter.run(body);
            return true;
        } catch (Flow flow) {
            if (flow.kind != Flow.Kind.BREAK && flow.kind != Flow.Kind.CONTINUE) {
                throw flow;
            }
            if (flow.number > 1 && state.loopDepth > 1) {
                throw new Flow(flow.kind, flow.number - 1);
            }
            status[0] = 0;
            return flow.kind == Flow.Kind.CONTINUE;
        } finally {
            state.loopDepth--;
        }
    }

    private int loop(Command.Loop loop) {
        int[] status = {0};
        boolean goOn = true;
        while (goOn && (interpreter.tested(loop.condition()) == 0) != loop.until()) {
            goOn = round(loop.body(), status);
        }
        return status[0];
    }

    private int forEach(Command.For loop) {
        state.line = loop.line();
        List<String> values;
        try {
            values = loop.words() == null ? state.positional : new Expander(interpreter).fields(loop.words());
        } catch (ShellProblem problem) {
            return interpreter.report(problem, interpreter.streams.err());
        }
        int[] status = {0};
        for (String value : values) {
            interpreter.assign(loop.name(), value);
            if (!round(loop.body(), status)) {
                break;
            }
        }
        return status[0];
    }

    private int counting(Command.CountingFor loop) {
        state.line = loop.line();
        int[] status = {0};
        try {
            evaluate(loop.start());
            while (loop.condition().parts().isEmpty() || evaluate(loop.condition()) != 0) {
                interpreter.engine.checkInterrupted();
                if (!round(loop.body(), status)) {
                    break;
                }
                evaluate(loop.step());
            }
        } catch (ShellProblem problem) {
            return interpreter.report(problem, interpreter.streams.err());
        }
        return status[0];
    }

    private long evaluate(Word expression) {
        return interpreter.arithmetic(new Expander(interpreter).text(expression));
    }

    private int choose(Command.Case choice) {
        Expander expander = new Expander(interpreter);
        try {
            String subject = expander.text(choice.subject());
            int status = 0;
            boolean through = false;
            for (Command.Item item : choice.items()) {
                boolean hit = through
                        || item.patterns().stream()
                                .anyMatch(pattern -> Patterns.compile(expander.pattern(pattern))
                                        .matcher(subject)
                                        .matches());
                if (hit) {
                    status = interpreter.run(item.body());
                    if (item.end().equals(";;")) {
                        return status;
                    }
                    through = item.end().equals(";&");
                }
            }
            return status;
        } catch (ShellProblem problem) {
            return interpreter.report(problem, interpreter.streams.err());
        }
    }
}
