package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.kubectl.text.GoQuote;
import lab.kubectl.text.GoValue;

/**
 * The containers of a pod, or of a pod template.
 *
 * @param pod whose fields environment variables refer to; a missing node for a template
 * @param space two spaces in a template
 */
record Containers(Page page, JsonNode pod, String space) {
    void describe(String title, JsonNode containers, JsonNode statuses) {
        page.line(0, space + title + ":" + (containers.isEmpty() ? " <none>" : ""));
        for (JsonNode container : containers) {
            JsonNode status = status(statuses, container.path("name").asText());
            basics(container, status);
            list("Command", container.path("command"));
            list("Args", container.path("args"));
            if (status.isObject()) {
                state("State", status.path("state"));
                if (status.path("lastState").has("terminated")) {
                    state("Last State", status.path("lastState"));
                }
                page.line(2, "Ready:\t" + (status.path("ready").asBoolean() ? "True" : "False"));
                page.line(2, "Restart Count:\t" + status.path("restartCount").asInt());
            }
            resources("Limits", container.path("resources").path("limits"));
            resources("Requests", container.path("resources").path("requests"));
            probe("Liveness", container.path("livenessProbe"));
            probe("Readiness", container.path("readinessProbe"));
            probe("Startup", container.path("startupProbe"));
            environmentFrom(container.path("envFrom"));
            new EnvironmentVariables(page, pod, container).describe();
            mounts(container);
        }
    }

    private static JsonNode status(JsonNode statuses, String name) {
        for (JsonNode status : statuses) {
            if (status.path("name").asText().equals(name)) {
                return status;
            }
        }
        return MissingNode.getInstance();
    }

    private void basics(JsonNode container, JsonNode status) {
        page.line(1, (space.isEmpty() ? "" : " ") + container.path("name").asText() + ":");
        if (status.isObject()) {
            page.line(2, "Container ID:\t" + status.path("containerID").asText(""));
        }
        page.line(2, "Image:\t" + container.path("image").asText(""));
        if (status.isObject()) {
            page.line(2, "Image ID:\t" + status.path("imageID").asText(""));
        }
        ports("Port", container.path("ports"), "containerPort");
        ports("Host Port", container.path("ports"), "hostPort");
        JsonNode seccomp = container.path("securityContext").path("seccompProfile");
        if (seccomp.isObject()) {
            page.line(2, "SeccompProfile:\t" + seccomp.path("type").asText());
            if (seccomp.path("type").asText().equals("Localhost")) {
                page.line(
                        3,
                        "LocalhostProfile:\t" + seccomp.path("localhostProfile").asText());
            }
        }
    }

    private void ports(String title, JsonNode ports, String number) {
        List<String> texts = new ArrayList<>();
        for (JsonNode port : ports) {
            String name = port.path("name").asText("");
            texts.add(port.path(number).asInt() + "/" + port.path("protocol").asText("TCP")
                    + (name.isEmpty() ? "" : " (" + name + ")"));
        }
        String text = String.join(", ", texts);
        page.line(2, title + (text.contains(",") ? "s:\t" : ":\t") + Page.orNone(text));
    }

    private void list(String title, JsonNode words) {
        if (words.isEmpty()) {
            return;
        }
        page.line(2, title + ":");
        for (JsonNode word : words) {
            for (String line : word.asText().split("\n", -1)) {
                page.line(3, line);
            }
        }
    }

    private void state(String title, JsonNode state) {
        JsonNode terminated = state.path("terminated");
        if (state.has("running")) {
            page.line(2, title + ":\tRunning");
            page.line(3, "Started:\t" + Page.time(state.path("running").path("startedAt")));
        } else if (terminated.isObject()) {
            page.line(2, title + ":\tTerminated");
            reason("Reason", terminated.path("reason"));
            reason("Message", terminated.path("message"));
            page.line(3, "Exit Code:\t" + terminated.path("exitCode").asInt());
            if (terminated.path("signal").asInt() > 0) {
                page.line(3, "Signal:\t" + terminated.path("signal").asInt());
            }
            page.line(3, "Started:\t" + Page.time(terminated.path("startedAt")));
            page.line(3, "Finished:\t" + Page.time(terminated.path("finishedAt")));
        } else {
            page.line(2, title + ":\tWaiting");
            reason("Reason", state.path("waiting").path("reason"));
        }
    }

    private void reason(String title, JsonNode value) {
        if (!value.asText("").isEmpty()) {
            page.line(3, title + ":\t" + value.asText());
        }
    }

    private void resources(String title, JsonNode amounts) {
        if (amounts.isEmpty()) {
            return;
        }
        page.line(2, title + ":");
        GoValue.keys(amounts)
                .forEach(name -> page.line(3, name + ":\t" + amounts.path(name).asText()));
    }

    private void probe(String title, JsonNode probe) {
        if (probe.isObject()) {
            page.line(2, title + ":\t" + Probes.text(probe));
        }
    }

    private void environmentFrom(JsonNode sources) {
        if (sources.isEmpty()) {
            return;
        }
        page.line(2, "Environment Variables from:");
        for (JsonNode source : sources) {
            boolean map = source.has("configMapRef");
            JsonNode reference = source.path(map ? "configMapRef" : "secretRef");
            String prefix = source.path("prefix").asText("");
            page.line(
                    3,
                    reference.path("name").asText("") + "\t" + (map ? "ConfigMap" : "Secret")
                            + (prefix.isEmpty() ? "" : " with prefix '" + prefix + "'") + "\tOptional: "
                            + reference.path("optional").asBoolean());
        }
    }

    private void mounts(JsonNode container) {
        List<JsonNode> mounts = new ArrayList<>();
        container.path("volumeMounts").forEach(mounts::add);
        mounts.sort(Comparator.comparing(mount -> mount.path("mountPath").asText()));
        page.line(2, "Mounts:" + (mounts.isEmpty() ? "\t<none>" : ""));
        for (JsonNode mount : mounts) {
            String path = mount.path("subPath").asText("");
            page.line(
                    3,
                    mount.path("mountPath").asText() + " from "
                            + mount.path("name").asText() + " ("
                            + (mount.path("readOnly").asBoolean() ? "ro" : "rw")
                            + (path.isEmpty() ? "" : ",path=" + GoQuote.quote(path)) + ")");
        }
    }
}
