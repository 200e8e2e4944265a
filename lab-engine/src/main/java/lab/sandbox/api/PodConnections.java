package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Streams;

/** What the API server asks of a node's kubelet: logs and commands in containers. The node implements it. */
public interface PodConnections {
    /** {@code GET …/pods/NAME/log}: text, or a Status in the kubelet's words. The container is named or the only one. */
    Response log(JsonNode pod, String container, Request request);

    /** The same with {@code follow=true}. */
    Feed followLog(JsonNode pod, String container, Request request);

    /** {@code exec}: the Status that ends it. */
    Response exec(JsonNode pod, String container, List<String> command, boolean tty, Streams streams);
}
