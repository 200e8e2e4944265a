package lab.cli;

/** A subcommand cannot do its work, for a reason that is nobody's fault in the code: a sentence and an exit code. */
final class CannotGoOn extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;

    CannotGoOn(int code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
