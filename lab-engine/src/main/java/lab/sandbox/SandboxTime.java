package lab.sandbox;

import java.time.Duration;
import java.time.Instant;
import lab.sandbox.state.SandboxState;
import lab.shell.Time;

/** The sandbox's clock: sleeping lets what falls due happen. */
final class SandboxTime implements Time {
    private final SandboxState state;
    private final Pace pace;

    SandboxTime(SandboxState state, Pace pace) {
        this.state = state;
        this.pace = pace;
    }

    @Override
    public Instant now() {
        return state.now();
    }

    @Override
    public void sleep(Duration duration) {
        pace.sleeping(duration);
        Instant end = state.now().plus(duration);
        while (state.now().isBefore(end) && state.step(end)) {
            pace.check();
        }
        state.advance(Duration.between(state.now(), end));
    }
}
