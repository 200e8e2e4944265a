package lab.kubectl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds a subcommand by its name, or names that were perhaps meant. */
// models spf13/cobra command.go SuggestionsFor: distance up to 2, or a common beginning
final class Suggestions {
    private Suggestions() {}

    static Optional<Command> named(List<Command> commands, String word) {
        return commands.stream()
                .filter(command ->
                        command.name().equals(word) || command.aliases().contains(word))
                .findFirst();
    }

    static List<String> near(List<String> names, String word) {
        List<String> near = new ArrayList<>();
        String typed = word.toLowerCase(Locale.ROOT);
        for (String name : names) {
            if (distance(typed, name) <= 2 || name.startsWith(typed)) {
                near.add(name);
            }
        }
        return near;
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int at = 0; at <= to.length(); at++) {
            row[at] = at;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int swap = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
