package lab.kube;

/** A selector that cannot be read; the message is that of the real parser. */
public final class SelectorProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final String text;

    public SelectorProblem(String message) {
        super(message, null, false, false);
        this.text = message;
    }

    public String text() {
        return text;
    }
}
