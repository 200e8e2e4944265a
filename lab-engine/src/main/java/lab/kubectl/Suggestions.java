package lab.kubectl;

import java.util.List;
import java.util.Optional;

/** Finds a subcommand by its name or an alias. */
final class Suggestions {
    private Suggestions() {}

    static Optional<Command> named(List<Command> commands, String word) {
        return commands.stream()
                .filter(command ->
                        command.name().equals(word) || command.aliases().contains(word))
                .findFirst();
    }
}
