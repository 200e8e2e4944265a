package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import lab.kube.Api;
import lab.kube.ApiFailure;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.shell.Output;

/** Talks to the API server for one command: prints each warning once, turns refusals into {@link ServerFailure}. */
public final class Client {
    private final Api api;
    private final Output err;
    private final String impersonated;
    private final Set<String> warned = new HashSet<>();

    Client(Api api, Output err, String impersonated) {
        this.api = api;
        this.err = err;
        this.impersonated = impersonated;
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
                err.println("Warning: " + warning);
            }
        }
        return response;
    }

    /** Opens a watch or a followed log. */
    public Feed open(Request request) {
        try {
            return api.open(dressed(request));
        } catch (ApiFailure failure) {
            throw new ServerFailure(failure.response().body());
        }
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
