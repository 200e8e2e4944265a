package lab.shell;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files that a shell sees: the learner's workspace, or the file system of a container. */
public interface FileTree {
    /** What {@code ls -l} can say of a file. Permissions in the nine letters of {@code rwxr-xr-x}. */
    record Status(Kind kind, long size, Instant modified, String permissions, String owner) {}

    enum Kind {
        FILE,
        DIRECTORY
    }

    /** The current directory, absolute as commands see it. */
    String directory();

    /** The same files seen from another current directory. */
    FileTree at(String directory) throws FileProblem;

    Optional<Status> status(String path);

    /** Names in a directory, sorted by bytes. */
    List<String> list(String path) throws FileProblem;

    InputStream read(String path) throws FileProblem;

    Output write(String path, boolean append) throws FileProblem;

    void makeDirectory(String path) throws FileProblem;

    /** Deletes a file or an empty directory. */
    void delete(String path) throws FileProblem;

    void move(String from, String to) throws FileProblem;

    /** The host's file behind a path, for editors and pagers; empty in a container. */
    Optional<Path> host(String path);
}
