package lab.shell;

/** Output could not be written, as on a full disk; the shell prints {@code NAME: write error: …} and exit code 1. */
public final class WriteProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WriteProblem(String reason) {
        super(reason, null, false, false);
    }
}
