package lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import lab.cluster.Cluster;
import lab.cluster.Restorable;
import lab.lesson.Course;
import lab.session.DiskReason;
import lab.session.Event;
import lab.session.Home;
import lab.session.HomeProblem;
import lab.session.LessonRunner;
import lab.session.SessionStore;
import lab.session.WorkspaceShell;
import lab.shell.FileTree;
import lab.shell.Shell;
import lab.shell.Workspace;
import lab.terminal.LabTerminal;

/** Puts a learner, a course, a cluster and a terminal together. */
final class TerminalSession {
    /** After this much output of one command the rest is cut off, with a notice. */
    private static final long OUTPUT_LIMIT = 2_000_000;

    private final Surroundings surroundings;
    private final CommonOptions options;

    TerminalSession(Surroundings surroundings, CommonOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    int run() {
        Path directory = options.home(surroundings.environment());
        Path place = options.workspace == null ? directory.resolve("workspace") : options.workspace.toAbsolutePath();
        options.checkCluster(surroundings.clusters());
        FutureTask<Cluster> coming = new FutureTask<>(() -> options.fresh(surroundings.clusters()));
        Thread maker = new Thread(coming, "cluster");
        maker.setDaemon(true);
        maker.start();
        Course course = Courses.read(null);
        try (Home home = Home.open(directory);
                SessionStore store = SessionStore.open(home, Clock.systemUTC());
                LabTerminal terminal = new LabTerminal(course, surroundings.environment(), home.text("history"))) {
            terminal.greet(surroundings.version());
            Workspace workspace = Workspaces.prepared(place);
            try (Cluster cluster = arrived(coming)) {
                run(course, store, terminal, workspace, cluster);
            }
            return Exit.OK;
        } catch (HomeProblem problem) {
            throw new CannotGoOn(Exit.BROKEN, problem.sentence());
        } catch (IOException e) {
            throw new CannotGoOn(Exit.BROKEN, "the terminal cannot be used: " + DiskReason.of(e));
        }
    }

    /** The cluster that was made while the lessons were read and the terminal opened. */
    private static Cluster arrived(FutureTask<Cluster> coming) {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("the cluster could not be made: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn(Exit.BROKEN, "stopped before the cluster was ready");
        }
    }

    private void run(Course course, SessionStore store, LabTerminal terminal, Workspace workspace, Cluster cluster)
            throws IOException {
        FaultLog log = new FaultLog(options.home(surroundings.environment()));
        Shell.Settings settings = ShellSettings.of(cluster, workspace)
                .forTerminal(OUTPUT_LIMIT, terminal::columns)
                .reportingFaultsTo(fault -> terminal.listener().accept(new Event.Trouble(log.where(fault))));
        Shell shell = new Shell(settings, Map.of("NS", "default"));
        LessonRunner runner = new LessonRunner(
                course,
                new WorkspaceShell(settings, shell),
                cluster.time(),
                SavedCluster.of(cluster),
                store,
                "default",
                terminal.listener());
        terminal.run(runner, new LabTerminal.Commands() {
            @Override
            public void stop() {
                shell.stop();
            }

            @Override
            public boolean exited() {
                return shell.exited();
            }

            @Override
            public Set<String> names() {
                return shell.commands();
            }

            @Override
            public FileTree files() {
                return shell.files();
            }

            @Override
            public void thought(Duration time) {
                if (cluster instanceof Restorable own) {
                    own.pass(time);
                }
            }
        });
    }
}
