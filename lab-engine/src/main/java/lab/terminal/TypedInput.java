package lab.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import lab.shell.Interrupted;
import org.jline.utils.NonBlockingReader;

/** What the learner types while a command runs, as its standard input; Ctrl-D ends it, Ctrl-C interrupts. */
final class TypedInput extends InputStream {
    private static final long PATIENCE_MILLIS = 50;

    private final NonBlockingReader reader;
    private final BooleanSupplier stopped;
    private byte[] pending = new byte[0];
    private int at;
    private boolean ended;

    TypedInput(NonBlockingReader reader, BooleanSupplier stopped) {
        this.reader = reader;
        this.stopped = stopped;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == pending.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, pending.length - at);
        System.arraycopy(pending, at, buffer, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        StringBuilder line = new StringBuilder();
        while (!ended) {
            if (stopped.getAsBoolean()) {
                throw new Interrupted();
            }
            int character = reader.read(PATIENCE_MILLIS);
            if (character == NonBlockingReader.READ_EXPIRED) {
                continue;
            }
            if (character < 0 || character == 4) {
                ended = true;
                break;
            }
            line.append((char) (character == '\r' ? '\n' : character));
            if (character == '\n' || character == '\r') {
                break;
            }
        }
        pending = line.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        at = 0;
        return pending.length > 0;
    }
}
