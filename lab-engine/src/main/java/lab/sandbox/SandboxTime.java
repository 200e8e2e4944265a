package lab.sandbox;

import java.time.Duration;
import java.time.Instant;
import lab.sandbox.state.SandboxState;
import lab.shell.Time;

/** The sandbox's clock: sleeping lets what falls due happen, and takes no time of the host's. */
final class SandboxTime implements Time {
    private final SandboxState state;
    private Runnable interruptCheck = () -> {};

    SandboxTime(SandboxState state) {
        this.state = state;
    }

    void interruptCheck(Runnable check) {
        interruptCheck = check;
    }

    @Override
    public Instant now() {
        return state.now();
    }

    @Override
    public void sleep(Duration duration) {
        Instant end = state.now().plus(duration);
        do {
            interruptCheck.run();
        } while (state.step(end));
        state.advance(Duration.between(state.now(), end));
    }
}
