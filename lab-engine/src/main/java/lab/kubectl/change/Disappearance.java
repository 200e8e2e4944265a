package lab.kubectl.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;

/** Waits until deleted objects are gone. */
// models kubectl pkg/cmd/wait/delete.go IsDeleted@1.34
final class Disappearance {
    private static final Duration FOREVER = Duration.ofDays(7);

    private final Call call;

    Disappearance(Call call) {
        this.call = call;
    }

    /** @param deleted the objects and the uid each had, empty if unknown */
    void await(Map<Info, String> deleted) {
        Duration timeout = call.flags().duration("timeout");
        Instant end = call.environment().time().now().plus(timeout.isZero() ? FOREVER : timeout);
        deleted.forEach((info, uid) -> await(info, uid, end));
    }

    private void await(Info info, String uid, Instant end) {
        Response now = call.client().answer(Request.get(info.path()));
        if (now.code() == 404 || isOther(now.body(), uid)) {
            return;
        }
        Request watch = Request.get(info.type().path(info.namespace()))
                .with("fieldSelector", "metadata.name=" + info.name())
                .with("resourceVersion", Tree.text(now.body(), "metadata.resourceVersion"))
                .with("watch", "true");
        try (Feed feed = call.client().open(watch)) {
            while (!feed.ended()) {
                Duration left = Duration.between(call.environment().time().now(), end);
                if (left.isNegative() || left.isZero()) {
                    throw timeout(info);
                }
                JsonNode event = feed.next(left);
                call.environment().checkInterrupted();
                if (event == null) {
                    if (feed.ended()) {
                        break;
                    }
                    throw timeout(info);
                }
                if (event.path("type").asText().equals("DELETED") || isOther(event.path("object"), uid)) {
                    return;
                }
            }
        }
    }

    private static boolean isOther(JsonNode object, String uid) {
        return !uid.isEmpty() && !Tree.text(object, "metadata.uid").equals(uid);
    }

    private static KubectlFailure timeout(Info info) {
        return new KubectlFailure(
                "timed out waiting for the condition on " + info.type().resource() + "/" + info.name());
    }
}
