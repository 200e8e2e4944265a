package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import lab.kube.Api;
import lab.kube.ApiFailure;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.shell.Invocation;

/** Talks to the API server for one command: prints each warning once, turns refusals into {@link ServerFailure}. */
public final class Client {
    private final Api api;
    private final Invocation call;
    private final String impersonated;
    private final Duration limit;
    private final Set<String> warned = new HashSet<>();

    /** @param limit how long a watch or a followed log may take; zero means forever */
    Client(Api api, Invocation call, String impersonated, Duration limit) {
        this.api = api;
        this.call = call;
        this.impersonated = impersonated;
        this.limit = limit;
    }

    public JsonNode get(String path) {
        return send(Request.get(path));
    }

    /** @throws ServerFailure when the server refuses */
    public JsonNode send(Request request) {
        Response response = answer(request);
        if (!response.ok()) {
            throw new ServerFailure(response.body());
        }
        return response.body();
    }

    /** The whole answer, refusals too. */
    public Response answer(Request request) {
        Response response = api.send(dressed(request));
        for (String warning : response.warnings()) {
            if (warned.add(warning)) {
                call.err().println("Warning: " + warning);
            }
        }
        return response;
    }

    /** Opens a watch or a followed log. */
    public Feed open(Request request) {
        try {
            Feed feed = api.open(dressed(request));
            return limit.isZero()
                    ? feed
                    : new TimedFeed(feed, call.environment().time(), limit);
        } catch (ApiFailure failure) {
            throw new ServerFailure(failure.response().body());
        }
    }

    /** How many different warnings the server has sent. */
    int warnings() {
        return warned.size();
    }

    public Api api() {
        return api;
    }

    /** The request as this client sends it. */
    public Request dressed(Request request) {
        Request dressed = request.withHeader("user-agent", "kubectl/v1.34.0 (linux/amd64) kubernetes/f28b4c9");
        if (!dressed.headers().containsKey("accept")) {
            dressed = dressed.withHeader("accept", "application/json");
        }
        return impersonated.isEmpty() ? dressed : dressed.withHeader("impersonate-user", impersonated);
    }
}
