package lab.kubectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Status;
import lab.kube.Streams;
import lab.kube.Yaml;
import lab.sandbox.api.PodConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** logs and exec over a node that says what it was asked. */
class PodCommandsTest {
    private final Lab lab = new Lab();

    @BeforeEach
    void startWithPods() throws Exception {
        lab.api.send(Request.post(
                "/api/v1/namespaces",
                Yaml.parse("{apiVersion: v1, kind: Namespace, metadata: {name: default}}")
                        .get(0)));
        lab.api.send(Request.post(
                "/api/v1/namespaces/default/serviceaccounts",
                Yaml.parse("{apiVersion: v1, kind: ServiceAccount, metadata: {name: default}}")
                        .get(0)));
        lab.api.connect(new Echo());
        pod("plain", "");
        pod("side", "initContainers: [{name: init, image: i}, {name: proxy, image: i, restartPolicy: Always}]");
        lab.api.send(Request.post(
                "/apis/apps/v1/namespaces/default/deployments", Yaml.parse("""
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web}
                    spec:
                      selector: {matchLabels: {app: side}}
                      template:
                        metadata: {labels: {app: side}}
                        spec: {containers: [{name: app, image: i}]}
                    """).get(0)));
    }

    private void pod(String name, String init) throws Exception {
        String yaml = """
            apiVersion: v1
            kind: Pod
            metadata: {name: %1$s, labels: {app: %1$s}}
            spec:
              nodeName: node
              containers: [{name: app, image: i}]
              %2$s
            """.formatted(name, init);
        Response made = lab.api.send(
                Request.post("/api/v1/namespaces/default/pods", Yaml.parse(yaml).get(0)));
        assertTrue(made.ok(), made.toString());
    }

    @Test
    void logsOfAPodAWorkloadAndAContainer() {
        assertEquals("plain/app {container=[app]}\n", lab.run("logs", "plain"));
        assertEquals("plain/app {container=[app], tailLines=[2]}\n", lab.run("logs", "plain", "--tail=2"));
        assertEquals(
                "side/app {container=[app]}\n!Defaulted container \"app\" out of: app, init (init), proxy (init)\n",
                lab.run("logs", "deploy/web"));
        assertEquals("side/proxy {container=[proxy], previous=[true]}\n", lab.run("logs", "side", "-c", "proxy", "-p"));
        assertEquals("""
            [pod/side/init] side/init {container=[init]}
            [pod/side/proxy] side/proxy {container=[proxy]}
            [pod/side/app] side/app {container=[app]}
            """, lab.run("logs", "side", "--all-containers", "--prefix"));
        assertEquals("plain/app {container=[app], tailLines=[10]}\n", lab.run("logs", "-l", "app=plain"));
    }

    @Test
    void logsSayWhatIsWrong() {
        assertEquals(
                "!error: container nosuch is not valid for pod side\n[1]", lab.run("logs", "side", "-c", "nosuch"));
        assertEquals(
                "!error: error from server (NotFound): pods \"nosuch\" not found in namespace \"default\"\n[1]",
                lab.run("logs", "nosuch"));
        assertEquals("!No resources found in default namespace.\n", lab.run("logs", "-l", "app=x"));
        assertEquals("""
            !error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.
            POD or TYPE/NAME is a required argument for the logs command
            See 'kubectl logs -h' for help and examples
            [1]\
            """, lab.run("logs"));
    }

    @Test
    void execPassesTheCommandAndItsExitCode() {
        assertEquals("plain/app [ls, -l]\n", lab.run("exec", "plain", "--", "ls", "-l"));
        assertEquals(
                "side/app [ls]\n!Defaulted container \"app\" out of: app, init (init), proxy (init)\n",
                lab.run("exec", "deploy/web", "--", "ls"));
        assertEquals("side/proxy [ls]\n", lab.run("exec", "side", "-c", "proxy", "--", "ls"));
        assertEquals("hi", lab.feed("hi", "exec", "-i", "plain", "--", "cat"));
        assertEquals(
                "plain/app [exit7]\n!command terminated with exit code 7\n[7]",
                lab.run("exec", "plain", "--", "exit7"));
    }

    @Test
    void execSaysWhatIsWrong() {
        assertEquals(
                "!Error from server (BadRequest): container nope is not valid for pod plain\n[1]",
                lab.run("exec", "plain", "-c", "nope", "--", "ls"));
        assertEquals("!Error from server (NotFound): pods \"no\" not found\n[1]", lab.run("exec", "no", "--", "ls"));
        assertEquals("!error: you must specify at least one command for the container\n[1]", lab.run("exec", "plain"));
        assertEquals("!error: pod, type/name or --filename must be specified\n[1]", lab.run("exec", "--", "ls"));
        assertEquals(
                "!error: Internal error occurred: Internal error occurred: no such thing\n[1]",
                lab.run("exec", "plain", "--", "broken"));
    }

    @Test
    void describesPodsByTheBeginningOfTheirName() {
        assertEquals("!Error from server (NotFound): pods \"x\" not found\n[1]", lab.run("describe", "pod", "x"));
        assertEquals(
                "Name:             plain",
                lab.run("describe", "pod", "pl").lines().findFirst().orElse(""));
        assertEquals(2, lab.run("describe", "pods").split("\n\n\nName:").length);
        assertEquals("!error: Metrics API not available\n[1]", lab.run("top", "pods"));
    }

    @Test
    void tellsVersionsAndRights() {
        assertEquals(
                "Client Version: v1.34.0\nKustomize Version: v5.7.1\nServer Version: v1.34.0\n", lab.run("version"));
        assertEquals("yes\n", lab.run("auth", "can-i", "create", "pods"));
        assertTrue(lab.run("auth", "whoami").startsWith("ATTRIBUTE"), lab.run("auth", "whoami"));
    }

    /** Says of each request what was asked. */
    private static final class Echo implements PodConnections {
        @Override
        public Response log(JsonNode pod, String container, Request request) {
            return new Response(
                    200,
                    "text/plain",
                    TextNode.valueOf(name(pod) + "/" + container + " " + request.query() + "\n"),
                    List.of());
        }

        @Override
        public Feed followLog(JsonNode pod, String container, Request request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Response exec(JsonNode pod, String container, List<String> command, boolean tty, Streams streams) {
            if (command.get(0).equals("broken")) {
                return Status.response(Status.internalError("Internal error occurred: no such thing"));
            }
            if (command.get(0).equals("cat")) {
                try {
                    streams.out().write(streams.in().readAllBytes());
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return Response.json(200, JsonNodeFactory.instance.objectNode().put("status", "Success"));
            }
            streams.out().println(name(pod) + "/" + container + " " + command);
            ObjectNode status = JsonNodeFactory.instance.objectNode();
            if (command.get(0).equals("exit7")) {
                status.put("status", "Failure").put("reason", "NonZeroExitCode");
                status.putObject("details")
                        .putArray("causes")
                        .addObject()
                        .put("reason", "ExitCode")
                        .put("message", "7");
                return Response.json(200, status);
            }
            return Response.json(200, status.put("status", "Success"));
        }

        private static String name(JsonNode pod) {
            return pod.path("metadata").path("name").asText();
        }
    }
}
