package lab.kube;

/**
 * A Kubernetes API server as its clients see it: a request in, an answer out. The same whether the server is the
 * sandbox's own (in process) or a real one (HTTPS).
 */
public interface Api {
    /** Everything that has one answer. Refusals are answers too: a {@code Status} object with its code. */
    Response send(Request request);

    /**
     * A watch ({@code watch=true}) or a followed log ({@code follow=true}).
     *
     * @throws ApiFailure when the server refuses it
     */
    Feed open(Request request);

    /**
     * {@code exec} or {@code attach} in a container; returns when the command has ended.
     *
     * @return the {@code Status} that the server sends last: Success, or NonZeroExitCode with the code as a cause
     */
    Response exec(Request request, Streams streams);
}
