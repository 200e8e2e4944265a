package lab.cli;

import java.util.concurrent.Callable;
import lab.lesson.Course;
import lab.session.SessionStore;
import lab.terminal.CoursePrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lab lessons}: the course with progress. */
@Command(name = "lessons", description = "The course, and how far you are.", mixinStandardHelpOptions = true)
final class LessonsCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Surroundings surroundings;

    LessonsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Course course = Courses.read(null);
        CoursePrinter.plain(course, SessionStore.peek(options.home(surroundings.environment())))
                .forEach(surroundings.out()::println);
        return Exit.OK;
    }
}
