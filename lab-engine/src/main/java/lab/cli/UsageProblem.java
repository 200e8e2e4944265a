package lab.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts what picocli finds wrong with the arguments into the lab's words. */
final class UsageProblem {
    private UsageProblem() {}

    static String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            boolean commands = !wrong.getCommandLine().getSubcommands().isEmpty();
            return unmatched.isUnknownOption()
                    ? "unknown option " + word
                    : commands
                            ? "there is no command \"" + word + "\""
                            : wrong.getCommandLine().getCommandName() + " takes no argument \"" + word + "\"";
        }
        String message = String.valueOf(wrong.getMessage());
        return Character.toLowerCase(message.charAt(0))
                + message.substring(1)
                        .replace("is not a long", "is not a whole number")
                        .replaceFirst(
                                "cannot convert ('.*') to interface java.nio.file.Path .*", "$1 cannot name a file");
    }

    /** What may have been meant. */
    static List<String> near(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return List.of();
        }
        if (!unmatched.isUnknownOption()) {
            return unmatched.getSuggestions();
        }
        String word = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        List<String> near = new ArrayList<>();
        CommandLine command = wrong.getCommandLine();
        for (OptionSpec option : command.getCommandSpec().options()) {
            String name = option.longestName();
            if (!option.hidden() && distance(word, name) <= Math.max(1, name.length() / 3)) {
                near.add(name);
            }
        }
        return near;
    }

    /** Levenshtein's. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
