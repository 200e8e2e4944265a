package lab.session;

import java.util.List;
import lab.check.Observation;
import lab.check.Verdict;
import lab.lesson.Activity;
import lab.lesson.Choice;
import lab.lesson.Command;
import lab.lesson.Hint;
import lab.lesson.Lesson;
import lab.lesson.Note;
import lab.lesson.Step;
import org.jspecify.annotations.Nullable;

/** Something that happened in a session, for whoever shows or records it. */
public sealed interface Event {
    /** A lesson begins, or is gone on with. */
    record LessonOpened(Lesson lesson, boolean again) implements Event {}

    /** A step is the current one now. {@code number} from 1. */
    record StepOpened(Lesson lesson, Step step, int number, boolean done) implements Event {}

    /** A command of the learner's has ended. */
    record CommandEnded(Observation seen) implements Event {}

    /** A command did what the step's next one was to do; {@code next} is what comes then, null at the end. */
    record CommandMatched(
            Step step, Command command, @Nullable Command next) implements Event {}

    /** The expected command, or one that looks like it ({@code same} false), did something else. */
    record Mismatch(Step step, Command expected, Verdict verdict, boolean same) implements Event {}

    /** A note of the author's on a line (from 0) of the output. */
    record Annotated(String output, int line, Note note) {}

    record StepPassed(Lesson lesson, Step step, int points, List<Annotated> notes) implements Event {
        public StepPassed {
            notes = List.copyOf(notes);
        }
    }

    /** An answer was taken. What is right is told at once for a quiz, after the proof for a prediction. */
    record Answered(Step step, Activity.Question question, Choice chosen, boolean told) implements Event {}

    /** The right answer to a question, with what the learner had said. */
    record Explained(Step step, Activity.Question question, Choice chosen, int points) implements Event {}

    /** The state that a step wants is not reached; {@code asked} when the learner asked. */
    record NotYet(Step step, List<Verdict> verdicts, boolean asked) implements Event {
        public NotYet {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** @param number from 1; 0 for a hint that came by itself */
    record Hinted(Step step, Hint hint, int number, int of, int cost) implements Event {}

    record SolutionShown(Step step, List<Command> commands, boolean free) implements Event {
        public SolutionShown {
            commands = List.copyOf(commands);
        }
    }

    record LessonPassed(Lesson lesson, Score score) implements Event {}

    record CoursePassed(Score score) implements Event {}

    /** One lesson, or all ({@code lesson} null), begins anew. */
    record WasReset(@Nullable Lesson lesson) implements Event {}

    /** A sentence for the learner. */
    record Told(String sentence) implements Event {}

    /** Something of the lab's or the lesson's went wrong: a sentence. */
    record Trouble(String sentence) implements Event {}
}
