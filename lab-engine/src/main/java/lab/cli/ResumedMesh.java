package lab.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import lab.cluster.Cluster;
import lab.session.ClusterState;
import lab.session.Home;
import lab.session.HomeProblem;
import lab.session.SessionStore;
import lab.shell.Captured;
import lab.shell.Output;
import lab.shell.Shell;
import org.jspecify.annotations.Nullable;

/** The mesh that a home keeps, brought back for a script and saved after it. */
final class ResumedMesh implements AutoCloseable {
    /** For a script that starts from a fresh mesh and leaves nothing. */
    static final ResumedMesh NONE = new ResumedMesh(null, null, ClusterState.NONE);

    private final @Nullable Home home;
    private final @Nullable SessionStore store;
    private final ClusterState cluster;
    private boolean troubled;

    private ResumedMesh(@Nullable Home home, @Nullable SessionStore store, ClusterState cluster) {
        this.home = home;
        this.store = store;
        this.cluster = cluster;
    }

    /** Brings the saved mesh into the cluster; if there is none, the cluster stays fresh. */
    static ResumedMesh open(Path directory, Cluster cluster, Output err) {
        try {
            Home home = Home.open(directory);
            SessionStore store;
            try {
                store = SessionStore.open(home, Clock.systemUTC());
            } catch (HomeProblem problem) {
                home.close();
                throw problem;
            }
            ResumedMesh mesh = new ResumedMesh(home, store, SavedCluster.of(cluster));
            store.onTrouble(sentence -> {
                mesh.troubled = true;
                err.println("lab: " + sentence);
            });
            List<String> since = store.loadCluster(mesh.cluster);
            store.notices().forEach(sentence -> err.println("lab: " + sentence));
            if (since != null && !since.isEmpty()) {
                again(since, cluster, directory.resolve("workspace"));
            }
            return mesh;
        } catch (HomeProblem problem) {
            throw new CannotGoOn(Exit.BROKEN, problem.sentence());
        }
    }

    /** What a terminal did after it had last saved: the sandbox is deterministic, so it does the same again. */
    private static void again(List<String> commands, Cluster cluster, Path workspace) {
        Shell shell = new Shell(ShellSettings.of(cluster, Workspaces.open(workspace)), Map.of("NS", "default"));
        for (String command : commands) {
            shell.run(command, InputStream.nullInputStream(), new Captured(), new Captured());
        }
    }

    /** @return false when it could not be saved, which was told */
    boolean save() {
        SessionStore kept = store;
        if (kept != null) {
            kept.saveCluster(cluster);
        }
        return !troubled;
    }

    @Override
    public void close() {
        SessionStore kept = store;
        if (kept != null) {
            kept.close();
        }
        Home locked = home;
        if (locked != null) {
            locked.close();
        }
    }
}
