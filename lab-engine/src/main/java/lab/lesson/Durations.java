package lab.lesson;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lengths of time as authors write them: {@code 30s}, {@code 2m}. */
final class Durations {
    private Durations() {}

    static Retry retry(@Nullable String limit, @Nullable String consecutive, int line, Problems problems) {
        int times = 1;
        if (consecutive != null) {
            if (consecutive.matches("[1-9]\\d{0,2}")) {
                times = Integer.parseInt(consecutive);
            } else {
                problems.at(line, "\"consecutive\" is a number from 1, not \"" + consecutive + "\"");
            }
            if (limit == null) {
                problems.at(line, "\"consecutive\" needs \"retry\", such as retry=60s");
            }
        }
        if (limit == null) {
            return Retry.NONE;
        }
        if (!limit.matches("\\d{1,4}[sm]")) {
            problems.at(line, "\"retry\" is a time such as 30s or 2m, not \"" + limit + "\"");
            return Retry.NONE;
        }
        long number = Long.parseLong(limit.substring(0, limit.length() - 1));
        return new Retry(limit.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number), times);
    }
}
