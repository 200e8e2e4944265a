package lab.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lab.cluster.Cluster;
import lab.sandbox.Sandbox;
import lab.shell.Captured;
import lab.shell.Output;

/** Runs the lab's command line in this process and keeps what it said. */
final class LabRun {
    private static final class Sandboxes implements Clusters {
        @Override
        public List<String> kinds() {
            return List.of("sandbox");
        }

        @Override
        public Cluster fresh(String kind, long seed) {
            return Sandbox.fresh(seed);
        }
    }

    private static final class Broken implements Clusters {
        @Override
        public List<String> kinds() {
            return List.of("sandbox");
        }

        @Override
        public Cluster fresh(String kind, long seed) {
            throw new IllegalStateException("the cluster fell over");
        }
    }

    private final Map<String, String> environment;
    private final Clusters clusters;
    private String in = "";

    private LabRun(Path home, Clusters clusters) {
        this.environment = Map.of("LAB_HOME", home.toString());
        this.clusters = clusters;
    }

    static LabRun at(Path home) {
        return new LabRun(home, new Sandboxes());
    }

    /** With clusters that fail as they should never do. */
    static LabRun broken(Path home) {
        return new LabRun(home, new Broken());
    }

    LabRun reading(String text) {
        in = text;
        return this;
    }

    record Result(int exit, String out, String err) {}

    Result run(String... arguments) {
        Captured out = new Captured();
        Captured err = new Captured();
        int exit = into(out, err, arguments);
        return new Result(exit, out.text(), err.text());
    }

    int into(Output out, Output err, String... arguments) {
        return CommandLineLab.run(
                List.of(arguments),
                new Surroundings(
                        clusters,
                        environment,
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        out,
                        err,
                        "test"));
    }
}
