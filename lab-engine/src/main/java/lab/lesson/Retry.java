package lab.lesson;

import java.time.Duration;

/**
 * How long to try again until an expectation holds.
 *
 * @param limit zero for one try
 * @param consecutive how many tries in a row must hold
 */
public record Retry(Duration limit, int consecutive) {
    public static final Retry NONE = new Retry(Duration.ZERO, 1);
}
