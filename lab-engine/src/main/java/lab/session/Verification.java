package lab.session;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lab.lesson.Lesson;

/** Every lesson as a test of itself, each in a fresh cluster. */
public final class Verification {
    private final Supplier<Stage> stages;
    private final String namespace;

    public Verification(Supplier<Stage> stages, String namespace) {
        this.stages = stages;
        this.namespace = namespace;
    }

    /** @param each is told of every lesson as soon as it is through */
    public List<LessonReport> run(List<Lesson> lessons, Consumer<LessonReport> each) {
        return lessons.stream()
                .map(lesson -> {
                    LessonReport report = run(lesson);
                    each.accept(report);
                    return report;
                })
                .toList();
    }

    public LessonReport run(Lesson lesson) {
        long start = System.nanoTime();
        try (Stage stage = stages.get()) {
            List<Failure> failures = new LessonTest(lesson, stage, namespace).run();
            return new LessonReport(lesson, failures, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
