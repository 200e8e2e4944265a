package lab.shell.awk;

/** Something that an awk program does. */
@FunctionalInterface
interface Statement {
    void run();
}
