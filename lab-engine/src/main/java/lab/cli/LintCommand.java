package lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lab.lesson.CourseReader;
import lab.lesson.LessonParser;
import lab.lesson.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lab lint}: what is wrong in lessons, all at once. */
@Command(
        name = "lint",
        description = "Say what is wrong in lesson files, all at once, as FILE:LINE: MESSAGE.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "Lesson files, or directories of a course; the built-in course if none.")
    List<Path> files = new ArrayList<>();

    private final Surroundings surroundings;

    LintCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Problem> problems = new ArrayList<>();
        int lessons = 0;
        if (files.isEmpty()) {
            CourseReader.Result result = CourseReader.read(new BundledContent());
            problems.addAll(result.problems());
            lessons = result.course().lessons().size();
        }
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                CourseReader.Result result = CourseReader.read(new DirectoryContent(file));
                problems.addAll(result.problems());
                lessons += result.course().lessons().size();
            } else {
                problems.addAll(LessonParser.parse(file.toString(), text(file)).problems());
                lessons++;
            }
        }
        problems.stream().sorted().forEach(problem -> surroundings.out().println(problem.toString()));
        if (problems.isEmpty()) {
            surroundings.out().println(lessons + (lessons == 1 ? " lesson" : " lessons") + ", no problems");
        }
        return problems.isEmpty() ? Exit.OK : Exit.FAILED;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new CannotGoOn(Exit.USAGE, file + ": no such file");
        } catch (IOException e) {
            throw new CannotGoOn(Exit.USAGE, file + ": cannot be read as UTF-8 text");
        }
    }
}
