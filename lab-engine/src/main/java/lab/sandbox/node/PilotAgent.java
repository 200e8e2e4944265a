package lab.sandbox.node;

import java.time.Duration;
import java.util.List;
import lab.sandbox.node.HttpPath.Outcome;
import lab.sandbox.node.http.HttpRequest;
import lab.sandbox.node.http.HttpResponse;
import lab.shell.Invocation;
import lab.shell.Program;

/** {@code pilot-agent} as one calls it inside istio-proxy: version, wait, request. */
final class PilotAgent implements Program {
    private final Caller caller;
    private final ClusterNetwork network;
    private final HttpPath path;

    PilotAgent(Caller caller, ClusterNetwork network, HttpPath path) {
        this.caller = caller;
        this.network = network;
        this.path = path;
    }

    @Override
    public int run(Invocation call) {
        List<String> words = call.arguments();
        String command = words.isEmpty() ? "" : words.get(0);
        GoMemory.line(
                        call.environment().exported(),
                        "",
                        call.environment().time().now())
                .ifPresent(call.err()::println);
        switch (command) {
            case "version" -> {
                return version(call, words.subList(1, words.size()));
            }
            case "wait" -> {
                String begin = Stamps.micros(call.environment().time().now());
                call.out().println(begin + "\tinfo\tWaiting for Envoy proxy to be ready (timeout: 60 seconds)...");
                call.environment().time().sleep(Duration.ofMillis(502));
                String end = Stamps.micros(call.environment().time().now());
                call.out().println(end + "\tinfo\tEnvoy is ready!");
                return 0;
            }
            case "request" -> {
                return request(call, words.subList(1, words.size()));
            }
            default -> {
                call.err().println("error: pilot-agent " + command + " is not available in the sandbox yet");
                return 1;
            }
        }
    }

    private static int version(Invocation call, List<String> options) {
        if (options.contains("-s") || options.contains("--short")) {
            call.out().println(NodeFacts.ISTIO);
            return 0;
        }
        call.out()
                .println("client version: version.BuildInfo{Version:\"" + NodeFacts.ISTIO + "\", GitRevision:\""
                        + NodeFacts.ISTIO_REVISION + "\", GolangVersion:\"go1.26.8\", BuildStatus:\"Clean\", GitTag:\""
                        + NodeFacts.ISTIO + "\"}");
        return 0;
    }

    private int request(Invocation call, List<String> words) {
        List<String> plain =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        if (plain.size() != 2) {
            call.err().println("Error: accepts 2 arg(s), received " + plain.size());
            return 1;
        }
        String port = words.contains("--debug-port=15020") ? "15020" : "15000";
        String target = plain.get(1).startsWith("/") ? plain.get(1) : "/" + plain.get(1);
        List<String> local = network.resolve("localhost", caller.pod());
        Outcome outcome = path.send(
                caller,
                local.get(0),
                Integer.parseInt(port),
                new HttpRequest(
                        plain.get(0),
                        target,
                        HttpRequest.get(target, "localhost:" + port).headers(),
                        new byte[0]));
        HttpResponse response = outcome.response();
        if (response == null) {
            call.err()
                    .println("Error: failed to get response: dial tcp 127.0.0.1:" + port
                            + ": connect: connection refused");
            return 1;
        }
        if (response.code() == 501) {
            call.err().print(response.text());
            return 1;
        }
        call.out().print(response.text() + "\n");
        return 0;
    }
}
