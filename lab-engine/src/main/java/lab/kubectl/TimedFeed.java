package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import lab.kube.Feed;
import lab.shell.Time;
import org.jspecify.annotations.Nullable;

/** A stream that ends when {@code --request-timeout} has passed. */
final class TimedFeed implements Feed {
    private final Feed feed;
    private final Time time;
    private final Instant deadline;

    TimedFeed(Feed feed, Time time, Duration limit) {
        this.feed = feed;
        this.time = time;
        deadline = time.now().plus(limit);
    }

    @Override
    public @Nullable JsonNode next(Duration atMost) {
        Duration left = left();
        return left.isZero() ? null : feed.next(left.compareTo(atMost) < 0 ? left : atMost);
    }

    @Override
    public boolean ended() {
        return feed.ended() || left().isZero();
    }

    private Duration left() {
        Duration left = Duration.between(time.now(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public void close() {
        feed.close();
    }
}
