package lab.sandbox.node;

import java.time.Duration;
import java.util.List;
import lab.sandbox.node.http.HttpRequest;
import lab.sandbox.node.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The way of a plain HTTP request from a process on the node to whoever answers it. */
interface HttpPath {
    /** Why no response came. */
    enum Failure {
        NONE,
        REFUSED,
        NO_ANSWER,
        RESET,
        EMPTY_REPLY
    }

    /**
     * How a request ended.
     *
     * @param took until the response or the failure
     * @param notes what the sandbox must say about itself, such as rules that are stored but not followed
     */
    record Outcome(@Nullable HttpResponse response, Failure failure, Duration took, List<String> notes) {
        public Outcome {
            notes = List.copyOf(notes);
        }

        static Outcome failed(Failure failure, Duration took) {
            return new Outcome(null, failure, took, List.of());
        }

        static Outcome answered(HttpResponse response, Duration took) {
            return new Outcome(response, Failure.NONE, took, List.of());
        }
    }

    /** Sends a request to an address; who listens there, and what is between, is the path's business. */
    Outcome send(Caller from, String address, int port, HttpRequest request);
}
