package lab.shell;

/** A script that is not one, in bash's words. */
public final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;
    private final int offset;
    private final boolean incomplete;

    SyntaxError(String message, int line, int offset, boolean incomplete) {
        super(message, null, false, false);
        this.line = line;
        this.offset = offset;
        this.incomplete = incomplete;
    }

    /** The sentence after {@code line N: }. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The line, counting from 1. */
    public int line() {
        return line;
    }

    /** The place in the text, counting from 0. */
    public int offset() {
        return offset;
    }

    /** True when more lines could make it right: an open quote, {@code if} without {@code fi}, a here-document. */
    public boolean incomplete() {
        return incomplete;
    }
}
