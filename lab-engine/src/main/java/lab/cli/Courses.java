package lab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.lesson.Course;
import lab.lesson.CourseReader;
import lab.lesson.Problem;
import org.jspecify.annotations.Nullable;

/** The course that a subcommand works on. */
final class Courses {
    private Courses() {}

    /** @param directory of an author's lessons; null for the built-in course */
    static Course read(@Nullable Path directory) {
        if (directory != null && !Files.isDirectory(directory)) {
            throw new CannotGoOn(Exit.USAGE, "there is no directory " + directory);
        }
        CourseReader.Result result =
                CourseReader.read(directory == null ? new BundledContent() : new DirectoryContent(directory));
        List<Problem> problems = result.problems();
        if (!problems.isEmpty()) {
            StringBuilder text = new StringBuilder("the lessons have problems; lab lint shows them like this:");
            problems.stream().limit(5).forEach(problem -> text.append('\n').append(problem));
            throw new CannotGoOn(Exit.FAILED, text.toString());
        }
        return result.course();
    }
}
