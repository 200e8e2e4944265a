package lab.lesson;

import java.util.List;
import lab.check.Expectation;
import lab.lesson.prose.Prose;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a question.
 *
 * @param why what to tell a learner who chose it; may be empty
 * @param seen what the proof's output shows if, and only if, this answer is right; null if the author did not say
 */
public record Choice(
        int line,
        List<Prose> text,
        boolean right,
        List<Prose> why,
        @Nullable Expectation seen) {
    public Choice {
        text = List.copyOf(text);
        why = List.copyOf(why);
    }
}
