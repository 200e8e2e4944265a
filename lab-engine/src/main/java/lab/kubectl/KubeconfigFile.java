package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lab.kube.Tree;
import lab.kube.Yaml;
import lab.kube.YamlProblem;
import lab.shell.Environment;
import lab.shell.FileProblem;
import lab.shell.FileTree;
import lab.shell.Output;
import lab.shell.pflag.Flags;
import org.jspecify.annotations.Nullable;

/** Where the current context is kept: {@code --kubeconfig}, {@code $KUBECONFIG} or {@code ~/.kube/config}, if it exists. */
public final class KubeconfigFile {
    private KubeconfigFile() {}

    static Kubeconfig load(Environment environment, Flags flags) {
        Kubeconfig config = Kubeconfig.STANDARD;
        String path = path(environment, flags);
        JsonNode file = read(environment.files(), path);
        if (file != null) {
            String namespace = "";
            String current = file.path("current-context").asText(config.context());
            for (JsonNode entry : file.path("contexts")) {
                if (entry.path("name").asText().equals(current)) {
                    namespace = Tree.text(entry, "context.namespace");
                }
            }
            config = new Kubeconfig(config.context(), config.cluster(), config.user(), config.server(), namespace);
        } else if (flags.isSet("kubeconfig")) {
            throw new KubectlFailure("stat " + path + ": no such file or directory");
        }
        String context = flags.text("context");
        if (!context.isEmpty() && !context.equals(config.context())) {
            throw new KubectlFailure("context \"" + context + "\" does not exist");
        }
        return config;
    }

    /** Keeps another namespace for the current context. */
    public static void save(Call call, String namespace) {
        Kubeconfig config = call.kubeconfig();
        ObjectNode document = new Kubeconfig(
                        config.context(), config.cluster(), config.user(), config.server(), namespace)
                .document();
        String path = path(call.environment(), call.flags());
        FileTree files = call.environment().files();
        try {
            makeParents(files, path);
            try (Output out = files.write(path, false)) {
                out.print(Yaml.print(document));
            }
        } catch (FileProblem problem) {
            throw new KubectlFailure("open " + path + ": " + problem.reason());
        }
    }

    private static void makeParents(FileTree files, String path) throws FileProblem {
        int slash = path.lastIndexOf('/');
        if (slash > 0 && files.status(path.substring(0, slash)).isEmpty()) {
            makeParents(files, path.substring(0, slash));
            files.makeDirectory(path.substring(0, slash));
        }
    }

    private static String path(Environment environment, Flags flags) {
        if (flags.isSet("kubeconfig")) {
            return flags.text("kubeconfig");
        }
        String variable = environment.variable("KUBECONFIG");
        if (variable != null && !variable.isEmpty()) {
            return List.of(variable.split(":")).get(0);
        }
        String home = environment.variable("HOME");
        return (home == null ? "" : home.replaceAll("/$", "")) + "/.kube/config";
    }

    private static @Nullable JsonNode read(FileTree files, String path) {
        boolean isFile = files.status(path)
                .map(status -> status.kind() == FileTree.Kind.FILE)
                .orElse(false);
        if (!isFile) {
            return null;
        }
        try (InputStream in = files.read(path)) {
            List<JsonNode> documents = Yaml.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return documents.isEmpty() ? null : documents.get(0);
        } catch (FileProblem problem) {
            throw new KubectlFailure("error loading config file \"" + path + "\": " + problem.reason());
        } catch (IOException | YamlProblem problem) {
            throw new KubectlFailure("error loading config file \"" + path + "\": " + problem.getMessage());
        }
    }
}
