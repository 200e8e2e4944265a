package lab.sandbox.node;

import java.time.Duration;
import java.time.Instant;
import lab.shell.Interrupted;
import lab.shell.Time;

/** A clock that only adds up: for running a container's command ahead, to know what it will do and when. */
final class OffsetTime implements Time {
    /** Whoever waits longer than this counts as staying. */
    static final Duration HORIZON = Duration.ofHours(2);

    private final Instant start;
    private Duration offset = Duration.ZERO;

    OffsetTime(Instant start) {
        this.start = start;
    }

    Duration offset() {
        return offset;
    }

    boolean beyond() {
        return offset.compareTo(HORIZON) > 0;
    }

    @Override
    public Instant now() {
        return start.plus(offset);
    }

    @Override
    public void sleep(Duration duration) {
        offset = duration.compareTo(HORIZON) > 0 ? HORIZON.plusSeconds(1) : offset.plus(duration);
        if (beyond()) {
            throw new Interrupted();
        }
    }
}
