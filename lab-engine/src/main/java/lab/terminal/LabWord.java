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
    GOTO("LESSON[/STEP]", "go to a lesson or a step: goto 2, goto 2/5, goto /5"),
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

    /** Whether it moves the learner to another step. */
    boolean travels() {
        return this == NEXT || this == BACK || this == GOTO || this == RESET;
    }

    String meaning() {
        return meaning;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the line speaks to the lab, be it understood or not: it begins with {@code :word} or {@code lab}. */
    static boolean addressesLab(String line) {
        String text = line.strip();
        return text.matches("(?s):\\p{L}.*") || text.equals("lab") || text.startsWith("lab ");
    }

    /**
     * Reads a line as a call of a lab word: {@code :word}, {@code lab word}, or the word alone unless the shell has a
     * command of that name.
     */
    static Optional<Call> read(String line, Predicate<String> isCommand) {
        String text = line.strip();
        boolean meant = true;
        if (text.equals("lab")) {
            return isCommand.test(text) ? Optional.empty() : Optional.of(new Call(HELP, List.of()));
        }
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
