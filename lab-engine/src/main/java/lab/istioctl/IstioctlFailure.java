package lab.istioctl;

/** A command cannot go on; the message is what istioctl prints after {@code Error: }. */
final class IstioctlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Wrong usage: an unknown command or flag. */
    static final int USAGE = 64;

    private final int code;

    IstioctlFailure(String message) {
        this(message, 1);
    }

    IstioctlFailure(String message, int code) {
        super(message, null, false, false);
        this.code = code;
    }

    String text() {
        return "Error: " + getMessage();
    }

    int code() {
        return code;
    }
}
