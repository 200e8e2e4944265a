package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A stream of answers: the events of a watch ({@code {"type","object"}}), or the pieces of a followed log (text). */
public interface Feed extends AutoCloseable {
    /**
     * The next item. Waiting moves the sandbox's clock from event to event; on a real cluster it takes real time.
     *
     * @param atMost how long to wait
     * @return null when nothing came in that time, or when the server ended the stream ({@link #ended()})
     * @throws lab.shell.Interrupted when the learner pressed Ctrl-C
     */
    @Nullable
    JsonNode next(Duration atMost);

    boolean ended();

    @Override
    void close();
}
