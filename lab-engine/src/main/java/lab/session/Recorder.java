package lab.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import lab.check.Observation;
import lab.shell.Captured;
import lab.shell.Output;

/** Passes a command's two streams on and remembers them, each and in the order in which they were written. */
final class Recorder {
    /** More is passed on but not judged. */
    static final int LIMIT = 4 << 20;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    Output out(Output to) {
        return new Tee(to, out);
    }

    Output err(Output to) {
        return new Tee(to, err);
    }

    /** Remembers only. */
    Output out() {
        return out(new Captured());
    }

    Output err() {
        return err(new Captured());
    }

    Observation observed(String command, int exit) {
        return new Observation(command, exit, text(out), text(err), text(shown));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private final class Tee extends Output {
        private final Output to;
        private final ByteArrayOutputStream kept;

        Tee(Output to, ByteArrayOutputStream kept) {
            this.to = to;
            this.kept = kept;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            to.write(bytes, offset, length);
            keep(kept, bytes, offset, length);
            keep(shown, bytes, offset, length);
        }

        private void keep(ByteArrayOutputStream where, byte[] bytes, int offset, int length) {
            where.write(bytes, offset, Math.max(0, Math.min(length, LIMIT - where.size())));
        }

        @Override
        public void flush() {
            to.flush();
        }

        @Override
        public boolean isTerminal() {
            return to.isTerminal();
        }
    }
}
