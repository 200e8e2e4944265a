package lab.kube;

/** A patch that cannot be applied; the message is the real server's. */
public final class PatchProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final String text;

    public PatchProblem(String message) {
        super(message, null, false, false);
        this.text = message;
    }

    public String text() {
        return text;
    }
}
