package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Api;
import lab.kube.HumanDuration;
import lab.kube.Request;
import lab.kube.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a describer may ask beside the object itself.
 *
 * @param showEvents false with {@code --show-events=false}
 */
record Source(Api api, Instant now, boolean showEvents) {
    /** The object at a path; null if the server refuses. */
    @Nullable
    JsonNode get(String path) {
        Response response = api.send(Request.get(path));
        return response.ok() ? response.body() : null;
    }

    /** The items of a list; null if the server refuses. */
    @Nullable
    List<JsonNode> list(String path, String parameter, String value) {
        Request request = Request.get(path);
        Response response = api.send(value.isEmpty() ? request : request.with(parameter, value));
        if (!response.ok()) {
            return null;
        }
        List<JsonNode> items = new ArrayList<>();
        response.body().path("items").forEach(items::add);
        return items;
    }

    /** The objects of a namespace that a label selector matches; none if the server refuses. */
    List<JsonNode> selected(String path, String labelSelector) {
        List<JsonNode> items = list(path, "labelSelector", labelSelector);
        return items == null ? List.of() : items;
    }

    String age(JsonNode timestamp) {
        return HumanDuration.since(timestamp.asText(""), now);
    }
}
