package lab.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import lab.cluster.Cluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every subcommand takes, before its name or after it. */
final class CommonOptions {
    @Option(
            names = "--cluster",
            scope = ScopeType.INHERIT,
            paramLabel = "KIND",
            description = "The cluster to work on; today only sandbox: Kubernetes and Istio inside this program.")
    String cluster = "sandbox";

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Where progress is kept (default: LAB_HOME, or ~/.lab).")
    @Nullable
    Path home;

    @Option(
            names = "--workspace",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The directory that commands see (default: HOME/workspace; for sh the current directory).")
    @Nullable
    Path workspace;

    @Option(
            names = "--seed",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            description = "Where the sandbox's generated names and addresses start (default: 1).")
    long seed = 1;

    /** Refuses a kind of cluster that this machine does not offer. */
    void checkCluster(Clusters clusters) {
        if (!clusters.kinds().contains(cluster)) {
            throw new CannotGoOn(
                    Exit.USAGE,
                    "there is no cluster \"" + cluster + "\"; --cluster takes " + String.join(", ", clusters.kinds()));
        }
    }

    /** A fresh cluster of the kind that was asked for. */
    Cluster fresh(Clusters clusters) {
        checkCluster(clusters);
        return clusters.fresh(cluster, seed);
    }

    /** The directory for progress and state, whether it exists or not. */
    Path home(Map<String, String> environment) {
        Path given = home;
        if (given != null) {
            return given.toAbsolutePath().normalize();
        }
        String variable = environment.getOrDefault("LAB_HOME", "");
        if (!variable.isEmpty()) {
            try {
                return Path.of(variable).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                // Such as an umlaut in a locale that has none.
                throw new CannotGoOn(Exit.USAGE, "LAB_HOME '" + variable + "' cannot name a file");
            }
        }
        return Path.of(System.getProperty("user.home", ".")).resolve(".lab").toAbsolutePath();
    }
}
