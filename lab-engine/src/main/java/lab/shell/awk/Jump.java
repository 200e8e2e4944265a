package lab.shell.awk;

/** {@code break continue next exit return}. */
final class Jump extends RuntimeException {
    private static final long serialVersionUID = 1;

    enum Kind {
        BREAK,
        CONTINUE,
        NEXT,
        EXIT,
        RETURN
    }

    final Kind kind;

    Jump(Kind kind) {
        super(null, null, false, false);
        this.kind = kind;
    }
}
