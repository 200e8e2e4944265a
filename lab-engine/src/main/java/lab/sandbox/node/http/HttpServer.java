package lab.sandbox.node.http;

import java.time.Duration;
import java.time.Instant;

/** Something in a container that answers requests. */
public interface HttpServer {
    /** A response, and how long the server took for it. */
    record Answer(HttpResponse response, Duration took) {}

    /**
     * Answers.
     *
     * @param peer the client's address and port as the server's socket has them
     */
    Answer answer(HttpRequest request, String peer, Instant now);
}
