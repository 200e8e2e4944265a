package lab.kubectl.pods;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.List;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Streams;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ServerFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl exec}: runs a command in a container and exits as it did. */
// models k8s.io/kubectl pkg/cmd/exec/exec.go@1.34
public final class ExecCommand implements Command {
    @Override
    public String name() {
        return "exec";
    }

    @Override
    public Help help() {
        return Help.of(
                "Execute a command in a container", "(POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .string(
                        "container",
                        'c',
                        "",
                        "Container name. If omitted, use the kubectl.kubernetes.io/default-container annotation for"
                                + " selecting the container to be attached or the first container in the pod will be"
                                + " chosen")
                .list("filename", 'f', "to use to exec into the resource")
                .duration("pod-running-timeout", "1m0s", "The length of time to wait until at least one pod is running")
                .bool("quiet", 'q', false, "Only print output from the remote session")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .bool("stdin", 'i', false, "Pass stdin to the container")
                .bool("tty", 't', false, "Stdin is a TTY");
    }

    @Override
    public int run(Call call) {
        List<String> words = call.arguments();
        int dash = call.flags().dash();
        boolean fromFile = !call.flags().list("filename").isEmpty();
        int named = fromFile ? 0 : 1;
        if (!fromFile && (words.isEmpty() || dash == 0)) {
            throw new KubectlFailure("pod, type/name or --filename must be specified");
        }
        if (dash < 0 && words.size() > named) {
            throw KubectlFailure.usage(
                    call.path(), "exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead");
        }
        List<String> command = dash < 0 ? List.of() : words.subList(dash, words.size());
        if (command.isEmpty()) {
            throw new KubectlFailure("you must specify at least one command for the container");
        }
        JsonNode pod = pod(call, fromFile ? List.of() : List.of(words.get(0)));
        String phase = pod.path("status").path("phase").asText("");
        if (phase.equals("Succeeded") || phase.equals("Failed")) {
            throw new KubectlFailure("cannot exec into a container in a completed pod; current phase is " + phase);
        }
        String container = call.flags().text("container");
        if (container.isEmpty()) {
            container = ContainerChoice.byDefault(pod, call.err(), call.flags().bool("quiet"));
        }
        return exec(call, pod, container, command);
    }

    private static JsonNode pod(Call call, List<String> words) {
        List<String> target = words.isEmpty() || words.get(0).contains("/") ? words : List.of("pods", words.get(0));
        Info info = call.finder().files().latest().find(target).orThrow().get(0);
        if (info.type().kind().equals("Pod")) {
            return info.object();
        }
        return PodChoice.of(call, info, "cannot attach to", false).get(0);
    }

    private static int exec(Call call, JsonNode pod, String container, List<String> command) {
        boolean stdin = call.flags().bool("stdin");
        boolean tty = call.flags().bool("tty");
        if (tty && !call.out().isTerminal()) {
            call.err().println("Unable to use a TTY - input is not a terminal or the right kind of file");
            tty = false;
        }
        JsonNode metadata = pod.path("metadata");
        Request request = Request.post(
                        "/api/v1/namespaces/" + metadata.path("namespace").asText() + "/pods/"
                                + metadata.path("name").asText() + "/exec",
                        pod.path("none"))
                .with("container", container);
        for (String word : command) {
            request = request.with("command", word);
        }
        if (stdin) {
            request = request.with("stdin", "true");
        }
        request = request.with("stdout", "true").with("stderr", "true");
        if (tty) {
            request = request.with("tty", "true");
        }
        InputStream in = stdin ? call.in() : InputStream.nullInputStream();
        Response response = call.client()
                .api()
                .exec(call.client().dressed(request), new Streams(in, call.out(), call.err(), call.environment()));
        return exit(call, response);
    }

    private static int exit(Call call, Response response) {
        JsonNode status = response.body();
        if (status.path("status").asText("").equals("Success")) {
            return 0;
        }
        String reason = status.path("reason").asText("");
        if (reason.equals("NonZeroExitCode")) {
            for (JsonNode cause : status.path("details").path("causes")) {
                if (cause.path("reason").asText().equals("ExitCode")) {
                    int code = cause.path("message").asInt(1);
                    call.err().println("command terminated with exit code " + code);
                    return code;
                }
            }
        }
        if (reason.equals("InternalError")) {
            throw new KubectlFailure(status.path("message").asText());
        }
        throw new ServerFailure(status);
    }
}
