package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lab.kube.Feed;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** A log that is followed: what is there, then each new line, until the container ends. */
final class FollowedLog implements Feed {
    // The kubelet's --streaming-connection-idle-timeout.
    private static final Duration IDLE = Duration.ofHours(4);

    private final ContainerLogs logs;
    private final SandboxState state;
    private final NodeContainer container;
    private final boolean timestamps;
    private @Nullable String first;
    private int seen;
    private boolean closed;

    FollowedLog(ContainerLogs logs, SandboxState state, NodeContainer container, String first, boolean timestamps) {
        this.logs = logs;
        this.state = state;
        this.container = container;
        this.first = first;
        this.timestamps = timestamps;
        this.seen = logs.written(container).size();
    }

    @Override
    public @Nullable JsonNode next(Duration atMost) {
        if (first != null) {
            String text = first;
            first = null;
            if (!text.isEmpty()) {
                return TextNode.valueOf(text);
            }
        }
        Instant since = state.now();
        Instant limit = since.plus(atMost.compareTo(IDLE) > 0 ? IDLE : atMost);
        while (!ended()) {
            List<LogEntry> written = logs.written(container);
            if (written.size() > seen) {
                String text = ContainerLogs.text(written.subList(seen, written.size()), timestamps);
                seen = written.size();
                return TextNode.valueOf(text);
            }
            if (!container.running()) {
                closed = true;
                return null;
            }
            if (!wait(since, limit)) {
                closed |= !state.now().isBefore(since.plus(IDLE));
                return null;
            }
        }
        return null;
    }

    /** Moves the clock to the next line or event, whichever comes first. */
    private boolean wait(Instant since, Instant limit) {
        Instant now = state.now();
        Instant line = container.log.stream()
                .map(LogEntry::time)
                .filter(time -> time.isAfter(now))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        boolean lineFirst = line.isBefore(limit);
        return state.await(since, lineFirst ? line : limit) || lineFirst;
    }

    @Override
    public boolean ended() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
