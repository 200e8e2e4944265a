package lab.kubectl.pods;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kubectl.Call;

/**
 * The log of one container on its way to stdout.
 *
 * @param prefix what stands before each line, empty for none
 */
record LogStream(Request request, String prefix) {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration TURN = Duration.ofMillis(100);

    void copy(Call call) {
        if (request.parameter("follow") == null) {
            print(call, call.client().send(request).asText(""));
            return;
        }
        try (Feed feed = call.client().open(request)) {
            while (!feed.ended()) {
                JsonNode piece = feed.next(LONG);
                if (piece != null) {
                    print(call, piece.asText(""));
                }
                call.environment().checkInterrupted();
            }
        }
    }

    /** Follows several logs, each in turn. */
    static void together(Call call, List<LogStream> streams) {
        List<Feed> feeds = new ArrayList<>();
        try {
            streams.forEach(stream -> feeds.add(call.client().open(stream.request())));
            while (feeds.stream().anyMatch(feed -> !feed.ended())) {
                for (int i = 0; i < feeds.size(); i++) {
                    JsonNode piece = feeds.get(i).ended() ? null : feeds.get(i).next(TURN);
                    if (piece != null) {
                        streams.get(i).print(call, piece.asText(""));
                    }
                }
                call.environment().checkInterrupted();
            }
        } finally {
            feeds.forEach(Feed::close);
        }
    }

    private void print(Call call, String text) {
        if (prefix.isEmpty() || text.isEmpty()) {
            call.out().print(text);
            return;
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        call.out().print(prefix + body.replace("\n", "\n" + prefix) + (text.endsWith("\n") ? "\n" : ""));
    }
}
