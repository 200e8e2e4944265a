package lab.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import lab.kube.Request;
import lab.kube.Status;

/**
 * The part of a list that {@code limit} and {@code continue} ask for.
 *
 * @param token where the next part begins, empty at the end
 */
record Page(List<ObjectNode> items, String version, long remaining, String token) {
    static Page of(Request request, List<ObjectNode> all, long version) {
        List<ObjectNode> items = all;
        String asked = request.parameter("continue");
        if (asked != null && !asked.isEmpty()) {
            String after = decode(asked);
            items = items.stream()
                    .filter(object -> ApiServer.key(object).compareTo(after) > 0)
                    .toList();
        }
        String limit = request.parameter("limit");
        int most = limit == null || !limit.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(limit);
        if (most == 0 || items.size() <= most) {
            return new Page(items, Long.toString(version), 0, "");
        }
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ApiServer.key(items.get(most - 1)).getBytes(StandardCharsets.UTF_8));
        return new Page(items.subList(0, most), Long.toString(version), items.size() - most, token);
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.with(Status.badRequest("continue key is not valid: " + e.getMessage()));
        }
    }

    void describe(ObjectNode metadata) {
        metadata.put("resourceVersion", version);
        if (!token.isEmpty()) {
            metadata.put("continue", token).put("remainingItemCount", remaining);
        }
    }
}
