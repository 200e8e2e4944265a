package lab.lesson;

import java.util.List;
import lab.check.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * An assertion on the cluster, a command's outcome or a file.
 *
 * @param says what to tell a learner when it does not hold; may be empty
 */
public record Check(int line, String says, Retry retry, Assertion assertion) {
    public sealed interface Assertion {}

    /** How many; both ends included. */
    public record Count(int least, int most) {
        @Override
        public String toString() {
            return least == most
                    ? Integer.toString(least)
                    : most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
        }
    }

    /**
     * Objects of the API.
     *
     * @param kind as kubectl takes it: {@code deployment}, {@code svc}
     * @param name null for all that the selector selects
     * @param jsonpath kubectl's template, such as {@code {.spec.replicas}}
     */
    public record OfObject(
            String kind,
            @Nullable String name,
            @Nullable String namespace,
            @Nullable String selector,
            boolean exists,
            @Nullable Count count,
            @Nullable String jsonpath,
            List<Expectation> values)
            implements Assertion {
        public OfObject {
            values = List.copyOf(values);
        }
    }

    /**
     * Pods that are not being deleted; every one of them must be so.
     *
     * @param ready as kubectl's column shows it, such as {@code 2/2}
     * @param proxy whether there is a container istio-proxy
     */
    public record OfPods(
            String selector,
            @Nullable String namespace,
            @Nullable Count count,
            @Nullable String ready,
            @Nullable Boolean proxy,
            @Nullable String phase)
            implements Assertion {}

    /** A command, run in a shell of its own in the workspace. */
    public record OfCommand(String command, List<Expectation> expectations) implements Assertion {
        public OfCommand {
            expectations = List.copyOf(expectations);
        }
    }

    /** A file of the workspace. */
    public record OfFile(String path, boolean exists, List<Expectation> contents) implements Assertion {
        public OfFile {
            contents = List.copyOf(contents);
        }
    }
}
