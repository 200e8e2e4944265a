package lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.session.DiskReason;
import lab.shell.Workspace;

/** Makes the directory that commands see. */
final class Workspaces {
    /** The name under which commands see it. */
    static final String SHOWN_AS = "/lab";

    private Workspaces() {}

    /** The directory as it is, with nothing laid into it. */
    static Workspace open(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
            return new Workspace(directory, SHOWN_AS);
        } catch (IOException e) {
            throw new CannotGoOn(
                    Exit.BROKEN,
                    "the workspace " + directory + " cannot be used (" + DiskReason.of(e)
                            + "). Choose another with --workspace DIR.");
        }
    }

    /** The directory with the samples and manifests that are not there yet. */
    static Workspace prepared(Path directory) {
        Workspace workspace = open(directory);
        try {
            new BundledContent().layInto(directory);
        } catch (IOException e) {
            throw new CannotGoOn(
                    Exit.BROKEN,
                    "the samples cannot be laid into the workspace " + directory + " (" + DiskReason.of(e)
                            + "). Choose another with --workspace DIR.");
        }
        return workspace;
    }
}
