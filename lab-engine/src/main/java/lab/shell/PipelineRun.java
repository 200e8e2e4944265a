package lab.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the stages of a pipeline, each a subshell, joined by pipes: the last on the caller's thread, the others beside it. */
final class PipelineRun {
    private final Interpreter interpreter;
    private final Engine engine;
    private @Nullable Throwable failure;

    PipelineRun(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.engine = interpreter.engine;
    }

    int run(List<Command> stages) {
        int count = stages.size();
        int[] statuses = new int[count];
        Streams streams = interpreter.streams;
        Pipe before = null;
        List<Baton.Task> tasks = new ArrayList<>();
        for (int i = 0; i < count - 1; i++) {
            int index = i;
            Pipe from = before;
            Pipe to = new Pipe(engine.baton, engine::checkInterrupted);
            Streams with = from == null ? streams : streams.with(0, new Streams.Descriptor(from.input, null));
            Streams between = with.with(1, new Streams.Descriptor(null, to.output));
            tasks.add(engine.baton.start(() -> {
                try {
                    statuses[index] = stage(stages.get(index), between);
                } catch (Throwable e) {
                    failure = failure == null ? e : failure;
                } finally {
                    to.output.close();
                    close(from == null ? null : from.input);
                }
            }));
            before = to;
        }
        InputStream last = before == null ? InputStream.nullInputStream() : before.input;
        engine.baton.giveWay();
        try {
            statuses[count - 1] = stage(stages.get(count - 1), streams.with(0, new Streams.Descriptor(last, null)));
        } catch (Throwable e) {
            failure = failure == null ? e : failure;
        } finally {
            close(last);
        }
        engine.baton.await(() -> tasks.stream().allMatch(Baton.Task::done));
        rethrow();
        interpreter.state.pipeStatus =
                Arrays.stream(statuses).mapToObj(String::valueOf).toList();
        if (interpreter.state.pipefail) {
            int status = 0;
            for (int each : statuses) {
                status = each != 0 ? each : status;
            }
            return status;
        }
        return statuses[count - 1];
    }

    private int stage(Command command, Streams streams) {
        return new Interpreter(engine, interpreter.state.copy(), streams).subshell(command);
    }

    private void rethrow() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private static void close(@Nullable InputStream input) {
        try {
            if (input != null) {
                input.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a pipe could not be closed", e);
        }
    }
}
