package lab.shell;

import java.time.Duration;
import java.time.Instant;

/** The clock that commands live by: the sandbox's own, or the wall's on a real cluster. */
public interface Time {
    Instant now();

    /**
     * Waits. In the sandbox this moves the sandbox's clock and lets whatever falls due happen.
     *
     * @throws Interrupted when the learner pressed Ctrl-C meanwhile
     */
    void sleep(Duration duration);
}
