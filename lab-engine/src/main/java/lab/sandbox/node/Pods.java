package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** The pods that the node runs, in the order in which they came. */
final class Pods {
    private static final int FIRST_PID = 2100;

    private final SandboxState state;
    private final List<PodSandbox> all = new ArrayList<>();
    private int nextPid = FIRST_PID;

    Pods(SandboxState state) {
        this.state = state;
    }

    /** Process ids grow; in between are those of shims and of processes that nobody sees. */
    int newPid() {
        nextPid += 23 + state.nextInt(40);
        return nextPid;
    }

    List<PodSandbox> all() {
        return all;
    }

    PodSandbox add(JsonNode pod, String ip) {
        JsonNode metadata = pod.path("metadata");
        PodSandbox sandbox = new PodSandbox(
                state.hex(64),
                metadata.path("uid").asText(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText(),
                ip,
                pod.path("spec").path("hostNetwork").asBoolean(),
                newPid(),
                state.now());
        all.add(sandbox);
        return sandbox;
    }

    void remove(JsonNode pod) {
        String uid = pod.path("metadata").path("uid").asText();
        all.removeIf(sandbox -> sandbox.uid.equals(uid));
    }

    @Nullable
    PodSandbox of(JsonNode pod) {
        String uid = pod.path("metadata").path("uid").asText();
        return first(sandbox -> sandbox.uid.equals(uid));
    }

    @Nullable
    PodSandbox atIp(String ip) {
        return first(sandbox -> sandbox.ip.equals(ip) && !sandbox.hostNetwork);
    }

    /** The pod to which the process belongs: its pause process or one of a running container. */
    @Nullable
    PodSandbox ofPid(int pid) {
        return first(sandbox -> sandbox.pid == pid
                || sandbox.containers.stream().anyMatch(container -> container.running() && container.pid == pid));
    }

    private @Nullable PodSandbox first(Predicate<PodSandbox> wanted) {
        return all.stream().filter(wanted).findFirst().orElse(null);
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode().put("nextPid", nextPid);
        ArrayNode pods = saved.putArray("pods");
        all.forEach(pod -> pods.add(pod.save()));
        return saved;
    }

    void load(JsonNode saved) {
        nextPid = saved.path("nextPid").asInt(FIRST_PID);
        all.clear();
        saved.path("pods").forEach(pod -> all.add(PodSandbox.load(pod, state::now)));
    }
}
