package lab.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The matcher {@code lines}: a list of whole lines that must, or after {@code "- "} must not, occur. */
final class LinesMatch {
    private LinesMatch() {}

    static Optional<Map<String, String>> captures(String expected, String actual, Map<String, String> variables) {
        List<String> have = TextPattern.lines(actual);
        Map<String, String> captures = new LinkedHashMap<>();
        for (String line : TextPattern.lines(expected)) {
            Optional<Map<String, String>> found = find(text(line), have, variables);
            if (found.isPresent() == unwanted(line)) {
                return Optional.empty();
            }
            found.ifPresent(captures::putAll);
        }
        return Optional.of(captures);
    }

    /** The wanted lines that are missing and the unwanted ones that are there. */
    static List<Mark> marks(String expected, String actual, Map<String, String> variables) {
        List<String> have = TextPattern.lines(actual);
        List<String> want = TextPattern.lines(expected);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < want.size(); i++) {
            String line = want.get(i);
            TextPattern pattern = TextPattern.line(text(line), variables);
            if (unwanted(line)) {
                for (int j = 0; j < have.size(); j++) {
                    if (pattern.fits(have.get(j))) {
                        marks.add(new Mark(Mark.Side.ACTUAL, j, 0, have.get(j).length()));
                    }
                }
            } else if (have.stream().noneMatch(pattern::fits)) {
                marks.add(new Mark(Mark.Side.EXPECTED, i, 0, line.length()));
            }
        }
        return marks;
    }

    private static Optional<Map<String, String>> find(String line, List<String> have, Map<String, String> variables) {
        TextPattern pattern = TextPattern.line(line, variables);
        for (String candidate : have) {
            Map<String, String> captures = pattern.capturesLine(candidate);
            if (captures != null) {
                return Optional.of(captures);
            }
        }
        return Optional.empty();
    }

    private static boolean unwanted(String line) {
        return line.startsWith("- ");
    }

    private static String text(String line) {
        return line.startsWith("- ") || line.startsWith("+ ") ? line.substring(2) : line;
    }
}
