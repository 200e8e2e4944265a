package lab.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Compares what two clusters answered to one command, after masking what may differ. */
// The same as conformance/tools/compare.py beside the checkout, with the same masks.json.
final class Comparer {
    private static final Pattern NUMBER = Pattern.compile("#\\d+>");

    private final List<Mask> masks;

    Comparer(List<Mask> masks) {
        this.masks = masks;
    }

    static Comparer standard() {
        try {
            List<Mask> masks = new ArrayList<>();
            new ObjectMapper().readTree(Recordings.resource("masks.json")).forEach(mask -> masks.add(Mask.read(mask)));
            return new Comparer(masks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("masks.json is not JSON", e);
        }
    }

    /** The differing lines as {@code diff -u} shows them; empty when the answers are equal. */
    List<String> differences(Answer real, Answer lab) {
        List<String> expected = lines(real, real.unordered());
        List<String> actual = lines(lab, real.unordered());
        if (expected.equals(actual)) {
            return List.of();
        }
        return UnifiedDiffUtils.generateUnifiedDiff("real", "lab", expected, DiffUtils.diff(expected, actual), 1);
    }

    private List<String> lines(Answer answer, boolean unordered) {
        MaskedText masked = new MaskedText(masks);
        List<String> lines = new ArrayList<>(masked.lines(SortedJson.orAsItIs(answer.out())));
        lines.add("--stderr--");
        lines.addAll(masked.lines(answer.err()));
        lines.add("--exit " + answer.exit());
        return unordered
                ? lines.stream()
                        .map(line -> NUMBER.matcher(line).replaceAll(">"))
                        .sorted()
                        .toList()
                : lines;
    }
}
