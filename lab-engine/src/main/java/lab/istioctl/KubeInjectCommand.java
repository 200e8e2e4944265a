package lab.istioctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lab.kube.Tree;
import lab.kube.Yaml;
import lab.shell.FileProblem;
import lab.shell.FileTree;
import lab.shell.Output;
import lab.shell.pflag.FlagSet;

/** {@code istioctl kube-inject}: the sidecar by hand. */
// models istio istioctl/pkg/kubeinject/kubeinject.go@1.30.3
final class KubeInjectCommand implements Subcommand {
    private final Injection injection;

    KubeInjectCommand(Injection injection) {
        this.injection = injection;
    }

    @Override
    public String name() {
        return "kube-inject";
    }

    @Override
    public String summary() {
        return "Inject Istio sidecar into Kubernetes pod resources";
    }

    @Override
    public String description() {
        return """

            Writes the resources of a file again, workloads with the Istio sidecar in their pods. Other
            resources, such as a Service or a ConfigMap, pass unchanged.\
            """;
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .string("filename", 'f', "", "Input Kubernetes resource filename")
                .string("output", 'o', "", "Modified output Kubernetes resource filename")
                .string(
                        "injectConfigFile",
                        "Injection configuration filename. Cannot be used with --injectConfigMapName")
                .string(
                        "meshConfigFile",
                        "Mesh configuration filename. Takes precedence over --meshConfigMapName if set")
                .string(
                        "meshConfigMapName",
                        (char) 0,
                        "istio",
                        "ConfigMap name for Istio mesh configuration, key should be \"mesh\"")
                .string(
                        "operatorFileName",
                        "Path to file containing IstioOperator custom resources. If configs from files like"
                                + " meshConfigFile, valuesFile are provided, they will be overridden by iop config"
                                + " values.")
                .string("valuesFile", "Injection values configuration filename.")
                .string("revision", 'r', "", "Control plane revision")
                .string(
                        "webhookConfig",
                        (char) 0,
                        "istio-sidecar-injector",
                        "MutatingWebhookConfiguration name for Istio");
    }

    @Override
    public int run(Call call) {
        String file = call.flags().text("filename");
        if (file.isEmpty()) {
            throw new IstioctlFailure("1 error occurred:\n\t* filename not specified (see --filename or -f)\n\n");
        }
        String manifests = file.equals("-") ? standardInput(call) : read(call, file);
        Injection.Configuration configuration = configuration(call);
        String injected;
        try {
            injected = injection.inject(manifests, configuration, call.err()::print);
        } catch (Injection.Problem problem) {
            throw new IstioctlFailure(problem.words());
        }
        write(call, injected);
        return 0;
    }

    private static Injection.Configuration configuration(Call call) {
        String configFile = call.flags().text("injectConfigFile");
        String meshFile = call.flags().text("meshConfigFile");
        String operatorFile = call.flags().text("operatorFileName");
        String mesh = "{}";
        if (!meshFile.isEmpty()) {
            mesh = read(call, meshFile);
        } else if (operatorFile.isEmpty()) {
            mesh = configMap(call, call.flags().text("meshConfigMapName"), "mesh", "--meshConfigFile", "MeshConfig");
        }
        String config = configFile.isEmpty()
                ? configMap(call, "istio-sidecar-injector", "config", "--injectConfigFile", "injection configmap")
                : read(call, configFile);
        String valuesFile = call.flags().text("valuesFile");
        String values = "{}";
        if (!valuesFile.isEmpty()) {
            values = read(call, valuesFile);
        } else if (operatorFile.isEmpty()) {
            values = configMap(call, "istio-sidecar-injector", "values", "--valuesFile", "values configmap");
        }
        if (!operatorFile.isEmpty()) {
            JsonNode operator = Yaml.value(read(call, operatorFile)).path("spec");
            values = merged(Yaml.value(values), operator.path("values"));
            mesh = merged(Yaml.value(mesh), operator.path("meshConfig"));
        }
        return new Injection.Configuration(
                config,
                values,
                mesh,
                configFile.isEmpty() ? nodesKnowSidecars(call) : environmentAsks(call),
                call.flags().text("revision"),
                configFile.isEmpty());
    }

    private static boolean environmentAsks(Call call) {
        return "true".equals(call.invocation().environment().exported().get("ENABLE_NATIVE_SIDECARS"));
    }

    private static boolean nodesKnowSidecars(Call call) {
        return call.list("/api/v1/nodes", null).stream()
                .map(node -> Tree.text(node, "status.nodeInfo.kubeletVersion").split("\\."))
                .allMatch(version -> version.length > 1 && Integer.parseInt(version[1]) >= 33);
    }

    private static String merged(JsonNode base, JsonNode overlay) {
        ObjectNode result = base.isObject() ? base.deepCopy() : JsonNodeFactory.instance.objectNode();
        merge(result, overlay);
        return result.toString();
    }

    private static void merge(ObjectNode base, JsonNode overlay) {
        overlay.properties().forEach(field -> {
            if (base.get(field.getKey()) instanceof ObjectNode object
                    && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else {
                base.set(field.getKey(), field.getValue());
            }
        });
    }

    private static String configMap(Call call, String plain, String key, String flag, String content) {
        String revision = call.flags().text("revision");
        String name = revision.isEmpty() || revision.equals("default") ? plain : plain + "-" + revision;
        String namespace = call.istioNamespace();
        ObjectNode map = call.find("/api/v1/namespaces/" + namespace + "/configmaps/" + name);
        if (map == null) {
            throw new IstioctlFailure("could not read valid configmap \"" + name + "\" from namespace \"" + namespace
                    + "\": configmaps \"" + name + "\" not found - Use " + flag
                    + " or re-run kube-inject with `-i <istioSystemNamespace> and ensure valid " + content
                    + " exists");
        }
        JsonNode text = map.path("data").path(key);
        if (text.isMissingNode()) {
            throw new IstioctlFailure("missing configuration map key \"" + key + "\" in \"" + name + "\"");
        }
        return text.asText();
    }

    private static String standardInput(Call call) {
        try {
            return new String(call.invocation().in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new IstioctlFailure("read /dev/stdin: " + problem.getMessage());
        }
    }

    private static String read(Call call, String path) {
        FileTree files = call.invocation().environment().files();
        boolean directory = files.status(path)
                .filter(status -> status.kind() == FileTree.Kind.DIRECTORY)
                .isPresent();
        if (directory) {
            throw new IstioctlFailure("read " + path + ": is a directory");
        }
        try (InputStream in = files.read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileProblem problem) {
            throw new IstioctlFailure("open " + path + ": " + problem.reason().toLowerCase(Locale.ROOT));
        } catch (IOException problem) {
            throw new IstioctlFailure("read " + path + ": " + problem.getMessage());
        }
    }

    private static void write(Call call, String text) {
        String path = call.flags().text("output");
        if (path.isEmpty()) {
            call.out().print(text);
            return;
        }
        try (Output out = call.invocation().environment().files().write(path, false)) {
            out.print(text);
        } catch (FileProblem problem) {
            throw new IstioctlFailure("open " + path + ": " + problem.reason().toLowerCase(Locale.ROOT));
        }
    }
}
