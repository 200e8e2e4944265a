package lab.shell.pflag;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of flags as Go's strconv and time read them, and their words for what is wrong. */
public final class FlagValue {
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([a-zµ]*)");

    private FlagValue() {}

    static @Nullable String problem(Flag.Kind kind, String value) {
        return switch (kind) {
            case BOOL ->
                TRUE.contains(value) || FALSE.contains(value)
                        ? null
                        : "strconv.ParseBool: parsing \"" + value + "\": invalid syntax";
            case INT ->
                value.matches("[+-]?(0[xX][0-9a-fA-F]+|\\d+)")
                        ? null
                        : "strconv.ParseInt: parsing \"" + value + "\": invalid syntax";
            case DURATION -> durationProblem(value);
            default -> null;
        };
    }

    private static @Nullable String durationProblem(String value) {
        String digits = value.replaceFirst("^[+-]", "");
        if (digits.equals("0")) {
            return null;
        }
        Matcher part = PART.matcher(digits);
        int end = 0;
        while (end < digits.length() && part.find(end) && part.start() == end) {
            String unit = part.group(2);
            if (unit.isEmpty()) {
                return "time: missing unit in duration \"" + value + "\"";
            }
            if (!NANOS.containsKey(unit)) {
                return "time: unknown unit \"" + unit + "\" in duration \"" + value + "\"";
            }
            end = part.end();
        }
        return end == digits.length() && end > 0 ? null : "time: invalid duration \"" + value + "\"";
    }

    static boolean bool(String value) {
        return TRUE.contains(value);
    }

    public static boolean isDuration(String value) {
        return durationProblem(value) == null;
    }

    public static Duration duration(String value) {
        boolean negative = value.startsWith("-");
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(value);
        while (part.find()) {
            long unit = NANOS.getOrDefault(part.group(2), 0L);
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
        }
        Duration duration = Duration.ofNanos(nanos.longValue());
        return negative ? duration.negated() : duration;
    }
}
