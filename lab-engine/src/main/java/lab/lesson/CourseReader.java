package lab.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a course: {@code README.md} names the lessons in order by links to files whose names begin with a number; its
 * first heading is the course's title.
 */
public final class CourseReader {
    public static final String INDEX = "README.md";

    private static final Pattern LINK = Pattern.compile("\\]\\((\\d[A-Za-z0-9._-]*\\.md)\\)");
    private static final Pattern TITLE = Pattern.compile("(?m)^# (.+)$");

    /** Where the files are: a directory, or the jar. */
    @FunctionalInterface
    public interface Content {
        /** The text of a file of the course's directory; empty if there is none. */
        Optional<String> read(String name);
    }

    /** The course as far as it could be read, and every problem in it. */
    public record Result(Course course, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    private CourseReader() {}

    public static Result read(Content content) {
        Optional<String> index = content.read(INDEX);
        if (index.isEmpty()) {
            return new Result(
                    new Course("", List.of()),
                    List.of(new Problem(INDEX, 1, "missing: it lists the lessons, each as a link to its file")));
        }
        List<Problem> problems = new ArrayList<>();
        List<Lesson> lessons = new ArrayList<>();
        String text = index.get();
        links(text).forEach((file, line) -> {
            Optional<String> source = content.read(file);
            if (source.isEmpty()) {
                problems.add(new Problem(INDEX, line, "there is no file " + file));
                return;
            }
            LessonParser.Result result = LessonParser.parse(file, source.get());
            problems.addAll(result.problems());
            result.lesson().ifPresent(lessons::add);
        });
        if (lessons.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(INDEX, 1, "no lesson: a lesson is a link to a file such as 01-name.md"));
        }
        problems.addAll(between(lessons));
        Matcher title = TITLE.matcher(text);
        String name = title.find() ? String.valueOf(title.group(1)).strip() : "";
        return new Result(new Course(name, lessons), problems.stream().sorted().toList());
    }

    private static Map<String, Integer> links(String index) {
        Map<String, Integer> links = new LinkedHashMap<>();
        String[] lines = index.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            for (Matcher link = LINK.matcher(lines[i]); link.find(); ) {
                links.putIfAbsent(link.group(1), i + 1);
            }
        }
        return links;
    }

    /** What no file can know alone: ids taken twice, lessons that are needed and not there, or come later. */
    static List<Problem> between(List<Lesson> lessons) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (Lesson lesson : lessons) {
            List<String> all = new ArrayList<>(lesson.aliases());
            all.add(lesson.id());
            for (String name : all) {
                String before = names.putIfAbsent(name, lesson.file());
                if (before != null) {
                    problems.add(new Problem(lesson.file(), 1, "the id \"" + name + "\" is taken by " + before));
                }
            }
        }
        List<String> ids = lessons.stream().map(Lesson::id).toList();
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            for (String need : lesson.needs()) {
                boolean earlier = lessons.stream().limit(i).anyMatch(other -> other.isNamed(need));
                if (!names.containsKey(need)) {
                    problems.add(new Problem(
                            lesson.file(), 1, "needs \"" + need + "\", which no lesson is" + Nearest.hint(need, ids)));
                } else if (!earlier) {
                    problems.add(new Problem(
                            lesson.file(), 1, "needs \"" + need + "\", which does not come before this lesson"));
                }
            }
        }
        return problems;
    }
}
