package lab.kube;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Ages as kubectl prints them. Models staging/src/k8s.io/apimachinery/pkg/util/duration/duration.go@1.34. */
public final class HumanDuration {
    private HumanDuration() {}

    /** Such as {@code 5s}, {@code 2m30s}, {@code 3h}, {@code 2d4h}; rounded down the longer it is. */
    public static String of(Duration duration) {
        long seconds = duration.toMillis() / 1000;
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds < 0) {
            return "0s";
        }
        long minutes = seconds / 60;
        long hours = seconds / 3600;
        if (seconds < 60 * 2) {
            return seconds + "s";
        }
        if (minutes < 10) {
            return with(minutes, "m", seconds % 60, "s");
        }
        if (minutes < 60 * 3) {
            return minutes + "m";
        }
        if (hours < 8) {
            return with(hours, "h", minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        if (hours < 24 * 8) {
            return with(hours / 24, "d", hours % 24, "h");
        }
        if (hours < 24 * 365 * 2) {
            return hours / 24 + "d";
        }
        long years = hours / 24 / 365;
        if (hours < 24 * 365 * 8) {
            return with(years, "y", hours / 24 % 365, "d");
        }
        return years + "y";
    }

    /** The age of something made at an RFC 3339 time; {@code <unknown>} when there is none. */
    public static String since(String timestamp, Instant now) {
        if (timestamp.isEmpty()) {
            return "<unknown>";
        }
        try {
            return of(Duration.between(OffsetDateTime.parse(timestamp).toInstant(), now));
        } catch (DateTimeParseException e) {
            return "<invalid>";
        }
    }

    private static String with(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + largeUnit : large + largeUnit + small + smallUnit;
    }
}
