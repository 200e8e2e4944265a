package lab.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command is expected to do.
 *
 * @param text the expected output; null when any output will do
 * @param exit the expected exit code; null when any will do (or any but 0, with {@link Matcher#FAILURE})
 */
public record Expectation(
        Matcher matcher, @Nullable String text, @Nullable Integer exit) {
    /** Judges the output as it was shown, or standard output alone if only that fits. */
    public Verdict judge(Observation seen, Map<String, String> variables) {
        Verdict code = judgeExit(seen, variables);
        if (!code.passed()) {
            return code;
        }
        String expected = text;
        if (expected == null) {
            return code;
        }
        Verdict shown = matcher.judge(expected, seen.shown(), variables);
        // What must not occur must occur on neither stream; everywhere else a warning on stderr is no harm.
        if (shown.passed() || matcher == Matcher.NOT_CONTAINS) {
            return shown;
        }
        Verdict out = matcher.judge(expected, seen.out(), variables);
        return out.passed() || seen.shown().isBlank() ? out : shown;
    }

    private Verdict judgeExit(Observation seen, Map<String, String> variables) {
        Integer code = exit;
        String expected = text == null ? "" : TextPattern.filled(text, variables);
        if (code == null && matcher == Matcher.FAILURE && seen.exit() == 0) {
            return Verdict.fail("the command was to fail, but its exit code is 0", expected, seen.shown(), List.of());
        }
        if (code != null && code != seen.exit()) {
            return Verdict.fail("the exit code is " + seen.exit() + ", not " + code, expected, seen.shown(), List.of());
        }
        return Verdict.pass(expected, seen.shown(), Map.of());
    }

    /** The names that the placeholders of the text capture. */
    public List<String> captures() {
        String expected = text;
        return expected == null ? List.of() : TextPattern.names(expected);
    }
}
