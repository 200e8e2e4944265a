package lab.shell;

/** A file cannot be used; the message is the system's own words, such as {@code No such file or directory}. */
public final class FileProblem extends Exception {
    private static final long serialVersionUID = 1;

    public FileProblem(String reason) {
        super(reason, null, false, false);
    }

    /** The words after {@code command: path: }. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
