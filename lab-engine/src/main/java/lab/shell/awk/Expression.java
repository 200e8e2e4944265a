package lab.shell.awk;

/** Something of an awk program that has a value. */
@FunctionalInterface
interface Expression {
    Cell value();
}
