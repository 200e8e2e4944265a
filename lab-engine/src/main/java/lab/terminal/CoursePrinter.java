package lab.terminal;

import java.util.ArrayList;
import java.util.List;
import lab.lesson.Course;
import lab.lesson.Lesson;
import lab.session.Progress;
import lab.session.Score;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Shows the course: each lesson with how far the learner is. */
public final class CoursePrinter {
    private final Course course;
    private final Theme theme;

    CoursePrinter(Course course, Theme theme) {
        this.course = course;
        this.theme = theme;
    }

    /** The course as plain text, for {@code lab lessons}. */
    public static List<String> plain(Course course, Progress progress) {
        return new CoursePrinter(course, new Theme(false, true))
                .lines(progress, "").stream().map(AttributedString::toString).toList();
    }

    /** @param current the id of the lesson the learner is in, or the empty text */
    List<AttributedString> lines(Progress progress, String current) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new AttributedString(course.title(), theme.heading()));
        int widest = course.lessons().stream()
                .mapToInt(lesson -> lesson.title().length())
                .max()
                .orElse(0);
        int number = 1;
        for (Lesson lesson : course.lessons()) {
            Score score = progress.score(lesson);
            boolean here = lesson.id().equals(current);
            AttributedStringBuilder line = new AttributedStringBuilder();
            line.append(
                    here ? theme.arrow() + " " : "  ".substring(0, theme.arrow().length()) + " ", theme.attention());
            line.append(
                    String.format("%2d  %-" + Math.max(1, widest) + "s  ", number++, lesson.title()),
                    here ? theme.strong() : AttributedStyle.DEFAULT);
            line.append(
                    String.format(
                            "%2d of %2d steps  %3d of %3d points",
                            score.stepsDone(), score.steps(), score.points(), score.possible()),
                    theme.faint());
            if (score.complete()) {
                line.append("  " + theme.tick(), theme.good());
            }
            lines.add(line.toAttributedString());
        }
        Score total = progress.score(course);
        lines.add(new AttributedString("    " + EventPrinter.points(total) + ".", theme.strong()));
        return lines;
    }
}
