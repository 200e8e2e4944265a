package lab.shell;

import java.io.IOException;
import java.io.OutputStream;

/** An {@link Output} onto a stream of the host: a file of the workspace, or standard output. */
public final class HostOutput extends Output {
    private final OutputStream host;
    private final boolean terminal;

    public HostOutput(OutputStream host) {
        this(host, false);
    }

    public HostOutput(OutputStream host, boolean terminal) {
        this.host = host;
        this.terminal = terminal;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            host.write(bytes, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void flush() {
        try {
            host.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            host.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean isTerminal() {
        return terminal;
    }

    private static RuntimeException failure(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Broken pipe") || message.contains("Pipe closed")
                ? new BrokenPipe()
                : new WriteProblem(message);
    }
}
