package lab.sandbox;

import java.time.Duration;
import java.time.Instant;
import lab.sandbox.state.SandboxState.Patience;

/**
 * How fast waiting goes. A wait costs no time of the host's as long as things happen; but at a prompt, a command that
 * goes on waiting when nothing comes any more, or that sleeps again and again, waits as long as it says: or else the
 * cluster would age by days while somebody looks.
 */
final class Pace implements Patience {
    /** As long as a rollout may be quiet. */
    private static final Duration QUICK = Duration.ofSeconds(60);

    private static final int QUICK_SLEEPS = 20;
    private static final Duration SLICE = Duration.ofMillis(50);

    private Runnable interruptCheck = () -> {};
    private boolean prompt;
    private int sleeps;

    /** A command begins; {@code check} throws when the learner pressed Ctrl-C. */
    void begins(Runnable check) {
        interruptCheck = check;
    }

    /** A line was typed at a prompt. */
    void typed() {
        prompt = true;
        sleeps = 0;
    }

    void check() {
        interruptCheck.run();
    }

    /** A command sleeps; the first sleeps of a line are quick. */
    void sleeping(Duration duration) {
        check();
        if (prompt && ++sleeps > QUICK_SLEEPS) {
            really(duration);
        }
    }

    @Override
    public void before(Instant since, Instant now, Instant next) {
        check();
        Instant quickUntil = since.plus(QUICK);
        Instant from = now.isAfter(quickUntil) ? now : quickUntil;
        if (prompt && next.isAfter(from)) {
            really(Duration.between(from, next));
        }
    }

    private void really(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            check();
            try {
                Thread.sleep(Math.min(SLICE.toMillis(), Math.max(1, (end - System.nanoTime()) / 1_000_000)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
