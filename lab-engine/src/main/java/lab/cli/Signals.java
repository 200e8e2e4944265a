package lab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C where no terminal handles it. */
final class Signals {
    /** How long what runs may take to put away its things. */
    private static final long PATIENCE_MILLIS = 2_000;

    private Signals() {}

    /**
     * Stops what runs when the process is told to end, and gives it a moment to do so.
     *
     * @return to be called when it has ended
     */
    static Runnable onInterrupt(Runnable stop) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            if (ended.getCount() == 0) {
                return;
            }
            stop.run();
            try {
                ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return ended::countDown;
    }
}
