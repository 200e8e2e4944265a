package lab.lesson;

import java.util.List;
import lab.lesson.prose.Prose;

/**
 * A piece of a lesson: some text and then something to do.
 *
 * @param id stable: progress is kept under it
 * @param aliases former ids
 * @param line where its block begins
 * @param checks what must hold for the step to pass; always there for a task
 * @param hints those to ask for, in order, and those with a trigger
 */
public record Step(
        String id,
        List<String> aliases,
        int line,
        int points,
        List<Prose> text,
        Activity activity,
        List<Check> checks,
        List<Note> notes,
        List<Hint> hints) {
    public Step {
        aliases = List.copyOf(aliases);
        text = List.copyOf(text);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
        hints = List.copyOf(hints);
    }

    /** The hints that a learner can ask for, in order. */
    public List<Hint> askedHints() {
        return hints.stream().filter(hint -> hint.trigger().isEmpty()).toList();
    }

    public boolean isNamed(String name) {
        return id.equals(name) || aliases.contains(name);
    }
}
