package lab.terminal;

import java.util.ArrayList;
import java.util.List;
import lab.lesson.Activity;
import lab.lesson.Choice;
import lab.lesson.Command;
import lab.lesson.Hint;
import lab.lesson.Lesson;
import lab.lesson.Note;
import lab.lesson.Step;
import lab.lesson.prose.Prose;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Shows lessons and steps: their text, what to do, their hints, and the notes on what came out. */
final class StepPrinter {
    private final Theme theme;
    private final int width;

    StepPrinter(Theme theme, int width) {
        this.theme = theme;
        this.width = Math.max(20, width);
    }

    /** The heading above a lesson's first step. */
    List<AttributedString> heading(int number, Lesson lesson) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new AttributedString(theme.dash().repeat(Math.min(width, 72)), theme.faint()));
        lines.addAll(Wrap.at(
                new AttributedStringBuilder()
                        .append("Lesson " + number + "  ", theme.faint())
                        .append(lesson.title(), theme.heading())
                        .append(
                                "  about " + lesson.minutes() + " minutes, " + lesson.points() + " points",
                                theme.faint())
                        .toAttributedString(),
                width));
        if (!lesson.can().isBlank()) {
            lines.addAll(Wrap.at(new AttributedString("You will be able to " + lesson.can(), theme.emphasis()), width));
        }
        return lines;
    }

    /** A step's text and what it asks for. */
    List<AttributedString> step(Step step) {
        ProsePrinter prose = new ProsePrinter(theme, width);
        List<AttributedString> lines = new ArrayList<>(prose.lines(withoutTitle(step.text())));
        Activity activity = step.activity();
        if (!lines.isEmpty()) {
            lines.add(AttributedString.EMPTY);
        }
        if (activity instanceof Activity.Question question) {
            lines.addAll(marked(question.prediction() ? "Predict" : "Question", question.question()));
            lines.addAll(choices(question.choices()));
        } else if (activity instanceof Activity.Task task) {
            lines.addAll(marked("Task", task.goal()));
        } else if (activity instanceof Activity.Console console) {
            for (Command command : console.commands()) {
                lines.addAll(command(command.text()));
            }
        }
        return lines;
    }

    /** The lesson's own heading stands above its first step already. */
    private static List<Prose> withoutTitle(List<Prose> text) {
        return text.stream()
                .filter(block -> !(block instanceof Prose.Heading heading && heading.level() == 1))
                .toList();
    }

    private List<AttributedString> choices(List<Choice> choices) {
        List<AttributedString> lines = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            String mark = "  " + (i + 1) + ") ";
            List<AttributedString> text = new ProsePrinter(theme, width - mark.length())
                    .lines(choices.get(i).text());
            for (int row = 0; row < text.size(); row++) {
                lines.add(new AttributedStringBuilder()
                        .append(row == 0 ? mark : " ".repeat(mark.length()), theme.attention())
                        .append(text.get(row))
                        .toAttributedString());
            }
        }
        return lines;
    }

    /** A command to type, as it would stand at a prompt. */
    List<AttributedString> command(String text) {
        List<AttributedString> lines = new ArrayList<>();
        String prompt = "  $ ";
        for (String line : text.split("\n", -1)) {
            lines.add(new AttributedStringBuilder()
                    .append(prompt, theme.faint())
                    .append(line, theme.code())
                    .toAttributedString());
            prompt = "  > ";
        }
        return lines;
    }

    /** The text with a word before it that says what it is. */
    private List<AttributedString> marked(String name, List<Prose> text) {
        List<Prose> marked = new ArrayList<>(text);
        List<AttributedString> lines = new ArrayList<>();
        if (!marked.isEmpty() && marked.get(0) instanceof Prose.Paragraph first) {
            marked.remove(0);
            lines.addAll(Wrap.at(
                    new AttributedStringBuilder()
                            .append(name + ": ", theme.attention())
                            .append(new ProsePrinter(theme, width).styled(first.spans(), AttributedStyle.DEFAULT))
                            .toAttributedString(),
                    width));
        } else {
            lines.add(new AttributedString(name + ":", theme.attention()));
        }
        if (!marked.isEmpty()) {
            lines.add(AttributedString.EMPTY);
            lines.addAll(new ProsePrinter(theme, width).lines(marked));
        }
        return lines;
    }

    /** A hint, numbered among those that can be asked for. */
    List<AttributedString> hint(Hint hint, String title) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(
                new AttributedString(hint.title().isBlank() ? title : title + ": " + hint.title(), theme.attention()));
        lines.addAll(indented(new ProsePrinter(theme, width - 2).lines(hint.text())));
        return lines;
    }

    /** The author's note on a line of the output, with that line. */
    List<AttributedString> note(Note note, String output) {
        int at = note.find(output);
        if (at < 0) {
            return List.of();
        }
        List<AttributedString> lines = new ArrayList<>();
        // The wide gaps between columns would push out what there is to read.
        String line = output.split("\n", -1)[at].strip().replaceAll(" {3,}|\t+", "  ");
        lines.add(new AttributedStringBuilder()
                .append(theme.bar() + " ", theme.attention())
                .append(shortened(note, line), theme.code())
                .toAttributedString());
        int indent = theme.arrow().length() + 1;
        List<AttributedString> text = new ProsePrinter(theme, width - indent).lines(note.text());
        for (int i = 0; i < text.size(); i++) {
            lines.add(new AttributedStringBuilder()
                    .append(i == 0 ? theme.arrow() + " " : " ".repeat(indent), theme.attention())
                    .append(text.get(i))
                    .toAttributedString());
        }
        return lines;
    }

    /** Of a long line the part around what the note is about. */
    private String shortened(Note note, String line) {
        int room = Math.max(20, width - 4);
        if (line.length() <= room) {
            return line;
        }
        java.util.regex.Matcher matcher = note.where().matcher(line);
        int start = matcher.find() ? Math.max(0, matcher.start() - room / 4) : 0;
        int end = Math.min(line.length(), start + room - 2);
        return (start > 0 ? "…" : "") + line.substring(start, end) + (end < line.length() ? "…" : "");
    }

    static List<AttributedString> indented(List<AttributedString> lines) {
        return ProsePrinter.indented(lines, "  ", AttributedStyle.DEFAULT);
    }
}
