package lab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lab.lesson.Course;
import lab.session.SessionStore;
import lab.terminal.CoursePrinter;
import picocli.CommandLine.Command;

/** {@code lab lessons}: the course with progress. */
@Command(name = "lessons", description = "The course, and how far you are.", mixinStandardHelpOptions = true)
final class LessonsCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final CommonOptions options;

    LessonsCommand(Surroundings surroundings, CommonOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    @Override
    public Integer call() {
        Course course = Courses.read(null);
        Path home = options.home(surroundings.environment());
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new CannotGoOn(Exit.BROKEN, home + " is not a directory; name one with --home DIR.");
        }
        CoursePrinter.plain(course, SessionStore.peek(home)).forEach(surroundings.out()::println);
        return Exit.OK;
    }
}
