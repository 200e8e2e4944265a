package lab.lesson;

import java.util.List;
import java.util.Optional;
import lab.lesson.prose.Prose;

/** What a learner does in a step. */
public sealed interface Activity {
    /** Commands to run, one after the other. */
    record Console(List<Command> commands, Retry retry) implements Activity {
        public Console {
            commands = List.copyOf(commands);
        }
    }

    /** A question with choices; a prediction is answered before what it asks about is run. */
    record Question(
            boolean prediction,
            List<Prose> question,
            List<Choice> choices,
            List<Prose> explanation,
            Optional<Proof> proof)
            implements Activity {
        public Question {
            question = List.copyOf(question);
            choices = List.copyOf(choices);
            explanation = List.copyOf(explanation);
        }
    }

    /** A goal to reach by any means; the step's checks tell when it is reached. */
    record Task(List<Prose> goal, List<Command> solution, int hintCost) implements Activity {
        public Task {
            goal = List.copyOf(goal);
            solution = List.copyOf(solution);
        }
    }

    /** Nothing but the step's checks: a state to reach before going on. */
    record State() implements Activity {}
}
