package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Api;
import lab.kube.Request;
import lab.kube.Response;
import lab.shell.Invocation;
import lab.shell.Output;
import lab.shell.pflag.Flags;
import org.jspecify.annotations.Nullable;

/** One call of a command: its flags and arguments, the cluster, the streams. */
record Call(Invocation invocation, Flags flags, Api api) {
    List<String> arguments() {
        return flags.arguments();
    }

    Output out() {
        return invocation.out();
    }

    Output err() {
        return invocation.err();
    }

    /** {@code -n}, or the context's namespace. */
    String namespace() {
        String given = flags.text("namespace");
        return given.isEmpty() ? "default" : given;
    }

    String istioNamespace() {
        return flags.text("istioNamespace");
    }

    /** The objects of a collection; none if there is no such collection. */
    List<JsonNode> list(String path, @Nullable String labelSelector) {
        Request request = Request.get(path);
        Response response = api.send(labelSelector == null ? request : request.with("labelSelector", labelSelector));
        if (!response.ok()) {
            if (response.code() == 404) {
                return List.of();
            }
            throw new IstioctlFailure(response.body().path("message").asText());
        }
        List<JsonNode> items = new ArrayList<>();
        response.body().path("items").forEach(items::add);
        return items;
    }

    /** One object, or null if it is not there. */
    @Nullable
    ObjectNode find(String path) {
        Response response = api.send(Request.get(path));
        return response.ok() && response.body() instanceof ObjectNode object ? object : null;
    }
}
