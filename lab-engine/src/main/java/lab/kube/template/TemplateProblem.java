package lab.kube.template;

/** A template that does not parse or run; the message is Go's, such as {@code template: output:1:3: …}. */
public final class TemplateProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TemplateProblem(String message) {
        super(message, null, false, false);
    }
}
