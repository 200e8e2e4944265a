package lab.sandbox.controller;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that describe the cluster before anything is installed in it. */
final class ClusterFiles {
    private ClusterFiles() {}

    static String text(String name) {
        try (InputStream in = ClusterFiles.class.getResourceAsStream("/lab/cluster/" + name)) {
            if (in == null) {
                throw new IllegalStateException("lab/cluster/" + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("lab/cluster/" + name + " cannot be read", e);
        }
    }
}
