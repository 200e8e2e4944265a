package lab.shell;

/** A command that the shell can run: a built-in, a text tool, or a program that the cluster supplies. */
@FunctionalInterface
public interface Program {
    /**
     * Runs to the end on the caller's thread.
     *
     * @return the exit code, 0 to 255
     * @throws Interrupted when the learner pressed Ctrl-C; the shell turns it into exit code 130
     * @throws BrokenPipe when whoever reads the output has gone; the shell turns it into exit code 141, silently
     */
    int run(Invocation call);
}
