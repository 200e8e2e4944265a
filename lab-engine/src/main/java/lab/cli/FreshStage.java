package lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import lab.cluster.Cluster;
import lab.session.DiskReason;
import lab.session.LearnerShell;
import lab.session.Stage;
import lab.session.WorkspaceShell;
import lab.shell.Shell;
import lab.shell.Time;

/** A fresh cluster with a shell in a workspace of its own that goes away with it. */
final class FreshStage implements Stage {
    private final Cluster cluster;
    private final Path directory;
    private final LearnerShell shell;

    private FreshStage(Cluster cluster, Path directory) {
        this.cluster = cluster;
        this.directory = directory;
        Shell.Settings settings = ShellSettings.of(cluster, Workspaces.prepared(directory));
        this.shell = new WorkspaceShell(settings, new Shell(settings, Map.of("NS", "default")));
    }

    static FreshStage make(Clusters clusters, CommonOptions options) {
        try {
            Cluster cluster = options.fresh(clusters);
            return new FreshStage(cluster, Files.createTempDirectory("lab-verify"));
        } catch (IOException e) {
            throw new CannotGoOn(Exit.BROKEN, "there is no room for a workspace: " + DiskReason.of(e));
        }
    }

    @Override
    public LearnerShell shell() {
        return shell;
    }

    @Override
    public Time time() {
        return cluster.time();
    }

    @Override
    public void close() {
        cluster.close();
        clear(directory);
    }

    /** Deletes a directory that was made for a while, as far as it can. */
    static void clear(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // left over in the temporary directory; the host clears that
        }
    }
}
