package lab.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree of a script. */
sealed interface Command {
    record Simple(int line, List<Assignment> assignments, List<Word> words) implements Command {}

    record Assignment(String name, boolean append, Word value) {}

    record Redirected(int line, Command body, List<Redirect> redirects) implements Command {}

    record Pipeline(boolean negated, List<Command> stages) implements Command {}

    record And(Command left, Command right) implements Command {}

    record Or(Command left, Command right) implements Command {}

    record Sequence(List<Command> commands) implements Command {}

    record Background(int line, Command body) implements Command {}

    record Subshell(Command body) implements Command {}

    record If(List<Branch> branches, @Nullable Command otherwise) implements Command {}

    record Branch(Command condition, Command body) {}

    record Loop(boolean until, Command condition, Command body) implements Command {}

    /** {@code words} null means the positional parameters. */
    record For(int line, String name, @Nullable List<Word> words, Command body) implements Command {}

    record CountingFor(int line, Word start, Word condition, Word step, Command body) implements Command {}

    record Case(Word subject, List<Item> items) implements Command {}

    /** {@code end} is {@code ;;}, {@code ;&} or {@code ;;&}. */
    record Item(List<Word> patterns, Command body, String end) {}

    record Function(String name, Command body) implements Command {}

    record ArithmeticCommand(int line, Word expression) implements Command {}

    /** {@code [[ … ]]}: operators are bare words. */
    record Conditional(int line, List<Word> words) implements Command {}

    Sequence NOTHING = new Sequence(List.of());
}
