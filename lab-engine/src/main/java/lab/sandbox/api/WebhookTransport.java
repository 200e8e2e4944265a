package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** How the API server reaches an admission webhook. */
public interface WebhookTransport {
    /** The webhook did not answer; the message is the cause in the API server's words, such as {@code dial tcp …: connect: connection refused}. */
    final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        public Unreachable(String cause) {
            super(cause, null, false, false);
        }
    }

    /**
     * Posts an AdmissionReview.
     *
     * @param clientConfig the webhook's {@code clientConfig} (service or url)
     * @param review the request as {@code admission.k8s.io/v1}
     * @return the review with its {@code response}
     */
    JsonNode call(JsonNode clientConfig, JsonNode review, Duration timeout) throws Unreachable;
}
