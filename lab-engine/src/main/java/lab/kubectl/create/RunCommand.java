package lab.kubectl.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl run}: one pod; attaching to it is not modelled. */
// models kubectl pkg/cmd/run/run.go@1.34
public final class RunCommand implements Command {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public Help help() {
        return new Help(
                "Run a particular image on the cluster",
                "Create and run a particular image in a pod.",
                "  # Start a nginx pod\n  kubectl run nginx --image=nginx",
                "NAME --image=image [--env=\"key=value\"] [--port=port] [--dry-run=server|client] [--command] --"
                        + " [COMMAND] [args...] [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .array("annotations", (char) 0, "Annotations to apply to the pod.")
                .bool("attach", "If true, wait for the Pod to start running, and then attach to the Pod.")
                .bool(
                        "command",
                        "If true and extra arguments are present, use them as the 'command' field in the"
                                + " container, rather than the 'args' field which is the default.")
                .array("env", (char) 0, "Environment variables to set in the container.")
                .bool("expose", "If true, create a ClusterIP service associated with the pod.")
                .string("image", "The image for the container to run.")
                .string("image-pull-policy", "The image pull policy for the container.")
                .string("labels", 'l', "", "Comma separated labels to apply to the pod.")
                .string("overrides", "An inline JSON override for the generated object.")
                .string("port", "The port that this container exposes.")
                .string(
                        "restart",
                        (char) 0,
                        "Always",
                        "The restart policy for this Pod.  Legal values [Always, OnFailure," + " Never].")
                .bool("rm", "If true, delete the pod after it exits.")
                .bool("stdin", 'i', false, "Keep stdin open on the container in the pod.")
                .bool("tty", 't', false, "Allocate a TTY for the container in the pod.")
                .addAll(Made.flags());
    }

    @Override
    public int run(Call call) {
        for (String refused : List.of("attach", "rm", "stdin", "tty", "expose", "overrides")) {
            if (call.flags().isSet(refused)) {
                throw new KubectlFailure("kubectl run --" + refused + " is not available in the sandbox yet");
            }
        }
        if (call.arguments().isEmpty()) {
            throw call.usageError("NAME is required for run");
        }
        String image = call.flags().text("image");
        if (image.isEmpty()) {
            throw new KubectlFailure("required flag(s) \"image\" not set");
        }
        String restart = call.flags().text("restart");
        if (!List.of("Always", "OnFailure", "Never").contains(restart)) {
            throw call.usageError("invalid restart policy: " + restart);
        }
        return Made.create(call, pod(call, call.arguments().get(0), image, restart));
    }

    private static ObjectNode pod(Call call, String name, String image, String restart) {
        ObjectNode pod =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode labels = pod.putObject("metadata").put("name", name).putObject("labels");
        if (call.flags().text("labels").isEmpty()) {
            labels.put("run", name);
        } else {
            pairs(List.of(call.flags().text("labels").split(",")), labels, "unexpected label spec");
        }
        if (!call.flags().list("annotations").isEmpty()) {
            pairs(
                    call.flags().list("annotations"),
                    ((ObjectNode) pod.path("metadata")).putObject("annotations"),
                    "unexpected annotation spec");
        }
        ObjectNode spec = pod.putObject("spec");
        ObjectNode container = spec.putArray("containers").addObject();
        List<String> words = PodTemplates.command(call.arguments());
        if (!words.isEmpty()) {
            ArrayNode list = container.putArray(call.flags().bool("command") ? "command" : "args");
            words.forEach(list::add);
        }
        for (String variable : call.flags().list("env")) {
            String[] parts = variable.split("=", 2);
            if (parts.length < 2) {
                throw new KubectlFailure("invalid env: " + variable);
            }
            container.withArray("env").addObject().put("name", parts[0]).put("value", parts[1]);
        }
        container.put("image", image).put("name", name);
        if (call.flags().isSet("image-pull-policy")) {
            container.put("imagePullPolicy", call.flags().text("image-pull-policy"));
        }
        if (call.flags().isSet("port")) {
            container
                    .putArray("ports")
                    .addObject()
                    .put("containerPort", Integer.parseInt(call.flags().text("port")));
        }
        container.putObject("resources");
        spec.put("dnsPolicy", "ClusterFirst").put("restartPolicy", restart);
        pod.putObject("status");
        return pod;
    }

    private static void pairs(List<String> pairs, ObjectNode target, String problem) {
        for (String pair : pairs) {
            String[] parts = pair.split("=", 2);
            if (parts.length < 2) {
                throw new KubectlFailure(problem + ": " + pair);
            }
            target.put(parts[0], parts[1]);
        }
    }
}
