package lab.session;

import lab.lesson.Lesson;
import lab.lesson.Step;

/** A step in its lesson; {@code index} from 0. */
record Position(Lesson lesson, int index) {
    Step step() {
        return lesson.steps().get(index);
    }

    boolean last() {
        return index + 1 >= lesson.steps().size();
    }
}
