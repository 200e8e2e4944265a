package lab.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/** Ctrl-C where no terminal handles it. */
final class Signals {
    private static final long PATIENCE_MILLIS = 500;

    private Signals() {}

    /** Stops what runs when the process is told to end, and gives it a moment to do so. */
    static void onInterrupt(Runnable stop) {
        AtomicBoolean once = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (once.compareAndSet(false, true)) {
                stop.run();
                try {
                    Thread.sleep(PATIENCE_MILLIS / 10);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }));
    }
}
