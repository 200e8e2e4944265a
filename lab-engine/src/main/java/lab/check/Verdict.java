package lab.check;

import java.util.List;
import java.util.Map;

/**
 * Whether what was seen is what was expected, and where not.
 *
 * @param reason a sentence that says why not; empty when passed
 * @param expected the expected text with its variables filled in
 * @param actual the text it was compared with
 * @param captures what the placeholders stood for
 */
public record Verdict(
        boolean passed, String reason, String expected, String actual, List<Mark> marks, Map<String, String> captures) {
    public Verdict {
        marks = List.copyOf(marks);
        captures = Map.copyOf(captures);
    }

    public static Verdict pass(String expected, String actual, Map<String, String> captures) {
        return new Verdict(true, "", expected, actual, List.of(), captures);
    }

    public static Verdict fail(String reason, String expected, String actual, List<Mark> marks) {
        return new Verdict(false, reason, expected, actual, marks, Map.of());
    }

    public static Verdict fail(String reason, String expected, String actual) {
        return fail(reason, expected, actual, Differences.between(expected, actual));
    }

    /** The same verdict with what the author says about a failure in front. */
    public Verdict saying(String sentence) {
        return passed || sentence.isBlank() ? this : new Verdict(false, sentence, expected, actual, marks, captures);
    }
}
