package lab.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How an expected text is compared with an actual one. The names are those of istio.io's tests
 * (tests/util/verify.sh), {@code json} comes from scrut.
 */
public enum Matcher {
    /** Equal, apart from spaces at line ends and empty lines at the end. */
    SAME("not the same text"),
    /** Occurs in it. */
    CONTAINS("the output does not contain this"),
    /** Does not occur in it. */
    NOT_CONTAINS("the output contains what it must not"),
    /** Equal where the author wrote text: {@code ...} stands for anything, a run of spaces for any other. */
    ELIDED("the output differs"),
    /** The regular expression is found in it. */
    REGEX("the output does not match the regular expression"),
    /** The first line fits. */
    FIRST_LINE("the first line differs"),
    /** The same lines and words, where generated parts (pod hashes, addresses, ages, times) may differ. */
    LIKE("the output is not like this"),
    /** Each line occurs somewhere, whole; a line after {@code "- "} does not. */
    LINES("lines are missing, or there that must not be"),
    /** The command fails; its output contains the text. */
    FAILURE("the command was to fail with this"),
    /** As JSON: the expected members are there with these values; more may be. */
    JSON("the JSON differs");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String reason;

    Matcher(String reason) {
        this.reason = reason;
    }

    /** The name as authors write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Matcher> named(String word) {
        return Arrays.stream(values()).filter(m -> m.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Matcher::word).toList();
    }

    /** What an author did wrong in an expected text; empty if nothing. */
    public Optional<String> problem(String expected) {
        try {
            if (this == REGEX) {
                Pattern.compile(expected);
            } else if (this == JSON) {
                MAPPER.readTree(expected);
            }
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("not a regular expression: " + e.getDescription() + " at column " + (e.getIndex() + 1));
        } catch (JsonProcessingException e) {
            return Optional.of("not JSON: " + e.getOriginalMessage());
        }
    }

    /** @param variables what {@code $name} in the expected text stands for */
    public Verdict judge(String expected, String actual, Map<String, String> variables) {
        String filled = TextPattern.filled(expected, variables);
        Optional<Map<String, String>> captures = compare(expected, filled, actual, variables);
        if (captures.isPresent()) {
            return Verdict.pass(filled, actual, captures.get());
        }
        return switch (this) {
            case SAME, ELIDED ->
                Verdict.fail(reason, filled, actual, Differences.ofPattern(expected, actual, variables));
            case FIRST_LINE ->
                Verdict.fail(reason, filled, first(actual), Differences.ofPattern(expected, first(actual), variables));
            case LIKE -> Verdict.fail(reason, filled, actual);
            case LINES -> Verdict.fail(reason, filled, actual, LinesMatch.marks(expected, actual, variables));
            default -> Verdict.fail(reason, filled, actual, List.of());
        };
    }

    private Optional<Map<String, String>> compare(
            String expected, String filled, String actual, Map<String, String> variables) {
        return switch (this) {
            case SAME ->
                Optional.ofNullable(TextPattern.text(expected, false, variables).captures(actual));
            case ELIDED ->
                Optional.ofNullable(TextPattern.text(expected, true, variables).captures(actual));
            case CONTAINS, FAILURE ->
                Optional.ofNullable(TextPattern.line(String.join("\n", TextPattern.lines(expected)), variables)
                        .capturesWithin(actual));
            case NOT_CONTAINS ->
                TextPattern.line(String.join("\n", TextPattern.lines(expected)), variables)
                                        .capturesWithin(actual)
                                == null
                        ? Optional.of(Map.of())
                        : Optional.empty();
            case FIRST_LINE ->
                Optional.ofNullable(TextPattern.line(first(expected), variables).capturesLine(first(actual)));
            case REGEX ->
                Pattern.compile(expected.strip(), Pattern.MULTILINE)
                                .matcher(actual)
                                .find()
                        ? Optional.of(Map.of())
                        : Optional.empty();
            case LIKE -> Likeness.alike(filled, actual) ? Optional.of(Map.of()) : Optional.empty();
            case LINES -> LinesMatch.captures(expected, actual, variables);
            case JSON -> jsonFits(filled, actual) ? Optional.of(Map.of()) : Optional.empty();
        };
    }

    private static String first(String text) {
        List<String> lines = TextPattern.lines(text);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    private static boolean jsonFits(String expected, String actual) {
        try {
            return fits(MAPPER.readTree(expected), MAPPER.readTree(actual));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean fits(JsonNode want, JsonNode have) {
        if (want.isTextual() && want.asText().equals("...")) {
            return !have.isMissingNode();
        }
        if (want.isObject()) {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            want.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            return have.isObject()
                    && members.entrySet().stream().allMatch(m -> fits(m.getValue(), have.path(m.getKey())));
        }
        if (want.isArray()) {
            if (!have.isArray() || have.size() != want.size()) {
                return false;
            }
            for (int i = 0; i < want.size(); i++) {
                if (!fits(want.get(i), have.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (want.isNumber() && have.isNumber()) {
            return want.decimalValue().compareTo(have.decimalValue()) == 0;
        }
        return want.equals(have);
    }
}
