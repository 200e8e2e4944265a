package lab.sandbox.node;

import lab.shell.Interrupted;

/** The surroundings of a container's command that is run ahead: it ends after so many steps, should it never rest. */
final class Unwatched extends NoTerminal {
    /** A container's command that does more than this without an end counts as staying. */
    static final int MOST_STEPS = 20_000;

    private final OffsetTime offset;
    private int steps;

    Unwatched(OffsetTime time) {
        super(time);
        this.offset = time;
    }

    boolean exhausted() {
        return steps > MOST_STEPS;
    }

    @Override
    public void checkInterrupted() {
        steps++;
        if (exhausted() || offset.beyond()) {
            throw new Interrupted();
        }
    }
}
