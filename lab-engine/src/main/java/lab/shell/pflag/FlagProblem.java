package lab.shell.pflag;

/** A command line that pflag refuses; the message is pflag's. */
public final class FlagProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    FlagProblem(String message) {
        super(message, null, false, false);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
