package lab.shell;

import java.io.InputStream;

/** A pipe between two commands, as wide as the kernel's. */
final class Pipe {
    private static final int CAPACITY = 65536;

    private final Baton baton;
    private final byte[] ring = new byte[CAPACITY];
    private int start;
    private int size;
    private boolean writerGone;
    private boolean readerGone;

    final Output output = new Writer();
    final InputStream input = new Reader();

    private final Runnable checkInterrupted;

    Pipe(Baton baton, Runnable checkInterrupted) {
        this.baton = baton;
        this.checkInterrupted = checkInterrupted;
    }

    private final class Writer extends Output {
        @Override
        public void write(byte[] bytes, int offset, int length) {
            int done = 0;
            while (done < length) {
                baton.await(() -> size < CAPACITY || readerGone);
                checkInterrupted.run();
                if (readerGone) {
                    throw new BrokenPipe();
                }
                int end = (start + size) % CAPACITY;
                int now = Math.min(Math.min(length - done, CAPACITY - size), CAPACITY - end);
                System.arraycopy(bytes, offset + done, ring, end, now);
                size += now;
                done += now;
            }
        }

        @Override
        public void flush() {
            if (size > 0 && !readerGone) {
                baton.giveWay();
            }
        }

        @Override
        public void close() {
            writerGone = true;
        }
    }

    private final class Reader extends InputStream {
        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            baton.await(() -> size > 0 || writerGone);
            checkInterrupted.run();
            if (size == 0) {
                return -1;
            }
            int now = Math.min(Math.min(length, size), CAPACITY - start);
            System.arraycopy(ring, start, bytes, offset, now);
            start = (start + now) % CAPACITY;
            size -= now;
            return now;
        }

        @Override
        public int available() {
            return size;
        }

        @Override
        public void close() {
            readerGone = true;
        }
    }
}
