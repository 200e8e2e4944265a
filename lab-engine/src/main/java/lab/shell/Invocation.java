package lab.shell;

import java.io.InputStream;
import java.util.List;

/**
 * One call of a program.
 *
 * @param name the word that called it, as in {@code argv[0]}
 * @param arguments the words after it, expanded
 */
public record Invocation(
        String name, List<String> arguments, Environment environment, InputStream in, Output out, Output err) {
    public Invocation {
        arguments = List.copyOf(arguments);
    }
}
