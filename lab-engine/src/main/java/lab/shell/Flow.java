package lab.shell;

/** How {@code break}, {@code continue}, {@code return} and {@code exit} leave what runs. */
final class Flow extends RuntimeException {
    private static final long serialVersionUID = 1;

    enum Kind {
        BREAK,
        CONTINUE,
        RETURN,
        EXIT
    }

    final Kind kind;

    /** The exit code, or how many loops are still to leave. */
    final int number;

    Flow(Kind kind, int number) {
        super(null, null, false, false);
        this.kind = kind;
        this.number = number;
    }
}
