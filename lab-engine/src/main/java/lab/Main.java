package lab;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import lab.cli.Clusters;
import lab.cli.CommandLineLab;
import lab.cli.Surroundings;
import lab.sandbox.Sandbox;
import lab.shell.BrokenPipe;
import lab.shell.Output;

/** Wiring only: the one place that names a concrete cluster. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLineLab.run(
                List.of(args),
                new Surroundings(
                        Main::cluster,
                        System.getenv(),
                        new FileInputStream(FileDescriptor.in),
                        output(FileDescriptor.out),
                        output(FileDescriptor.err),
                        version())));
    }

    private static Sandbox cluster(String kind, long seed) throws Clusters.UnknownCluster {
        if (!kind.equals("sandbox")) {
            throw new Clusters.UnknownCluster(
                    "there is no cluster \"" + kind + "\"; this lab has sandbox: --cluster sandbox");
        }
        return Sandbox.fresh(seed);
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(built from classes)" : version;
    }

    private static Output output(FileDescriptor descriptor) {
        FileOutputStream file = new FileOutputStream(descriptor);
        return new Output() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                try {
                    file.write(bytes, offset, length);
                } catch (IOException e) {
                    throw new BrokenPipe();
                }
            }
        };
    }
}
