package lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lab.lesson.Course;
import lab.lesson.Lesson;
import lab.session.DiskReason;
import lab.session.JUnitReport;
import lab.session.LessonReport;
import lab.session.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab verify}: each lesson as a test. */
@Command(
        name = "verify",
        description = "Run each lesson as a test in a fresh cluster: its commands, its tasks unsolved and solved, its"
                + " questions.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LESSON", description = "Ids or numbers; all if none.")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--lessons",
            paramLabel = "DIR",
            description = "A course in a directory instead of the built-in one.")
    @Nullable
    Path directory;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a JUnit XML report.")
    @Nullable
    Path report;

    private final Surroundings surroundings;
    private final CommonOptions options;

    VerifyCommand(Surroundings surroundings, CommonOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    @Override
    public Integer call() {
        options.checkCluster(surroundings.clusters());
        checkReport();
        Course course = Courses.read(directory);
        List<Lesson> lessons = names.isEmpty() ? course.lessons() : new ArrayList<>();
        for (String name : names) {
            lessons.add(course.lesson(name)
                    .orElseThrow(() ->
                            new CannotGoOn(Exit.USAGE, "there is no lesson " + name + "; lab lessons lists them")));
        }
        Verification verification =
                new Verification(() -> FreshStage.make(surroundings.clusters(), options), "default");
        List<LessonReport> reports = verification.run(lessons, this::print);
        Path file = report;
        if (file != null) {
            write(file, JUnitReport.xml(reports));
        }
        long failed = reports.stream().filter(one -> !one.passed()).count();
        surroundings.out().println((reports.size() - failed) + " passed, " + failed + " failed");
        return failed == 0 ? Exit.OK : Exit.FAILED;
    }

    /** Before the work, so that nobody waits for a report that has no place. */
    private void checkReport() {
        Path file = report;
        if (file == null) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw new CannotGoOn(Exit.USAGE, "the report cannot be written to " + file + ": it is a directory");
        }
        Path parent = file.toAbsolutePath().getParent();
        try {
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (IOException e) {
            throw new CannotGoOn(Exit.USAGE, "the report cannot be written to " + file + " (" + DiskReason.of(e) + ")");
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CannotGoOn(
                    Exit.BROKEN, "the report cannot be written to " + file + " (" + DiskReason.of(e) + ")");
        }
    }

    private void print(LessonReport one) {
        surroundings.out().println(one.line());
        one.failures().forEach(failure -> surroundings.out().print(failure.text()));
    }
}
