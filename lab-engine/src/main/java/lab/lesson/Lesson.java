package lab.lesson;

import java.util.List;
import java.util.Optional;
import lab.lesson.prose.Prose;

/**
 * One lesson.
 *
 * @param file its name in the course's directory
 * @param can what the learner can do afterwards; may be empty
 * @param needs ids of lessons that come before
 * @param setup commands that make the state in which the lesson begins
 * @param reset commands that undo what the lesson did
 * @param closing the text after the last step
 */
public record Lesson(
        String id,
        String file,
        String title,
        int minutes,
        String can,
        List<String> needs,
        List<String> aliases,
        List<Command> setup,
        List<Command> reset,
        List<Step> steps,
        List<Prose> closing) {
    public Lesson {
        needs = List.copyOf(needs);
        aliases = List.copyOf(aliases);
        setup = List.copyOf(setup);
        reset = List.copyOf(reset);
        steps = List.copyOf(steps);
        closing = List.copyOf(closing);
    }

    public int points() {
        return steps.stream().mapToInt(Step::points).sum();
    }

    public Optional<Step> step(String name) {
        return steps.stream().filter(step -> step.isNamed(name)).findFirst();
    }

    public boolean isNamed(String name) {
        return id.equals(name) || aliases.contains(name);
    }
}
