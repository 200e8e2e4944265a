package lab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lab.cluster.Cluster;
import lab.cluster.Restorable;
import lab.istioctl.Istioctl;
import lab.kube.Api;
import lab.kubectl.Kubectl;
import lab.sandbox.api.ApiServer;
import lab.sandbox.controller.Controllers;
import lab.sandbox.mesh.Mesh;
import lab.sandbox.node.Node;
import lab.sandbox.state.SandboxState;
import lab.shell.Captured;
import lab.shell.MemoryFiles;
import lab.shell.Program;
import lab.shell.Shell;
import lab.shell.Time;
import lab.shell.text.TextTools;

/** A cluster modelled inside the JVM: Kubernetes 1.34 on one node, with Istio 1.30.3. One thread at a time. */
public final class Sandbox implements Cluster, Restorable {
    private static final String INSTALL =
            "istioctl install -y --set profile=minimal --set meshConfig.accessLogFile=/dev/stdout";
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final int FORMAT = 1;

    private final SandboxState state;
    private final ApiServer api;
    private final Controllers controllers;
    private final Pace pace = new Pace();
    private final SandboxTime time;
    private final Map<String, Program> programs = new LinkedHashMap<>();
    private JsonNode initial = MissingNode.getInstance();

    private Sandbox(long seed) {
        this.state = new SandboxState(seed, START);
        this.time = new SandboxTime(state, pace);
        state.patience(pace);
        this.api = new ApiServer(state);
        Node node = new Node(state, api, TextTools.programs());
        api.connect(node);
        Mesh mesh = new Mesh(state, api);
        api.connect(mesh.webhooks());
        this.controllers = new Controllers(state, api, node);
        node.programs().forEach(this::supply);
        supply("kubectl", new Kubectl(api));
        supply("istioctl", new Istioctl(api, mesh.installation(), mesh.injection()));
    }

    /**
     * A cluster with Istio installed and ready, and no samples.
     *
     * @param seed where its generated names and addresses start
     */
    public static Sandbox fresh(long seed) {
        Sandbox sandbox = new Sandbox(seed);
        sandbox.initial = ReadyState.of(seed);
        sandbox.renew();
        return sandbox;
    }

    /** The state of a cluster once its controllers have made it and Istio is installed; takes a while to make. */
    static JsonNode installed(long seed) {
        Sandbox sandbox = new Sandbox(seed);
        sandbox.controllers.createCluster();
        sandbox.install();
        return sandbox.state.save();
    }

    private void supply(String name, Program program) {
        programs.put(name, call -> {
            pace.begins(call.environment()::checkInterrupted);
            state.advance(Costs.of(name));
            return program.run(call);
        });
    }

    private void install() {
        Captured out = new Captured();
        int code = new Shell(programs, new MemoryFiles(state::now), time, Map.of())
                .run(INSTALL, InputStream.nullInputStream(), out, out);
        if (code != 0) {
            throw new IllegalStateException("the sandbox could not install Istio: " + out.text());
        }
        // Until istiod's own objects are there.
        state.advance(Duration.ofSeconds(20));
    }

    @Override
    public String kind() {
        return "sandbox";
    }

    @Override
    public Api api() {
        return api;
    }

    @Override
    public Time time() {
        return time;
    }

    @Override
    public Map<String, Program> programs() {
        return programs;
    }

    @Override
    public JsonNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("format", FORMAT);
        saved.set("state", state.save());
        return saved;
    }

    @Override
    public void load(JsonNode saved) {
        if (saved.path("format").asInt() != FORMAT) {
            throw new IllegalArgumentException("the saved cluster was written by another version of the lab");
        }
        try {
            state.load(saved.path("state"));
        } catch (RuntimeException e) {
            renew();
            throw new IllegalArgumentException("the saved cluster cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void renew() {
        state.load(initial);
    }

    @Override
    public void pass(Duration duration) {
        pace.typed();
        state.advance(duration);
    }

    @Override
    public void close() {}
}
