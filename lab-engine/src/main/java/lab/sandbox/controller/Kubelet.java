package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lab.sandbox.api.ApiServer;
import lab.sandbox.api.Change;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Runs the pods that are bound to the node, and reports on them. */
// models pkg/kubelet@1.34
public final class Kubelet implements SandboxState.Part {
    private static final String SANDBOX = "kubelet-sandbox";
    private static final String EXIT = "kubelet-exit";

    private final SandboxState state;
    private final Objects objects;
    private final ContainerRuntime runtime;
    private final KubeletEvents events;
    private final AddressPool addresses;
    private final WorkQueue queue;
    private final ContainerStarter starter;
    private final Probes probes;
    private final PodStop stop;
    private final Map<String, PodRecord> records = new TreeMap<>();

    Kubelet(SandboxState state, Objects objects, EventRecorder recorder, ContainerRuntime runtime) {
        this.state = state;
        this.objects = objects;
        this.runtime = runtime;
        this.events = new KubeletEvents(recorder);
        this.addresses = new AddressPool(state);
        this.queue = new WorkQueue(state, "kubelet", Timings.POD_SEEN, this::sync);
        Callbacks callbacks = new Callbacks();
        this.starter = new ContainerStarter(state, objects, runtime, events, callbacks);
        this.probes = new Probes(state, objects, runtime, callbacks);
        this.stop = new PodStop(state, objects, runtime, events, this);
        state.part("kubelet", this);
        state.handle(SANDBOX, payload -> makeSandbox(payload.asText()));
        state.handle(EXIT, this::exitDue);
        objects.subscribe(Kind.POD, this::podChanged);
    }

    private void podChanged(Change change) {
        JsonNode pod = change.object();
        JsonNode before = change.before();
        if (Pods.node(pod).isEmpty()) {
            return;
        }
        if (change.type() == Change.Type.DELETED) {
            removed(pod);
        } else if (before == null
                || !before.path("spec").equals(pod.path("spec"))
                || Meta.isDeleted(before) != Meta.isDeleted(pod)) {
            queue.add(ApiServer.key(pod));
        }
    }

    @Nullable
    PodRecord record(String uid) {
        return records.get(uid);
    }

    /** The process of a container has ended, by itself or because somebody killed it. */
    public void containerExited(String podUid, String container, int code) {
        end(podUid, container, code, code == 0 ? "Completed" : "Error", null);
    }

    void end(String podUid, String container, int code, String reason, @Nullable String message) {
        PodRecord record = records.get(podUid);
        JsonNode pod = record == null ? null : objects.find(Kind.POD, record.key());
        if (record == null || pod == null || !record.container(container).isRunning()) {
            return;
        }
        ContainerRecord known = record.container(container);
        known.exited(code, reason, message, state.now());
        runtime.stopped(pod, container, known.id());
        if (Meta.isDeleted(pod) || record.flag("ending")) {
            stop.exited(pod, record);
        } else {
            look(record);
        }
    }

    private void exitDue(JsonNode payload) {
        PodRecord record = records.get(payload.path("uid").asText());
        String container = payload.path("container").asText();
        if (record != null
                && record.container(container).id().equals(payload.path("id").asText())) {
            int code = payload.path("code").asInt();
            String reason = payload.path("reason").asText();
            String given = reason.isEmpty() ? code == 0 ? "Completed" : "Error" : reason;
            end(
                    payload.path("uid").asText(),
                    container,
                    code,
                    given,
                    payload.path("message").asText());
        }
    }

    /** Lets the container's process end after this time, unless it ends before. */
    void endLater(JsonNode pod, String container, Duration after, int code, String reason, String message) {
        PodRecord record = records.get(Meta.uid(pod));
        if (record == null) {
            return;
        }
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("uid", Meta.uid(pod));
        payload.put("container", container)
                .put("id", record.container(container).id());
        payload.put("code", code).put("reason", reason).put("message", message);
        state.schedule(after, EXIT, payload);
    }

    /** The kubelet notices what its containers do when it next looks. */
    void look(PodRecord record) {
        queue.addAfter(record.key(), record.untilLook(state.now()));
    }

    void syncSoon(PodRecord record) {
        queue.addAfter(record.key(), Timings.PROBE_ANSWER);
    }

    private boolean sync(String key) {
        ObjectNode pod = objects.find(Kind.POD, key);
        if (pod == null || Pods.node(pod).isEmpty()) {
            return true;
        }
        PodRecord record = records.get(Meta.uid(pod));
        if (record == null) {
            if (Pods.hasEnded(pod)) {
                return true;
            }
            record = PodRecord.of(pod, state.now());
            records.put(Meta.uid(pod), record);
        }
        if (Meta.isDeleted(pod)) {
            stop.begin(pod, record);
            return true;
        }
        if (record.flag("ending")) {
            return true;
        }
        if (PodSync.hasEnded(pod, record)) {
            stop.beginEnd(pod, record);
            return true;
        }
        notice(pod, record);
        writeStatus(pod, record, false);
        if (record.hasSandbox()) {
            act(pod, record);
        } else if (!record.flag("sandboxing")) {
            prepare(pod, record);
        }
        return true;
    }

    /** Containers that are seen running for the first time begin to be probed. */
    private void notice(JsonNode pod, PodRecord record) {
        for (JsonNode container : Containers.all(pod)) {
            ContainerRecord known = record.container(container);
            if (known.isRunning() && !known.flag("noticed")) {
                known.flag("noticed", true);
                probes.begin(pod, container, record);
            }
        }
    }

    void writeStatus(JsonNode pod, PodRecord record, boolean ended) {
        String hostIp = hostIp(Pods.node(pod));
        objects.modifyStatus(
                Kind.POD,
                Meta.namespace(pod),
                Meta.name(pod),
                copy -> copy.set("status", PodStatus.of(copy, record, hostIp, objects.timestamp(), ended)));
    }

    private String hostIp(String node) {
        JsonNode found = objects.find(Kind.NODE, "", node);
        if (found != null) {
            for (JsonNode address : found.path("status").path("addresses")) {
                if (address.path("type").asText().equals("InternalIP")) {
                    return address.path("address").asText();
                }
            }
        }
        return "";
    }

    private void prepare(JsonNode pod, PodRecord record) {
        List<String> problems = PodInputs.missingVolumes(objects, pod);
        if (problems.isEmpty()) {
            record.mark("sandboxing");
            state.schedule(Timings.SANDBOX, SANDBOX, JsonNodeFactory.instance.textNode(Meta.uid(pod)));
            return;
        }
        problems.forEach(problem -> events.warning(pod, "FailedMount", problem));
        long doubling = 1L << Math.min(record.count("mountFailures") - 1, 8);
        Duration retry = Timings.FIRST_MOUNT_RETRY.multipliedBy(doubling);
        boolean longest = retry.compareTo(Timings.LONGEST_MOUNT_RETRY) > 0;
        queue.addAfter(record.key(), longest ? Timings.LONGEST_MOUNT_RETRY : retry);
    }

    private void makeSandbox(String uid) {
        PodRecord record = records.get(uid);
        ObjectNode pod = record == null ? null : objects.find(Kind.POD, record.key());
        if (record == null || pod == null || Meta.isDeleted(pod)) {
            return;
        }
        boolean host = pod.path("spec").path("hostNetwork").asBoolean();
        String ip = host ? hostIp(Pods.node(pod)) : addresses.next(usedAddresses());
        record.sandbox(state.hex(64), ip);
        runtime.createSandbox(pod, ip);
        act(pod, record);
        look(record);
    }

    private Set<String> usedAddresses() {
        Set<String> used = new HashSet<>();
        records.values().forEach(record -> used.add(record.ip()));
        return used;
    }

    /** Starts what is to be started now. */
    private void act(JsonNode pod, PodRecord record) {
        PodSync.Next next = PodSync.next(pod, record, events, state.now());
        JsonNode container = next.start();
        if (container != null) {
            ContainerRecord known = record.container(container);
            if (!starter.begin(pod, container, record)) {
                known.data()
                        .put("retryAt", state.now().plus(Timings.BACK_OFF_LOOK).toString());
                queue.addAfter(record.key(), record.untilLook(state.now()));
            } else if (known.hasExited()) {
                known.backOff("restart", state.now());
            }
        }
        Duration wait = next.pause();
        if (wait != null) {
            queue.addAfter(record.key(), wait);
            look(record);
        }
    }

    /** The pod is gone from the API server: nothing of it may stay. */
    private void removed(JsonNode pod) {
        PodRecord record = records.remove(Meta.uid(pod));
        if (record == null) {
            return;
        }
        for (JsonNode container : Containers.all(pod)) {
            ContainerRecord known = record.container(container);
            if (known.isRunning()) {
                String name = container.path("name").asText();
                if (!Meta.isDeleted(pod) || !record.flag("stopping")) {
                    events.normal(pod, container, "Killing", "Stopping container " + name);
                }
                runtime.stopped(pod, name, known.id());
            }
        }
        if (record.hasSandbox()) {
            runtime.removeSandbox(pod);
        }
    }

    private final class Callbacks implements ContainerStarter.Listener, Probes.Listener {
        @Override
        public @Nullable PodRecord record(String uid) {
            return records.get(uid);
        }

        @Override
        public void over(JsonNode pod, PodRecord record) {
            act(pod, record);
            look(record);
        }

        @Override
        public void refused(PodRecord record) {
            look(record);
        }

        @Override
        public void ends(JsonNode pod, JsonNode container, ContainerRuntime.Exit exit) {
            String reason = exit.reason() == null ? "" : exit.reason();
            String message = exit.message() == null ? "" : exit.message();
            endLater(pod, container.path("name").asText(), exit.after(), exit.code(), reason, message);
        }

        @Override
        public void unhealthy(JsonNode pod, JsonNode container, String message) {
            events.warning(pod, container, "Unhealthy", message);
        }

        @Override
        public void changed(JsonNode pod) {
            PodRecord record = records.get(Meta.uid(pod));
            if (record != null) {
                syncSoon(record);
            }
        }

        @Override
        public void restart(JsonNode pod, JsonNode container, String probe) {
            String name = container.path("name").asText();
            String message = "Container " + name + " failed " + probe + " probe, will be restarted";
            events.normal(pod, container, "Killing", message);
            stop.kill(pod, container, Duration.ofSeconds(PodStop.grace(pod)));
        }
    }

    @Override
    public JsonNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        records.forEach((uid, record) -> saved.set(uid, record.save()));
        return saved;
    }

    @Override
    public void load(JsonNode saved) {
        records.clear();
        saved.properties().forEach(item -> records.put(item.getKey(), PodRecord.load(item.getValue())));
    }
}
