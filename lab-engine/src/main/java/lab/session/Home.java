package lab.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The directory that the lab keeps its state in, locked for one lab at a time. Files are replaced as a whole or not at
 * all; what cannot be read is kept aside as {@code NAME.broken-N}, never written over.
 */
public final class Home implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path directory;
    private final FileChannel lock;
    private final List<String> notices = new ArrayList<>();

    private Home(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Makes the directory if it is not there, and locks it. */
    public static Home open(Path directory) throws HomeProblem {
        FileChannel channel = null;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = lock(channel);
            if (held == null) {
                channel.close();
                throw new HomeProblem("Another lab is running on " + directory
                        + ". Use that one, or start this one with another --home DIR.");
            }
            return new Home(directory, channel);
        } catch (IOException e) {
            close(channel);
            throw new HomeProblem("The lab cannot keep your progress in " + directory + " (" + DiskReason.of(e)
                    + "). Make it writable, or choose another directory with --home DIR.");
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void close(@org.jspecify.annotations.Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The reason why it is being closed is told already.
        }
    }

    Path directory() {
        return directory;
    }

    /** Sentences about what was found broken and kept aside. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    void notice(String sentence) {
        notices.add(sentence);
    }

    /** Where a file of lines is or will be; what cannot be read as text is kept aside and told first. */
    public Path text(String name) {
        Path file = directory.resolve(name);
        if (Files.exists(file)) {
            try {
                Files.readString(file);
            } catch (IOException e) {
                aside(name, "cannot be read");
            }
        }
        return file;
    }

    /**
     * Reads {@code {"version": N, "state": …}}. What is broken, or newer than {@code version}, is kept aside and told;
     * then the answer is empty as if nothing had been there.
     */
    Optional<JsonNode> read(String name, int version) {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            JsonNode read = MAPPER.readTree(in);
            if (read == null
                    || !read.path("version").isInt()
                    || read.path("state").isMissingNode()) {
                aside(name, "is not complete");
                return Optional.empty();
            }
            if (read.path("version").asInt() > version) {
                aside(name, "was written by a newer lab");
                return Optional.empty();
            }
            return Optional.of(read.path("state"));
        } catch (IOException e) {
            aside(name, "cannot be read");
            return Optional.empty();
        }
    }

    /** Renames a file that cannot be used, so that nothing writes over it. */
    void aside(String name, String why) {
        Path from = directory.resolve(name);
        int number = 1;
        while (Files.exists(directory.resolve(name + ".broken-" + number))) {
            number++;
        }
        Path to = directory.resolve(name + ".broken-" + number);
        try {
            Files.move(from, to);
            notice("The file " + name + " " + why + "; it is kept as " + to.getFileName() + " in " + directory + ".");
        } catch (IOException e) {
            notice("The file " + from + " " + why + " and could not be kept aside (" + DiskReason.of(e) + ").");
        }
    }

    /** Replaces a file: after a crash there is the old one or the new one, whole. */
    void write(String name, int version, JsonNode state) throws HomeProblem {
        ObjectNode whole = MAPPER.createObjectNode().put("version", version);
        whole.set("state", state);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (name.endsWith(".gz")) {
                try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                    MAPPER.writeValue(zip, whole);
                }
            } else {
                MAPPER.writeValue(bytes, whole);
            }
            replace(directory.resolve(name), bytes.toByteArray());
        } catch (IOException e) {
            throw new HomeProblem("The lab could not save " + directory.resolve(name) + " (" + DiskReason.of(e)
                    + "). What you do now may be lost when you quit.");
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (ByteBuffer buffer = ByteBuffer.wrap(content); buffer.hasRemaining(); ) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        close(lock);
    }
}
