package lab.session;

import java.time.Duration;
import java.util.List;
import lab.lesson.Lesson;

/** What verify found in one lesson. */
public record LessonReport(Lesson lesson, List<Failure> failures, Duration took) {
    public LessonReport {
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }

    /** One line. */
    public String line() {
        return String.format(
                "%-4s %-20s %2d steps  %4d ms%s",
                passed() ? "ok" : "FAIL",
                lesson.id(),
                lesson.steps().size(),
                took.toMillis(),
                passed() ? "" : "  " + failures.size() + (failures.size() == 1 ? " failure" : " failures"));
    }
}
