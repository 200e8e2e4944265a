package lab.session;

import java.util.ArrayList;
import java.util.List;
import lab.lesson.Activity;
import lab.lesson.Lesson;
import lab.lesson.Step;
import org.jspecify.annotations.Nullable;

/** Which predictions a step settles. */
final class Explanations {
    private Explanations() {}

    /** The predictions whose proof looks at this step. */
    static List<Step> settledBy(Lesson lesson, Step step) {
        List<Step> settled = new ArrayList<>();
        for (Step each : lesson.steps()) {
            Step after = settledAfter(lesson, each);
            if (after != null && after.id().equals(step.id())) {
                settled.add(each);
            }
        }
        return settled;
    }

    /** The step that settles a prediction: the one that it names, else the next console step. */
    static @Nullable Step settledAfter(Lesson lesson, Step prediction) {
        if (!(prediction.activity() instanceof Activity.Question question)
                || question.proof().isEmpty()) {
            return null;
        }
        String after = question.proof().get().after();
        if (after != null) {
            return lesson.step(after).orElse(null);
        }
        return lesson.steps().stream()
                .skip(lesson.steps().indexOf(prediction))
                .filter(step -> step.activity() instanceof Activity.Console)
                .findFirst()
                .orElse(null);
    }
}
