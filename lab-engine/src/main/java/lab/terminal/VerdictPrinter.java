package lab.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lab.check.Mark;
import lab.check.Verdict;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Shows why an expectation failed: what was expected beside what came, the differing part of each line marked. */
final class VerdictPrinter {
    private static final int MOST_LINES = 14;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\.\\.\\.|<[a-z][a-z0-9_]*>");

    private final Theme theme;
    private final int width;

    VerdictPrinter(Theme theme, int width) {
        this.theme = theme;
        this.width = Math.max(20, width);
    }

    /** Expected beside actual; nothing if nothing certain was expected. */
    List<AttributedString> comparison(Verdict verdict) {
        List<AttributedString> lines = new ArrayList<>();
        if (!verdict.expected().isBlank()) {
            lines.addAll(side("expected", verdict.expected(), Mark.Side.EXPECTED, verdict.marks(), theme.good()));
            if (PLACEHOLDER.matcher(verdict.expected()).find()) {
                lines.addAll(ProsePrinter.indented(
                        Wrap.at(
                                new AttributedString("... stands for any text, <name> for any word", theme.faint()),
                                width - 4),
                        "    ",
                        AttributedStyle.DEFAULT));
            }
            lines.addAll(side("actual", verdict.actual(), Mark.Side.ACTUAL, verdict.marks(), theme.bad()));
        }
        return lines;
    }

    private List<AttributedString> side(
            String name, String text, Mark.Side side, List<Mark> marks, AttributedStyle style) {
        List<AttributedString> lines = new ArrayList<>();
        String[] rows = text.stripTrailing().split("\n", -1);
        int[] window = window(rows.length, side, marks);
        lines.add(new AttributedString("  " + name + (text.isBlank() ? ": nothing" : ""), style));
        if (text.isBlank()) {
            return lines;
        }
        if (window[0] > 0) {
            lines.add(elided(window[0]));
        }
        for (int i = window[0]; i < window[1]; i++) {
            boolean differs = differs(i, side, marks);
            AttributedStringBuilder line = new AttributedStringBuilder()
                    .append("  " + (differs ? (side == Mark.Side.EXPECTED ? "- " : "+ ") : "  "), style)
                    .append(marked(rows[i], i, side, marks));
            lines.add(line.toAttributedString().columnSubSequence(0, width));
        }
        if (window[1] < rows.length) {
            lines.add(elided(rows.length - window[1]));
        }
        return lines;
    }

    private AttributedString elided(int count) {
        return new AttributedString("    … " + count + (count == 1 ? " more line" : " more lines"), theme.faint());
    }

    /** The lines to show: those around the first that differs. */
    private static int[] window(int count, Mark.Side side, List<Mark> marks) {
        int first = marks.stream()
                .filter(mark -> mark.side() == side)
                .mapToInt(Mark::line)
                .min()
                .orElse(0);
        int from = count <= MOST_LINES ? 0 : Math.max(0, Math.min(first - 3, count - MOST_LINES));
        return new int[] {from, Math.min(count, from + MOST_LINES)};
    }

    private static boolean differs(int line, Mark.Side side, List<Mark> marks) {
        return marks.stream().anyMatch(mark -> mark.side() == side && mark.line() == line);
    }

    private AttributedString marked(String text, int line, Mark.Side side, List<Mark> marks) {
        AttributedStringBuilder shown = new AttributedStringBuilder();
        int at = 0;
        for (Mark mark : marks) {
            if (mark.side() == side && mark.line() == line && mark.from() >= at && mark.to() <= text.length()) {
                boolean whole = mark.from() == 0 && mark.to() == text.length();
                shown.append(text.substring(at, mark.from()));
                shown.append(
                        text.substring(mark.from(), mark.to()), whole ? AttributedStyle.DEFAULT : theme.differing());
                at = mark.to();
            }
        }
        return shown.append(text.substring(at)).toAttributedString();
    }
}
