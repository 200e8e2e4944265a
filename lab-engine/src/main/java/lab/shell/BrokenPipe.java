package lab.shell;

/** Nobody reads any more what a command writes; it should end quietly. */
public final class BrokenPipe extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** True if the whole run has printed all that it may, so that not only the writer ends. */
    final boolean cutOff;

    public BrokenPipe() {
        this(false);
    }

    BrokenPipe(boolean cutOff) {
        super("broken pipe", null, false, false);
        this.cutOff = cutOff;
    }
}
