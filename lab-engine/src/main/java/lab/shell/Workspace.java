package lab.shell;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One directory of the host, as commands see it: under a name of the lab's own, and nothing else. A path that leads
 * out of it, by {@code ..}, absolutely or through a symbolic link, is refused.
 */
public final class Workspace implements FileTree {
    /** What commands are told when a path leads out. */
    public static final String REFUSAL = "Outside the workspace: the lab reads and writes only files in ";

    private final Path root;
    private final String shownAs;
    private final String directory;

    /**
     * @param root an existing directory
     * @param shownAs the absolute path under which commands see it, such as {@code /lab}
     */
    public Workspace(Path root, String shownAs) throws IOException {
        this(root.toRealPath(), shownAs, shownAs);
    }

    private Workspace(Path root, String shownAs, String directory) {
        this.root = root;
        this.shownAs = shownAs;
        this.directory = directory;
    }

    @Override
    public String directory() {
        return directory;
    }

    @Override
    public FileTree at(String path) throws FileProblem {
        Path host = resolve(path);
        if (!Files.exists(host)) {
            throw new FileProblem("No such file or directory");
        }
        if (!Files.isDirectory(host)) {
            throw new FileProblem("Not a directory");
        }
        return new Workspace(root, shownAs, shown(path));
    }

    @Override
    public Optional<Status> status(String path) {
        try {
            Path host = resolve(path);
            BasicFileAttributes attributes = Files.readAttributes(host, BasicFileAttributes.class);
            Kind kind = attributes.isDirectory() ? Kind.DIRECTORY : Kind.FILE;
            if (kind == Kind.FILE && path.endsWith("/")) {
                return Optional.empty();
            }
            return Optional.of(new Status(
                    kind,
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant(),
                    permissions(host, kind),
                    "learner"));
        } catch (FileProblem | IOException e) {
            return Optional.empty();
        }
    }

    private static String permissions(Path host, Kind kind) throws IOException {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(host));
        } catch (UnsupportedOperationException e) {
            return kind == Kind.DIRECTORY ? "rwxr-xr-x" : "rw-r--r--";
        }
    }

    @Override
    public List<String> list(String path) throws FileProblem {
        Path host = resolve(path);
        try (Stream<Path> entries = Files.list(host)) {
            return new ArrayList<>(entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public InputStream read(String path) throws FileProblem {
        if (isNull(path)) {
            return InputStream.nullInputStream();
        }
        Path host = resolve(path);
        if (Files.isDirectory(host)) {
            throw new FileProblem("Is a directory");
        }
        try {
            return new BufferedInputStream(Files.newInputStream(host), 65536);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public Output write(String path, boolean append) throws FileProblem {
        if (isNull(path)) {
            return Discarded.OUTPUT;
        }
        Path host = resolve(path);
        if (Files.isDirectory(host)) {
            throw new FileProblem("Is a directory");
        }
        OpenOption how = append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try {
            return new HostOutput(
                    Files.newOutputStream(host, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public void makeDirectory(String path) throws FileProblem {
        try {
            Files.createDirectory(resolve(path));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public void delete(String path) throws FileProblem {
        try {
            Files.delete(resolve(path));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public void move(String from, String to) throws FileProblem {
        try {
            Files.move(resolve(from), resolve(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public Optional<Path> host(String path) {
        try {
            return Optional.of(resolve(path));
        } catch (FileProblem e) {
            return Optional.empty();
        }
    }

    private boolean isNull(String path) {
        return FilePaths.absolute(directory, path).equals("/dev/null");
    }

    /** The path as commands see it; the host's own name of a file inside is understood too. */
    private String shown(String path) {
        String host = root.toString();
        if (path.equals(host) || path.startsWith(host + "/")) {
            return FilePaths.absolute(shownAs, "./" + path.substring(host.length()));
        }
        return FilePaths.absolute(directory, path);
    }

    /** The host's file; every existing part of it really lies inside. */
    private Path resolve(String path) throws FileProblem {
        if (path.isEmpty()) {
            throw new FileProblem("No such file or directory");
        }
        String shown = shown(path);
        if (!FilePaths.isWithin(shown, shownAs)) {
            throw new FileProblem(REFUSAL + shownAs);
        }
        Path host = root;
        try {
            for (String part : FilePaths.parts(shown.substring(shownAs.equals("/") ? 0 : shownAs.length()))) {
                host = host.resolve(part).normalize();
                if (Files.isSymbolicLink(host)) {
                    host = Files.exists(host) ? host.toRealPath() : host.resolveSibling(Files.readSymbolicLink(host));
                }
                if (!host.normalize().startsWith(root)) {
                    throw new FileProblem(REFUSAL + shownAs);
                }
            }
        } catch (InvalidPathException e) {
            throw new FileProblem("Invalid argument");
        } catch (IOException e) {
            throw problem(e);
        }
        Path parent = host.getParent();
        if (Files.notExists(host, LinkOption.NOFOLLOW_LINKS) && parent != null && Files.isRegularFile(parent)) {
            throw new FileProblem("Not a directory");
        }
        return host;
    }

    private static FileProblem problem(IOException e) {
        if (e instanceof NoSuchFileException) {
            return new FileProblem("No such file or directory");
        }
        if (e instanceof NotDirectoryException) {
            return new FileProblem("Not a directory");
        }
        if (e instanceof DirectoryNotEmptyException) {
            return new FileProblem("Directory not empty");
        }
        if (e instanceof FileAlreadyExistsException) {
            return new FileProblem("File exists");
        }
        if (e instanceof AccessDeniedException) {
            return new FileProblem("Permission denied");
        }
        String message = String.valueOf(e.getMessage());
        return new FileProblem(message.substring(message.lastIndexOf(": ") + 1).strip());
    }
}
