package lab.terminal;

import java.util.ArrayList;
import java.util.List;
import lab.check.Verdict;
import lab.lesson.Activity;
import lab.lesson.Choice;
import lab.lesson.Command;
import lab.lesson.Course;
import lab.session.Event;
import lab.session.Score;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Turns what happens in a session into lines for the learner. */
final class EventPrinter {
    private static final int WIDEST = 100;

    private final Course course;
    private final Theme theme;
    private final int width;

    /** @param columns of the terminal; text is laid out no wider than is good to read */
    EventPrinter(Course course, Theme theme, int columns) {
        this.course = course;
        this.theme = theme;
        this.width = Math.max(16, Math.min(columns - 1, WIDEST));
    }

    List<AttributedString> lines(Event event) {
        StepPrinter steps = new StepPrinter(theme, width);
        if (event instanceof Event.LessonOpened opened) {
            List<AttributedString> lines =
                    new ArrayList<>(steps.heading(course.lessons().indexOf(opened.lesson()) + 1, opened.lesson()));
            if (opened.again()) {
                lines.add(new AttributedString(
                        "You are here again; :step shows a step once more, :back the one before.", theme.faint()));
            }
            return spaced(lines);
        }
        if (event instanceof Event.StepOpened opened) {
            List<AttributedString> lines = new ArrayList<>(steps.step(opened.step()));
            if (opened.done()) {
                lines.addAll(sentence("This step is done. :next goes on.", theme.faint()));
            }
            return spaced(lines);
        }
        if (event instanceof Event.CommandMatched matched) {
            return matched.next() == null
                    ? List.of()
                    : more(steps.command(matched.next().text()));
        }
        if (event instanceof Event.Mismatch mismatch) {
            return mismatch(mismatch);
        }
        if (event instanceof Event.StepPassed passed) {
            return passed(passed, steps);
        }
        if (event instanceof Event.Answered answered) {
            return answered(answered);
        }
        if (event instanceof Event.Explained explained) {
            return explained(explained);
        }
        if (event instanceof Event.NotYet notYet) {
            return notYet(notYet);
        }
        if (event instanceof Event.Hinted hinted) {
            return steps.hint(hinted.hint(), hintTitle(hinted));
        }
        if (event instanceof Event.SolutionShown solution) {
            return solution(solution, steps);
        }
        if (event instanceof Event.LessonPassed passed) {
            return lessonPassed(passed);
        }
        if (event instanceof Event.CoursePassed passed) {
            return spaced(sentence("The course is done: " + points(passed.score()) + ".", theme.good()));
        }
        if (event instanceof Event.WasReset reset) {
            var lesson = reset.lesson();
            return sentence(
                    lesson == null ? "Everything begins anew." : "“" + lesson.title() + "” begins anew.",
                    theme.faint());
        }
        if (event instanceof Event.Told told) {
            return sentence(told.sentence(), AttributedStyle.DEFAULT);
        }
        if (event instanceof Event.Trouble trouble) {
            return sentence(trouble.sentence(), theme.bad());
        }
        return List.of();
    }

    private List<AttributedString> sentence(String text, AttributedStyle style) {
        return Wrap.at(new AttributedString(text, style), width);
    }

    private List<AttributedString> signed(String text, AttributedStyle style) {
        return Wrap.hanging(new AttributedString(text, style), width);
    }

    private static List<AttributedString> spaced(List<AttributedString> lines) {
        List<AttributedString> spaced = new ArrayList<>();
        spaced.add(AttributedString.EMPTY);
        spaced.addAll(lines);
        return spaced;
    }

    private List<AttributedString> more(List<AttributedString> command) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new AttributedStringBuilder()
                .append(theme.tick() + " ", theme.good())
                .append("and now:", theme.faint())
                .toAttributedString());
        lines.addAll(command);
        return lines;
    }

    private List<AttributedString> mismatch(Event.Mismatch mismatch) {
        if (!mismatch.same()) {
            // A command of the learner's own is no mistake.
            return sentence("That is not yet what this step looks for; :why compares.", theme.faint());
        }
        if (mismatch.step().activity() instanceof Activity.Console console
                && !console.retry().limit().isZero()) {
            return sentence("Not yet there: it may take some seconds. Run it again; :why compares.", theme.attention());
        }
        List<AttributedString> lines = new ArrayList<>(signed(
                theme.cross() + " not what this step expects: "
                        + mismatch.verdict().reason(),
                theme.bad()));
        lines.addAll(new VerdictPrinter(theme, width).comparison(mismatch.verdict()));
        lines.addAll(sentence("Try it again, or :hint, or :next to leave it.", theme.faint()));
        return lines;
    }

    private List<AttributedString> passed(Event.StepPassed passed, StepPrinter steps) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.append(theme.tick() + " ", theme.good()).append("done", theme.good());
        if (passed.step().points() > 0) {
            line.append("  +" + passed.points() + " of " + counted(passed.step().points(), "point"), theme.faint());
        }
        List<AttributedString> lines = new ArrayList<>(Wrap.at(line.toAttributedString(), width));
        for (Event.Annotated note : passed.notes()) {
            lines.addAll(steps.note(note.note(), note.output()));
        }
        return lines;
    }

    private List<AttributedString> answered(Event.Answered answered) {
        return answered.told()
                ? List.of()
                : sentence(
                        "Your prediction: " + said(answered.chosen()) + ". Now see what really happens.",
                        theme.faint());
    }

    private List<AttributedString> explained(Event.Explained explained) {
        Activity.Question question = explained.question();
        boolean right = explained.chosen().right();
        String verdict = right
                ? theme.tick() + " " + (question.prediction() ? "You predicted it: " : "Right: ")
                        + said(explained.chosen())
                : theme.cross() + " " + (question.prediction() ? "You predicted " : "You said ")
                        + said(explained.chosen()) + "; it is " + right(question);
        AttributedStringBuilder line =
                new AttributedStringBuilder().append(verdict, right ? theme.good() : theme.attention());
        if (explained.points() > 0) {
            line.append("  +" + counted(explained.points(), "point"), theme.faint());
        }
        List<AttributedString> lines = new ArrayList<>(Wrap.hanging(line.toAttributedString(), width));
        ProsePrinter prose = new ProsePrinter(theme, width - 2);
        if (!right) {
            lines.addAll(StepPrinter.indented(prose.lines(explained.chosen().why())));
        }
        lines.addAll(StepPrinter.indented(prose.lines(question.explanation())));
        return spaced(lines);
    }

    /** A choice as the learner would say it. */
    private static String said(Choice choice) {
        return "“" + PlainText.of(choice.text()) + "”";
    }

    private static String right(Activity.Question question) {
        return question.choices().stream()
                .filter(Choice::right)
                .map(EventPrinter::said)
                .collect(java.util.stream.Collectors.joining(" or "));
    }

    private List<AttributedString> notYet(Event.NotYet notYet) {
        List<Verdict> failed =
                notYet.verdicts().stream().filter(verdict -> !verdict.passed()).toList();
        if (!notYet.asked()) {
            return failed.isEmpty()
                    ? List.of()
                    : sentence("Not yet: " + failed.get(0).reason(), theme.attention());
        }
        List<AttributedString> lines = new ArrayList<>();
        for (Verdict verdict : failed) {
            lines.addAll(signed(theme.cross() + " not yet: " + verdict.reason(), theme.bad()));
            lines.addAll(new VerdictPrinter(theme, width).comparison(verdict));
        }
        return lines;
    }

    private String hintTitle(Event.Hinted hinted) {
        if (hinted.number() == 0) {
            return "Hint";
        }
        String cost = hinted.cost() > 0 ? " (-" + counted(hinted.cost(), "point") + ")" : "";
        return "Hint " + hinted.number() + " of " + hinted.of() + cost;
    }

    private List<AttributedString> solution(Event.SolutionShown solution, StepPrinter steps) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new AttributedString(
                solution.free() ? "One way to do it:" : "The solution; type it to go on (no points for this step):",
                theme.attention()));
        for (Command command : solution.commands()) {
            lines.addAll(steps.command(command.text()));
        }
        return lines;
    }

    private List<AttributedString> lessonPassed(Event.LessonPassed passed) {
        List<AttributedString> lines = new ArrayList<>();
        Score score = passed.score();
        String title = passed.lesson().title() + " " + theme.arrow() + " ";
        lines.addAll(
                score.complete()
                        ? signed(theme.tick() + " Lesson done: " + title + points(score), theme.good())
                        : signed(
                                theme.arrow() + " Lesson left: " + title + score.stepsDone() + " of " + score.steps()
                                        + " steps done, " + points(score),
                                theme.attention()));
        lines.addAll(new ProsePrinter(theme, width).lines(passed.lesson().closing()));
        return spaced(lines);
    }

    /** Such as {@code 12 of 14 points, 3 of 4 predictions right}. */
    static String points(Score score) {
        String text = score.points() + " of " + counted(score.possible(), "point");
        return score.questions() == 0
                ? text
                : text + ", " + score.predicted() + " of " + counted(score.questions(), "question") + " right at once";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
