package lab.shell;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A byte stream to write to, without checked exceptions; text is UTF-8. */
public abstract class Output extends OutputStream {
    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** @throws BrokenPipe when nobody reads any more */
    @Override
    public abstract void write(byte[] bytes, int offset, int length);

    @Override
    public void flush() {}

    @Override
    public void close() {}

    public final void print(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    public final void println(String line) {
        print(line + "\n");
    }

    /** True when a terminal shows what is written. */
    public boolean isTerminal() {
        return false;
    }
}
