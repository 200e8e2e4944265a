package lab.check;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Where two texts differ, line by line, and within lines that stand for each other. */
final class Differences {
    private Differences() {}

    static List<Mark> between(String expected, String actual) {
        return between(expected, actual, TextPattern::sameLine);
    }

    /** As {@link #between(String, String)}, where lines are equal if the expected one as a pattern fits. */
    static List<Mark> ofPattern(String expected, String actual, Map<String, String> variables) {
        return between(
                expected,
                actual,
                (want, have) -> want.strip().equals("...")
                        || TextPattern.line(want, variables).fits(have));
    }

    private static List<Mark> between(String expected, String actual, BiPredicate<String, String> equal) {
        List<String> want = TextPattern.lines(expected);
        List<String> have = TextPattern.lines(actual);
        boolean elided = want.stream().anyMatch(line -> line.strip().equals("..."));
        List<Mark> marks = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(want, have, equal).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            List<String> lost = delta.getSource().getLines();
            List<String> come = delta.getTarget().getLines();
            for (int i = 0; i < Math.max(lost.size(), come.size()); i++) {
                if (i < lost.size() && i < come.size()) {
                    within(marks, from + i, lost.get(i), to + i, come.get(i));
                } else if (i < lost.size()) {
                    if (!lost.get(i).strip().equals("...")) {
                        marks.add(new Mark(
                                Mark.Side.EXPECTED, from + i, 0, lost.get(i).length()));
                    }
                } else if (!elided) {
                    marks.add(new Mark(Mark.Side.ACTUAL, to + i, 0, come.get(i).length()));
                }
            }
        }
        return marks;
    }

    private static void within(List<Mark> marks, int wantLine, String want, int haveLine, String have) {
        int shorter = Math.min(want.length(), have.length());
        int start = 0;
        while (start < shorter && want.charAt(start) == have.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && want.charAt(want.length() - 1 - end) == have.charAt(have.length() - 1 - end)) {
            end++;
        }
        marks.add(new Mark(Mark.Side.EXPECTED, wantLine, start, want.length() - end));
        marks.add(new Mark(Mark.Side.ACTUAL, haveLine, start, have.length() - end));
    }
}
