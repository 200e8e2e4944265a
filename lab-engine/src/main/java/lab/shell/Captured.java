package lab.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Output that is kept in memory: for {@code $(…)}, for tests, for whoever runs a program and wants its text. */
public final class Captured extends Output {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Consumer<byte[]> whenClosed;

    public Captured() {
        this(bytes -> {});
    }

    Captured(Consumer<byte[]> whenClosed) {
        this.whenClosed = whenClosed;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        kept.write(bytes, offset, length);
    }

    @Override
    public void close() {
        whenClosed.accept(kept.toByteArray());
    }

    public byte[] bytes() {
        return kept.toByteArray();
    }

    public String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
