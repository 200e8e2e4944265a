package lab.shell;

/** Whoever read this output has gone: what SIGPIPE is to a process. */
public final class BrokenPipe extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrokenPipe() {
        super("broken pipe", null, false, false);
    }
}
