package lab;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;
import lab.cli.Clusters;
import lab.cli.CommandLineLab;
import lab.cli.Surroundings;
import lab.cluster.Cluster;
import lab.sandbox.Sandbox;
import lab.shell.HostOutput;

/** Wiring only: the one place that names a concrete cluster. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLineLab.run(
                List.of(args),
                new Surroundings(
                        new SandboxOnly(),
                        System.getenv(),
                        // Buffered: a bare FileInputStream cannot be read to its end when it is a pipe.
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                        new HostOutput(new FileOutputStream(FileDescriptor.out)),
                        new HostOutput(new FileOutputStream(FileDescriptor.err)),
                        version())));
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(built from classes)" : version;
    }

    private static final class SandboxOnly implements Clusters {
        @Override
        public List<String> kinds() {
            return List.of("sandbox");
        }

        @Override
        public Cluster fresh(String kind, long seed) {
            return Sandbox.fresh(seed);
        }
    }
}
