package lab.lesson;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.lesson.prose.Prose;
import org.jspecify.annotations.Nullable;

/** Help for a step: asked for, or given by itself when its trigger fires. */
public record Hint(int line, String title, List<Prose> text, Optional<Trigger> trigger) {
    public Hint {
        text = List.copyOf(text);
    }

    /**
     * What a learner's command must have been and done; all that is given must hold.
     *
     * @param command found in the command's text
     * @param output found in what it showed
     * @param state checks that hold afterwards
     */
    public record Trigger(
            @Nullable Pattern command,
            @Nullable Pattern output,
            @Nullable Integer exit,
            List<Check> state) {
        public Trigger {
            state = List.copyOf(state);
        }
    }
}
