package lab.shell;

/** A command cannot run; the shell prints the message and the command's exit code is the status. */
final class ShellProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int status;

    /** True if a script ends with it, as bash's do after {@code ${x:?}} and unset variables under {@code set -u}. */
    final boolean fatal;

    ShellProblem(String message, int status, boolean fatal) {
        super(message, null, false, false);
        this.status = status;
        this.fatal = fatal;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
