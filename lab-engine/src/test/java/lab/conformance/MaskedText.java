package lab.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of one command's answer, masked; values are numbered in the order of their appearance in that answer. */
final class MaskedText {
    // What Python's str.splitlines takes for the end of a line.
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\u000b\f\r\u001c-\u001e\u0085\u2028\u2029]");
    private static final Pattern GAP = Pattern.compile("(?<=\\S) {2,}");

    private final List<Mask> masks;
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();

    MaskedText(List<Mask> masks) {
        this.masks = masks;
    }

    List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(LINE_END.split(text, -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines.stream().filter(line -> !dropped(line)).map(this::line).toList();
    }

    private boolean dropped(String line) {
        return masks.stream()
                .anyMatch(mask -> mask.drop() && mask.pattern().matcher(line).lookingAt());
    }

    private String line(String line) {
        String masked = line;
        for (Mask mask : masks) {
            if (!mask.drop()) {
                masked = mask.pattern()
                        .matcher(masked)
                        .replaceAll(match -> Matcher.quoteReplacement(replacement(mask, match)));
            }
        }
        return GAP.matcher(masked).replaceAll("  ").stripTrailing();
    }

    private String replacement(Mask mask, MatchResult match) {
        String whole = match.group();
        int from = match.start(mask.group()) - match.start();
        int to = match.end(mask.group()) - match.start();
        return whole.substring(0, from) + tag(mask, whole.substring(from, to)) + whole.substring(to);
    }

    private String tag(Mask mask, String value) {
        if (mask.free()) {
            return "<" + mask.name() + ">";
        }
        Map<String, Integer> seen = numbers.computeIfAbsent(mask.name(), name -> new HashMap<>());
        Integer number = seen.get(value);
        if (number == null) {
            number = seen.size() + 1;
            seen.put(value, number);
        }
        return "<" + mask.name() + "#" + number + ">";
    }
}
