package lab.shell.text;

/** A tool gives up: its message for stderr, without a newline, and its exit code. */
public final class ToolProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    public ToolProblem(String message, int status) {
        super(message, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
