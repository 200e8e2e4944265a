package lab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The course that lies in the repository. */
class OurLessonsTest {
    private static final Path LESSONS = directory();

    private static Path directory() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("lessons").resolve(CourseReader.INDEX))) {
            here = here.getParent();
        }
        return here == null ? Path.of("lessons") : here.resolve("lessons");
    }

    static CourseReader.Result read() {
        return CourseReader.read(name -> {
            try {
                Path file = LESSONS.resolve(name);
                return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    @Test
    void haveNoProblems() {
        assertEquals(
                List.of(), read().problems().stream().map(Problem::toString).toList());
    }

    @Test
    void areInTheOrderOfTheIndex() {
        assertEquals(
                List.of("before-the-mesh", "auto-injection", "manual-injection", "istio-init"),
                read().course().lessons().stream().map(Lesson::id).toList());
    }

    @Test
    void haveATaskWithThreeHintsAndATriggeredOne() {
        for (Lesson lesson : read().course().lessons()) {
            List<Step> tasks = lesson.steps().stream()
                    .filter(step -> step.activity() instanceof Activity.Task)
                    .toList();
            assertEquals(1, tasks.size(), lesson.id());
            assertEquals(3, tasks.get(0).askedHints().size(), lesson.id());
            assertTrue(
                    tasks.get(0).hints().stream()
                            .anyMatch(hint -> hint.trigger().isPresent()),
                    lesson.id());
        }
    }
}
