package lab.istioctl;

/** A command cannot go on; the message is what istioctl prints after {@code Error: }. */
final class IstioctlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Wrong usage: an unknown command or flag. */
    static final int USAGE = 64;

    private final int code;
    private final boolean usage;

    IstioctlFailure(String message) {
        this(message, 1);
    }

    IstioctlFailure(String message, int code) {
        this(message, code, false);
    }

    private IstioctlFailure(String message, int code, boolean usage) {
        super(message, null, false, false);
        this.code = code;
        this.usage = usage;
    }

    /** The command's usage is shown before the message. */
    static IstioctlFailure withUsage(String message) {
        return new IstioctlFailure(message, 1, true);
    }

    boolean usage() {
        return usage;
    }

    String text() {
        return "Error: " + getMessage();
    }

    int code() {
        return code;
    }
}
