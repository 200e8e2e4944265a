package lab.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.lesson.Activity;

/** An answer given in words: the whole of a choice, or a beginning that only one choice has. */
final class SpokenAnswer {
    private final List<String> choices;

    SpokenAnswer(Activity.Question question) {
        this.choices = question.choices().stream()
                .map(choice -> normal(PlainText.of(choice.text())))
                .toList();
    }

    /** The number of the choice that is meant, from 1. */
    Optional<Integer> number(String words) {
        String said = normal(words);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        int whole = choices.indexOf(said);
        if (whole >= 0) {
            return Optional.of(whole + 1);
        }
        List<Integer> begun = IntStream.range(0, choices.size())
                .filter(i -> (choices.get(i) + " ").startsWith(said + " "))
                .boxed()
                .toList();
        return begun.size() == 1 ? Optional.of(begun.get(0) + 1) : Optional.empty();
    }

    /** Lower case, without quotes and punctuation at the ends of words. */
    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[`\"“”]", "")
                .replaceAll("[.,:;!]+(?=\\s|$)", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
