package lab.terminal;

import java.util.List;
import lab.session.LessonRunner;
import lab.session.Score;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** What stands at the bottom of the screen: the lesson, how far it is done, the points. */
final class StatusLine {
    private final Theme theme;

    StatusLine(Theme theme) {
        this.theme = theme;
    }

    /** The same said at ever shorter length. */
    List<AttributedString> choices(LessonRunner runner) {
        Score score = runner.score();
        int steps = runner.lesson().steps().size();
        String title = " " + runner.lesson().title();
        String step = "step " + runner.stepNumber() + " of " + steps;
        String points = score.points() + " of " + score.possible() + " points";
        return List.of(
                line(title, step, bar(score), points, ":hint  :next  :help"),
                line(title, step, bar(score), points, ""),
                line("", " " + step, bar(score), points, ""),
                line("", " " + runner.stepNumber() + "/" + steps, bar(score), score.points() + " points", ""),
                line("", " " + runner.stepNumber() + "/" + steps, "", score.points() + " pt", ""));
    }

    private AttributedString line(String title, String step, String bar, String points, String words) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        if (!title.isEmpty()) {
            line.append(title, theme.strong()).append("  ");
        }
        line.append(step);
        if (!bar.isEmpty()) {
            line.append("  ").append(bar, theme.good());
        }
        line.append("  ").append(points, theme.faint());
        if (!words.isEmpty()) {
            line.append("  ").append(words, theme.faint());
        }
        return line.toAttributedString();
    }

    /** How much of the course is done, in ten pieces. */
    private String bar(Score score) {
        int done = score.steps() == 0 ? 0 : 10 * score.stepsDone() / score.steps();
        return theme.symbols() ? "▰".repeat(done) + "▱".repeat(10 - done) : "#".repeat(done) + ".".repeat(10 - done);
    }
}
