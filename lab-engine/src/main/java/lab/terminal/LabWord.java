package lab.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The words that steer the lab, beside the shell's commands. */
enum LabWord {
    NEXT("", "go to the next step; one that is not done is skipped"),
    BACK("", "go back one step"),
    HINT("", "the next hint; in a task it costs points"),
    SOLUTION("", "show the solution; a task is then worth nothing"),
    CHECK("", "look now whether the goal is reached"),
    WHY("", "why the step has not passed yet: expected beside actual"),
    STEP("", "show the current step again"),
    LESSONS("", "the course, and how far you are"),
    GOTO("LESSON|STEP", "go to a lesson or a step"),
    RESET("[LESSON|all]", "begin this lesson, another, or everything anew"),
    SCORE("", "your points"),
    HELP("", "these words"),
    QUIT("", "stop; next time you go on here");

    private final String arguments;
    private final String meaning;

    LabWord(String arguments, String meaning) {
        this.arguments = arguments;
        this.meaning = meaning;
    }

    /** A word as it was called. */
    record Call(LabWord word, List<String> arguments) {}

    String usage() {
        return word() + (arguments.isEmpty() ? "" : " " + arguments);
    }

    String meaning() {
        return meaning;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a line as a call of a lab word: {@code :word}, {@code lab word}, or the word alone unless the shell has a
     * command of that name.
     */
    static Optional<Call> read(String line, Predicate<String> isCommand) {
        String text = line.strip();
        boolean meant = true;
        if (text.startsWith(":") && text.length() > 1 && !Character.isWhitespace(text.charAt(1))) {
            text = text.substring(1);
        } else if (text.startsWith("lab ")) {
            text = text.substring(4).strip();
        } else {
            meant = false;
        }
        List<String> words = Arrays.asList(text.split("\\s+"));
        for (LabWord word : values()) {
            if (word.word().equals(words.get(0))) {
                boolean fits = words.size() == 1 || (!word.arguments.isEmpty() && words.size() == 2);
                return fits && (meant || !isCommand.test(word.word()))
                        ? Optional.of(new Call(word, words.subList(1, words.size())))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
