package lab.kube;

/** The server refused to open a stream; the answer says why, as a {@code Status}. */
public final class ApiFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Response response;

    public ApiFailure(Response response) {
        super(response.body().path("message").asText(), null, false, false);
        this.response = response;
    }

    public Response response() {
        return response;
    }
}
