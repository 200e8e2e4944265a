package lab.sandbox.node;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lab.sandbox.controller.ContainerRuntime.LogLine;
import lab.shell.BrokenPipe;
import lab.shell.Output;

/** Turns what a container's process writes into lines of its log, each with its time. */
final class LogRecorder extends Output {
    static final int MOST = 2000;

    private final List<LogLine> log;
    private final OffsetTime time;
    private final boolean stderr;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LogRecorder(List<LogLine> log, OffsetTime time, boolean stderr) {
        this.log = log;
        this.time = time;
        this.stderr = stderr;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                end();
            } else {
                line.write(bytes[i]);
            }
        }
    }

    /** Writes what is left of a line without an end. */
    void finish() {
        if (line.size() > 0) {
            end();
        }
    }

    private void end() {
        if (log.size() >= MOST) {
            throw new BrokenPipe();
        }
        log.add(new LogLine(time.offset(), stderr, line.toString(StandardCharsets.UTF_8)));
        line.reset();
    }
}
