package lab.cli;

/** The lab's exit codes. */
final class Exit {
    /** Done. */
    static final int OK = 0;

    /** The learner's or the lesson's work fails. */
    static final int FAILED = 1;

    /** Wrong usage. */
    static final int USAGE = 2;

    /** The lab or its cluster is broken. */
    static final int BROKEN = 3;

    private Exit() {}
}
