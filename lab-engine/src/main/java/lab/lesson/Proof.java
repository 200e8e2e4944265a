package lab.lesson;

import org.jspecify.annotations.Nullable;

/**
 * How verify finds out which answer is right.
 *
 * @param command run for the proof; null to look at the output of the step {@code after}
 * @param after the step after which to look; null for the next console step
 */
public record Proof(
        int line, @Nullable String command, @Nullable String after) {}
