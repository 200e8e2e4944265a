package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Yaml;
import lab.sandbox.api.ApiServer;
import lab.sandbox.state.SandboxState;

/** A cluster with controllers and a {@link FakeRuntime}. */
final class TestCluster {
    static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";

    final SandboxState state;
    final ApiServer api;
    final FakeRuntime runtime = new FakeRuntime();
    final Controllers controllers;

    TestCluster(long seed) {
        state = new SandboxState(seed, Instant.parse("2026-11-23T01:30:00Z"));
        api = new ApiServer(state);
        controllers = new Controllers(state, api, runtime);
    }

    static TestCluster ready() {
        TestCluster cluster = new TestCluster(7);
        cluster.controllers.createCluster();
        return cluster;
    }

    Response send(Request request) {
        return api.send(request);
    }

    JsonNode create(String path, String yaml) {
        Response response = send(Request.post(path, Yaml.parse(yaml).get(0)));
        if (!response.ok()) {
            throw new AssertionError(response.body().toString());
        }
        return response.body();
    }

    void merge(String path, String yaml) {
        Response response = send(Request.patch(
                path, "application/merge-patch+json", Yaml.parse(yaml).get(0)));
        if (!response.ok()) {
            throw new AssertionError(response.body().toString());
        }
    }

    void run(long millis) {
        state.advance(Duration.ofMillis(millis));
    }

    ObjectNode find(String resource, String namespace, String name) {
        ObjectNode found = api.find(resource, namespace, name);
        if (found == null) {
            throw new AssertionError("no " + resource + " " + name);
        }
        return found;
    }

    static ObjectNode condition(JsonNode object, String type) {
        ObjectNode found = Conditions.find(object, type);
        if (found == null) {
            throw new AssertionError("no condition " + type);
        }
        return found;
    }

    /** The pods of the default namespace. */
    List<ObjectNode> pods() {
        return List.copyOf(api.list("pods", "default"));
    }

    /** Reason and message of each event about objects of this kind in the default namespace, oldest first. */
    List<String> events(String kind) {
        List<ObjectNode> events = new ArrayList<>();
        for (ObjectNode event : api.list("events", "default")) {
            if (event.path("involvedObject").path("kind").asText().equals(kind)) {
                events.add(event);
            }
        }
        events.sort((left, right) -> version(left) - version(right));
        return events.stream()
                .map(event -> event.path("reason").asText() + ": "
                        + event.path("message").asText())
                .toList();
    }

    private static int version(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asInt();
    }

    static String deployment(String name, int replicas, String image) {
        return """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %1$s}
            spec:
              replicas: %2$d
              revisionHistoryLimit: 10
              progressDeadlineSeconds: 600
              selector:
                matchLabels: {app: %1$s}
              strategy:
                type: RollingUpdate
                rollingUpdate: {maxSurge: 25%%, maxUnavailable: 25%%}
              template:
                metadata:
                  labels: {app: %1$s}
                spec:
                  restartPolicy: Always
                  terminationGracePeriodSeconds: 30
                  containers:
                  - name: %1$s
                    image: %3$s
                    imagePullPolicy: IfNotPresent
                    ports:
                    - {containerPort: 8080, name: web, protocol: TCP}
            """.formatted(name, replicas, image);
    }
}
