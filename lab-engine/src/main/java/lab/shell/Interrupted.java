package lab.shell;

/** The learner pressed Ctrl-C, or the run was stopped from outside. */
public final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Interrupted() {
        super("interrupted", null, false, false);
    }
}
