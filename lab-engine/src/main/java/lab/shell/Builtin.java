package lab.shell;

/** A command that is part of the shell because it changes the shell itself. */
@FunctionalInterface
interface Builtin {
    int run(Interpreter shell, Invocation call);
}
