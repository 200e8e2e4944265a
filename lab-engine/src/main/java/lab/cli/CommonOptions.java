package lab.cli;

import java.nio.file.Path;
import java.util.Map;
import lab.cluster.Cluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every subcommand takes. */
final class CommonOptions {
    @Option(
            names = "--cluster",
            paramLabel = "KIND",
            description = "The cluster to work on; today only sandbox: Kubernetes and Istio inside this program.")
    String cluster = "sandbox";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where progress is kept (default: LAB_HOME, or ~/.lab).")
    @Nullable
    Path home;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "The directory that commands see (default: HOME/workspace; for sh the current directory).")
    @Nullable
    Path workspace;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where the sandbox's generated names and addresses start (default: 1).")
    long seed = 1;

    /** A fresh cluster of the kind that was asked for. */
    Cluster fresh(Clusters clusters) {
        try {
            return clusters.fresh(cluster, seed);
        } catch (Clusters.UnknownCluster unknown) {
            throw new CannotGoOn(Exit.USAGE, String.valueOf(unknown.getMessage()));
        }
    }

    /** The directory for progress and state, whether it exists or not. */
    Path home(Map<String, String> environment) {
        Path given = home;
        if (given != null) {
            return given.toAbsolutePath().normalize();
        }
        String variable = environment.getOrDefault("LAB_HOME", "");
        if (!variable.isEmpty()) {
            return Path.of(variable).toAbsolutePath().normalize();
        }
        return Path.of(System.getProperty("user.home", ".")).resolve(".lab").toAbsolutePath();
    }
}
