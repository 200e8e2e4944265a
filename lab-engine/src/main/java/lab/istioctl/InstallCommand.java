package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.istioctl.Installation.Component;
import lab.istioctl.Installation.Plan;
import lab.istioctl.Installation.Setting;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Tree;
import lab.shell.Time;
import lab.shell.pflag.FlagSet;

/** {@code istioctl install}: applies Istio's objects and waits until istiod is ready. */
// models istio operator/cmd/mesh/install.go@1.30.3
final class InstallCommand implements Subcommand {
    private static final String SAIL = """
                |\\         \s
                | \\        \s
                |  \\       \s
                |   \\      \s
              /||    \\     \s
             / ||     \\    \s
            /  ||      \\   \s
           /   ||       \\  \s
          /    ||        \\ \s
         /     ||         \\\s
        /______||__________\\
        ____________________
          \\__       _____/ \s
             \\_____/       \s

        """;
    private static final Duration STEP = Duration.ofMillis(100);

    private final Installation installation;

    InstallCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return "install";
    }

    @Override
    public List<String> aliases() {
        return List.of("apply");
    }

    @Override
    public String summary() {
        return "Applies an Istio manifest, installing or reconfiguring Istio on a cluster.";
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("dry-run", "Console/log output only, make no changes.")
                .array("filename", 'f', "Path to file containing IstioOperator custom resource")
                .bool("force", "Proceed even with validation errors.")
                .string("manifests", 'd', "", "Specify a path to a directory of charts and profiles")
                .duration(
                        "readiness-timeout",
                        "5m0s",
                        "Maximum time to wait for Istio resources in each component to be ready.")
                .string("revision", 'r', "", "Target control plane revision for the command.")
                .array("set", 's', "Override an IstioOperator value, e.g. to choose a profile")
                .bool(
                        "skip-confirmation",
                        'y',
                        false,
                        "The skipConfirmation determines whether the user is prompted for confirmation.")
                .bool("verify", "Verify the Istio control plane after installation/in-place upgrade")
                .string("vklog", "number for the log level verbosity. Like -v flag. ex: --vklog=9");
    }

    @Override
    public int run(Call call) {
        for (String refused : List.of("filename", "manifests", "revision", "verify", "dry-run")) {
            if (call.flags().isSet(refused)) {
                throw new IstioctlFailure("istioctl install --" + refused + " is not available in the sandbox yet");
            }
        }
        call.err().print(SAIL);
        String profile = "default";
        List<Setting> settings = new ArrayList<>();
        for (String text : call.flags().list("set")) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new IstioctlFailure(
                        "generate config: apply flags: unexpected value \"" + text + "\", expected key=value");
            }
            if (text.substring(0, equals).equals("profile")) {
                profile = text.substring(equals + 1);
            } else {
                settings.add(new Setting(text.substring(0, equals), text.substring(equals + 1)));
            }
        }
        Plan plan;
        try {
            plan = installation.plan(profile, settings);
        } catch (Installation.Problem problem) {
            throw new IstioctlFailure(problem.words());
        }
        if (!call.flags().bool("skip-confirmation") && !confirmed(call, profile)) {
            call.err().println("Cancelled.");
            return 1;
        }
        apply(call, plan);
        return 0;
    }

    private static boolean confirmed(Call call, String profile) {
        call.err()
                .print("This will install the Istio 1.30.3 profile \"" + profile
                        + "\" into the cluster. Proceed? (y/N) ");
        try {
            String answer = new BufferedReader(
                            new InputStreamReader(call.invocation().in(), StandardCharsets.UTF_8))
                    .readLine();
            return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return false;
        }
    }

    private static void apply(Call call, Plan plan) {
        namespace(call);
        for (Component component : plan.components()) {
            call.err().println("- Processing resources for " + component.title() + ".");
            List<String> waiting = new ArrayList<>();
            for (ObjectNode object : component.objects()) {
                put(call, object);
                if (Tree.text(object, "kind").equals("Deployment")) {
                    waiting.add(Tree.text(object, "metadata.namespace") + "/" + Tree.text(object, "metadata.name"));
                }
            }
            for (String deployment : waiting) {
                await(call, component, deployment);
            }
            call.err().println("✔ " + component.title() + " installed " + component.icon());
        }
        plan.tag().forEach(object -> put(call, object));
        call.err().println("- Pruning removed resources");
        call.err().print("✔ Installation complete");
    }

    private static void namespace(Call call) {
        ObjectNode namespace =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Namespace");
        namespace.putObject("metadata").put("name", call.istioNamespace());
        if (call.find("/api/v1/namespaces/" + call.istioNamespace()) == null) {
            call.api().send(Request.post("/api/v1/namespaces", namespace));
        }
    }

    private static void put(Call call, ObjectNode object) {
        String collection = Paths.collection(object);
        String name = Tree.text(object, "metadata.name");
        boolean there = call.find(collection + "/" + name) != null;
        Request request = there
                ? Request.patch(collection + "/" + name, "application/merge-patch+json", object)
                : Request.post(collection, object);
        Response response = call.api().send(request.with("fieldManager", "istio-operator"));
        if (!response.ok()) {
            throw new IstioctlFailure(
                    "failed to install manifests: errors occurred during operation: failed to update resource "
                            + Tree.text(object, "kind") + "/" + name + ": "
                            + response.body().path("message").asText());
        }
    }

    private static void await(Call call, Component component, String deployment) {
        Time time = call.invocation().environment().time();
        Instant end = time.now().plus(call.flags().duration("readiness-timeout"));
        String[] key = deployment.split("/", 2);
        String path = "/apis/apps/v1/namespaces/" + key[0] + "/deployments/" + key[1];
        boolean told = false;
        while (!available(call.find(path))) {
            if (!told) {
                call.err()
                        .println("- Processing resources for " + component.title() + ". Waiting for Deployment/"
                                + deployment);
                told = true;
            }
            if (!time.now().isBefore(end)) {
                throw new IstioctlFailure(
                        "failed to install manifests: errors occurred during operation: failed to wait for"
                                + " resource: resources not ready after "
                                + call.flags().text("readiness-timeout") + ": context deadline exceeded\n  Deployment/"
                                + deployment);
            }
            time.sleep(STEP);
        }
    }

    private static boolean available(@org.jspecify.annotations.Nullable JsonNode deployment) {
        if (deployment == null) {
            return false;
        }
        JsonNode status = deployment.path("status");
        int wanted = Tree.at(deployment, "spec.replicas").asInt(1);
        return status.path("observedGeneration").asLong()
                        >= Tree.at(deployment, "metadata.generation").asLong()
                && status.path("updatedReplicas").asInt() >= wanted
                && status.path("replicas").asInt()
                        <= status.path("updatedReplicas").asInt()
                && status.path("availableReplicas").asInt() >= wanted;
    }
}
