package lab.shell.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines as soon as they are there, and knows whether the last one had its newline. */
public final class LineReader {
    private final InputStream in;
    private final int separator;
    private final byte[] buffer = new byte[8192];
    private int at;
    private int filled;
    private boolean complete = true;

    public LineReader(InputStream in) {
        this(in, '\n');
    }

    LineReader(InputStream in, int separator) {
        this.in = in;
        this.separator = separator;
    }

    /** The next line without its newline, or null at the end. */
    public @Nullable String next() {
        ByteArrayOutputStream line = null;
        while (true) {
            if (at == filled && !fill()) {
                if (line == null) {
                    return null;
                }
                complete = false;
                return line.toString(StandardCharsets.UTF_8);
            }
            int start = at;
            while (at < filled && buffer[at] != separator) {
                at++;
            }
            boolean ended = at < filled;
            if (line == null && ended) {
                String text = new String(buffer, start, at - start, StandardCharsets.UTF_8);
                at++;
                complete = true;
                return text;
            }
            line = line == null ? new ByteArrayOutputStream() : line;
            line.write(buffer, start, at - start);
            if (ended) {
                at++;
                complete = true;
                return line.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private boolean fill() {
        try {
            filled = in.read(buffer, 0, buffer.length);
            at = 0;
            filled = Math.max(filled, 0);
            return filled > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the line read last ended in a newline. */
    public boolean complete() {
        return complete;
    }
}
