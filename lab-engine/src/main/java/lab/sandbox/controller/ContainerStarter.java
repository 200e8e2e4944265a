package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Takes a container from its image to its process: pull, create, start, postStart hook. */
// models pkg/kubelet/images/image_manager.go and kuberuntime startContainer@1.34
final class ContainerStarter {
    private static final String PULLED = "kubelet-pulled";
    private static final String START = "kubelet-start";
    private static final String HOOK = "kubelet-post-start";
    private static final int HOOK_POLLS = 120;

    /** What the kubelet does when a start is over or a process ends by itself. */
    interface Listener {
        @Nullable
        PodRecord record(String uid);

        /** The container was started, or cannot be now: go on with the pod. */
        void over(JsonNode pod, PodRecord record);

        /** The container cannot be started now: the pod shows why, and the kubelet tries again later. */
        void refused(PodRecord record);

        void ends(JsonNode pod, JsonNode container, ContainerRuntime.Exit exit);
    }

    private final SandboxState state;
    private final Objects objects;
    private final ContainerRuntime runtime;
    private final KubeletEvents events;
    private final Listener listener;

    ContainerStarter(
            SandboxState state, Objects objects, ContainerRuntime runtime, KubeletEvents events, Listener listener) {
        this.state = state;
        this.objects = objects;
        this.runtime = runtime;
        this.events = events;
        this.listener = listener;
        state.handle(PULLED, payload -> resume(payload, this::pulled));
        state.handle(START, payload -> resume(payload, this::start));
        state.handle(
                HOOK,
                payload -> resume(payload, (pod, container, record) -> {
                    hook(pod, container, record, payload.path("poll").asInt());
                }));
    }

    private interface Stage {
        void run(JsonNode pod, JsonNode container, PodRecord record);
    }

    private void resume(JsonNode payload, Stage stage) {
        PodRecord record = listener.record(payload.path("uid").asText());
        JsonNode pod = record == null ? null : objects.find(Kind.POD, record.key());
        JsonNode container = pod == null
                ? null
                : Containers.find(pod, payload.path("container").asText());
        if (record != null && pod != null && container != null && !Meta.isDeleted(pod)) {
            stage.run(pod, container, record);
        }
    }

    private void later(Duration delay, String stage, JsonNode pod, JsonNode container, int poll) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("uid", Meta.uid(pod));
        payload.put("container", container.path("name").asText()).put("poll", poll);
        state.schedule(delay, stage, payload);
    }

    /** Begins; false when the image's back-off is not over. */
    boolean begin(JsonNode pod, JsonNode container, PodRecord record) {
        ContainerRecord known = record.container(container);
        String image = container.path("image").asText();
        String policy = container.path("imagePullPolicy").asText("IfNotPresent");
        ContainerRuntime.Image found = runtime.image(image);
        if (found.onNode() && !policy.equals("Always")) {
            String message = "Container image \"" + image + "\" already present on machine";
            events.normal(pod, container, "Pulled", message);
            record.busy(container.path("name").asText());
            later(Timings.CONTAINER_START, START, pod, container, 0);
            return true;
        }
        if (policy.equals("Never")) {
            String message = "Container image \"" + image + "\" is not present with pull policy of Never";
            events.warning(pod, container, "ErrImageNeverPull", message);
            events.warning(pod, container, "Failed", "Error: ErrImageNeverPull");
            known.waits("ErrImageNeverPull", message);
            return false;
        }
        if (waitsForPull(pod, container, known, image)) {
            return false;
        }
        events.normal(pod, container, "Pulling", "Pulling image \"" + image + "\"");
        record.busy(container.path("name").asText());
        later(found.pullTime(), PULLED, pod, container, 0);
        return true;
    }

    private boolean waitsForPull(JsonNode pod, JsonNode container, ContainerRecord known, String image) {
        String since = known.data().path("backOff").path("pull").path("since").asText();
        Instant cause = since.isEmpty() ? state.now() : Instant.parse(since);
        if (known.backOffEnd("pull", cause, state.now()) == null) {
            return false;
        }
        String problem = known.data().path("pullProblem").asText();
        String message = "Back-off pulling image \"" + image + "\"";
        events.normal(pod, container, "BackOff", message);
        events.warning(pod, container, "Failed", "Error: ImagePullBackOff");
        known.waits("ImagePullBackOff", message + ": ErrImagePull: " + problem);
        return true;
    }

    private void pulled(JsonNode pod, JsonNode container, PodRecord record) {
        ContainerRecord known = record.container(container);
        String image = container.path("image").asText();
        ContainerRuntime.Image found = runtime.image(image);
        if (found.problem() != null) {
            events.warning(pod, container, "Failed", "Failed to pull image \"" + image + "\": " + found.problem());
            events.warning(pod, container, "Failed", "Error: ErrImagePull");
            known.waits("ErrImagePull", found.problem());
            known.data().put("pullProblem", found.problem());
            known.backOff("pull", state.now());
            record.busy("");
            listener.refused(record);
            return;
        }
        String took = goDuration(found.pullTime());
        String message = "Successfully pulled image \"" + image + "\" in " + took + " (" + took
                + " including waiting). Image size: " + found.bytes() + " bytes.";
        events.normal(pod, container, "Pulled", message);
        later(Timings.CONTAINER_START, START, pod, container, 0);
    }

    /** Rounded to milliseconds, as the kubelet prints it. */
    private static String goDuration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + "ms";
        }
        String seconds = String.format(Locale.ROOT, "%.3f", millis % 60_000 / 1000.0)
                .replaceAll("0+$", "")
                .replaceAll("\\.$", "");
        return (millis >= 60_000 ? millis / 60_000 + "m" : "") + seconds + "s";
    }

    private void start(JsonNode pod, JsonNode container, PodRecord record) {
        ContainerRecord known = record.container(container);
        String problem = PodInputs.missingVariable(objects, pod, container);
        if (problem != null) {
            events.warning(pod, container, "Failed", "Error: " + problem);
            known.waits("CreateContainerConfigError", problem);
            known.data().put("retryAt", state.now().plus(Timings.BACK_OFF_LOOK).toString());
            record.busy("");
            listener.refused(record);
            return;
        }
        String name = container.path("name").asText();
        String id = state.hex(64);
        known.starting(id, runtime.image(container.path("image").asText()).id(), state.now());
        events.normal(pod, container, "Created", "Created container: " + name);
        ContainerRuntime.Run run = runtime.start(pod, container, id, known.attempt());
        ContainerRuntime.Exit exit = run.exit();
        if (exit != null && "StartError".equals(exit.reason())) {
            events.warning(pod, container, "Failed", "Error: " + exit.message());
            listener.ends(pod, container, exit);
            finish(pod, record);
            return;
        }
        events.normal(pod, container, "Started", "Started container " + name);
        if (exit != null) {
            listener.ends(pod, container, exit);
        }
        hook(pod, container, record, 0);
    }

    /**
     * A postStart hook holds the next containers up. Istio's ({@code pilot-agent wait}) lasts until the proxy is ready,
     * which its readiness probe tells.
     */
    private void hook(JsonNode pod, JsonNode container, PodRecord record, int poll) {
        boolean waits = container.path("lifecycle").has("postStart")
                && container.has("readinessProbe")
                && record.container(container).isRunning()
                && poll < HOOK_POLLS
                && !runtime.probe(pod, container, container.path("readinessProbe"))
                        .success();
        if (waits) {
            later(Timings.POST_START_POLL, HOOK, pod, container, poll + 1);
        } else {
            finish(pod, record);
        }
    }

    private void finish(JsonNode pod, PodRecord record) {
        record.busy("");
        listener.over(pod, record);
    }
}
