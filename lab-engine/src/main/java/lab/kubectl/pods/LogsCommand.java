package lab.kubectl.pods;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ServerFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl logs}: what containers wrote. */
// models k8s.io/kubectl pkg/cmd/logs/logs.go, pkg/polymorphichelpers/logsforobject.go@1.34
public final class LogsCommand implements Command {
    private static final String EXPECTED = "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\n"
            + "POD or TYPE/NAME is a required argument for the logs command";
    private static final long LINES_PER_SELECTED = 10;

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public Help help() {
        return Help.of("Print the logs for a container in a pod", "[-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("all-containers", "Get all containers' logs in the pod(s).")
                .bool("all-pods", "Get logs from all pod(s). Sets prefix to true.")
                .string("container", 'c', "", "Print the logs of this container")
                .bool("follow", 'f', false, "Specify if the logs should be streamed.")
                .bool(
                        "ignore-errors",
                        "If watching / following pod logs, allow for any errors that occur to be non-fatal")
                .number("limit-bytes", 0, "Maximum bytes of logs to return. Defaults to no limit.")
                .number(
                        "max-log-requests",
                        5,
                        "Specify maximum number of concurrent logs to follow when using by a selector.")
                .duration("pod-running-timeout", "20s", "The length of time to wait until at least one pod is running")
                .bool("prefix", "Prefix each log line with the log source (pod name and container name)")
                .bool(
                        "previous",
                        'p',
                        false,
                        "If true, print the logs for the previous instance of the container in a pod if it exists.")
                .string("selector", 'l', "", "Selector (label query) to filter on.")
                .duration("since", "0s", "Only return logs newer than a relative duration like 5s, 2m, or 3h.")
                .string("since-time", "Only return logs after a specific date (RFC3339).")
                .number("tail", -1, "Lines of recent log file to display.")
                .bool("timestamps", "Include timestamps on each line in the log output");
    }

    @Override
    public int run(Call call) {
        List<String> words = call.arguments();
        String selector = call.flags().text("selector");
        if (words.size() > 2 || (words.isEmpty() && selector.isEmpty())) {
            throw KubectlFailure.usage(call.path(), EXPECTED);
        }
        if (words.size() == 1 && !selector.isEmpty()) {
            throw KubectlFailure.usage(call.path(), "only a selector (-l) or a POD name is allowed");
        }
        String container = words.size() == 2 ? words.get(1) : call.flags().text("container");
        check(call, container);
        List<LogStream> streams = new ArrayList<>();
        for (JsonNode pod : pods(call, selector)) {
            streams(call, pod, container, streams);
        }
        long most = call.flags().number("max-log-requests");
        if (!call.flags().bool("follow") || streams.size() <= 1) {
            streams.forEach(stream -> stream.copy(call));
        } else if (streams.size() > most) {
            throw new KubectlFailure("you are attempting to follow " + streams.size()
                    + " log streams, but maximum allowed concurrency is " + most
                    + ", use --max-log-requests to increase the limit");
        } else {
            LogStream.together(call, streams);
        }
        return 0;
    }

    private static void check(Call call, String container) {
        if (call.flags().isSet("since-time") && !call.flags().duration("since").isZero()) {
            throw new KubectlFailure("at most one of `sinceTime` or `sinceSeconds` may be specified");
        }
        if (call.flags().bool("all-containers") && !container.isEmpty()) {
            throw new KubectlFailure("--all-containers=true should not be specified with container name " + container);
        }
        if (call.flags().isSet("container") && call.arguments().size() == 2) {
            throw new KubectlFailure("only one of -c or an inline [CONTAINER] arg is allowed");
        }
        if (call.flags().number("limit-bytes") < 0) {
            throw new KubectlFailure("--limit-bytes must be greater than 0");
        }
        if (call.flags().duration("since").isNegative()) {
            throw new KubectlFailure("--since must be greater than 0");
        }
        if (call.flags().number("tail") < -1) {
            throw new KubectlFailure("--tail must be greater than or equal to -1");
        }
    }

    private static List<JsonNode> pods(Call call, String selector) {
        List<JsonNode> pods = new ArrayList<>();
        if (!selector.isEmpty()) {
            call.finder()
                    .selectors(selector, "")
                    .flattened()
                    .find(List.of("pods"))
                    .orThrow()
                    .forEach(info -> pods.add(info.object()));
            if (pods.isEmpty()) {
                call.err().println("No resources found in " + call.namespace() + " namespace.");
            }
            return pods;
        }
        String word = call.arguments().get(0);
        List<String> target = word.contains("/") ? List.of(word) : List.of("pods", word);
        Info info;
        try {
            info = call.finder().latest().find(target).orThrow().get(0);
        } catch (ServerFailure failure) {
            if (!failure.isNotFound()) {
                throw failure;
            }
            throw new KubectlFailure("error from server (NotFound): " + failure.sentence() + " in namespace \""
                    + call.namespace() + "\"");
        }
        if (info.type().kind().equals("Pod")) {
            return List.of(info.object());
        }
        List<JsonNode> found = PodChoice.of(call, info, "cannot get the logs from", true);
        if (call.flags().bool("all-pods")) {
            return found;
        }
        if (found.size() > 1) {
            call.err()
                    .println("Found " + found.size() + " pods, using pod/"
                            + found.get(0).path("metadata").path("name").asText());
        }
        return found.subList(0, 1);
    }

    private static void streams(Call call, JsonNode pod, String named, List<LogStream> streams) {
        if (call.flags().bool("all-containers")) {
            for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
                for (String container : ContainerChoice.names(pod, list)) {
                    streams.add(stream(call, pod, container));
                }
            }
            return;
        }
        boolean quiet = call.flags().bool("all-pods");
        String container = named.isEmpty() ? ContainerChoice.byDefault(pod, call.err(), quiet) : named;
        if (!ContainerChoice.exists(pod, container)) {
            throw new KubectlFailure("container " + container + " is not valid for pod "
                    + pod.path("metadata").path("name").asText());
        }
        streams.add(stream(call, pod, container));
    }

    private static LogStream stream(Call call, JsonNode pod, String container) {
        String name = pod.path("metadata").path("name").asText();
        Request request = Request.get("/api/v1/namespaces/"
                        + pod.path("metadata").path("namespace").asText() + "/pods/" + name + "/log")
                .with("container", container)
                .withHeader("accept", "*/*");
        for (String flag : List.of("follow", "previous", "timestamps")) {
            if (call.flags().bool(flag)) {
                request = request.with(flag, "true");
            }
        }
        long tail = call.flags().number("tail");
        if (!call.flags().isSet("tail") && call.flags().isSet("selector")) {
            tail = LINES_PER_SELECTED;
        }
        if (tail >= 0) {
            request = request.with("tailLines", Long.toString(tail));
        }
        Duration since = call.flags().duration("since");
        if (!since.isZero()) {
            request = request.with(
                    "sinceSeconds", Long.toString(since.plusMillis(500).toSeconds()));
        }
        if (call.flags().isSet("since-time")) {
            request = request.with("sinceTime", call.flags().text("since-time"));
        }
        if (call.flags().number("limit-bytes") > 0) {
            request = request.with("limitBytes", call.flags().text("limit-bytes"));
        }
        boolean prefixed = call.flags().bool("prefix") || call.flags().bool("all-pods");
        return new LogStream(request, prefixed ? "[pod/" + name + "/" + container + "] " : "");
    }
}
