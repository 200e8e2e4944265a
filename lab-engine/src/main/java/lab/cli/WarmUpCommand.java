package lab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import lab.cluster.Cluster;
import lab.shell.Captured;
import lab.shell.Shell;
import picocli.CommandLine.Command;

/**
 * {@code lab warm-up}: uses what a session uses, so that the launcher can archive the classes. Standard input should be
 * empty: a whole session runs on it, in a home that goes away.
 */
@Command(name = "warm-up", hidden = true, mixinStandardHelpOptions = true)
final class WarmUpCommand implements Callable<Integer> {
    /** Packages of which a session at a real terminal needs more than one without. */
    private static final List<String> ALSO =
            List.of("lab/", "org/jline/keymap/", "org/jline/reader/", "org/jline/terminal/", "org/jline/utils/");

    private static final List<String> COMMANDS = List.of(
            "kubectl get pods -A | head -2; kubectl get ns -o yaml | grep -c name; echo '{}' | jq .",
            "kubectl label ns default istio-injection=enabled; kubectl apply -f samples/sleep/sleep.yaml",
            "kubectl wait --for=condition=Available deploy/sleep; kubectl get pods -o wide; kubectl describe pods",
            "kubectl get pods -o jsonpath='{.items[*].metadata.name}'; kubectl get deploy -o json | jq .kind",
            "kubectl exec deploy/sleep -- curl -s localhost:15000/help; kubectl logs deploy/sleep -c istio-proxy",
            "istioctl version; istioctl kube-inject -f samples/sleep/sleep.yaml | sed s/a/b/ | awk '{ print $1 }'");

    private final Surroundings surroundings;

    WarmUpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Path home = Files.createTempDirectory("lab-warm-up");
        try {
            CommonOptions options = new CommonOptions();
            options.home = home;
            int code = new TerminalSession(surroundings, options).run();
            commands(home.resolve("workspace"), options);
            load();
            return code;
        } finally {
            FreshStage.clear(home);
        }
    }

    private void commands(Path workspace, CommonOptions options) {
        try (Cluster cluster = options.fresh(surroundings.clusters())) {
            Captured out = new Captured();
            Shell shell = new Shell(ShellSettings.of(cluster, Workspaces.open(workspace)), Map.of());
            COMMANDS.forEach(command -> shell.run(command, InputStream.nullInputStream(), out, out));
        }
    }

    private static void load() throws IOException {
        Path code;
        try {
            code = Path.of(WarmUpCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the jar has no place: " + e.getMessage(), e);
        }
        if (!Files.isRegularFile(code)) {
            return;
        }
        try (JarFile jar = new JarFile(code.toFile())) {
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && ALSO.stream().anyMatch(name::startsWith))
                    .forEach(name -> load(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')));
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, WarmUpCommand.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // For a newer Java, or for a library that the lab does without.
        }
    }
}
