package lab.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.ApiFailure;
import lab.kube.Status;

/** Ends the handling of a request with a {@code Status}. */
final class Refusal {
    private Refusal() {}

    static ApiFailure with(ObjectNode status) {
        return new ApiFailure(Status.response(status));
    }
}
