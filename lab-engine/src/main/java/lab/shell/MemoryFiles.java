package lab.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files in memory, with owners and permissions: the file system of a container. Saved and loaded as JSON. */
public final class MemoryFiles implements FileTree {
    private static final String ROOT_USER = "root";

    private final NavigableMap<String, MemoryFile> nodes;
    private final Supplier<Instant> clock;
    private final String directory;
    private final String user;
    private final @Nullable Set<String> writable;

    /** An empty tree with a root directory, used by root. */
    public MemoryFiles(Supplier<Instant> clock) {
        this(new TreeMap<>(), clock, "/", ROOT_USER, null);
        nodes.put("/", new MemoryFile(Kind.DIRECTORY, new byte[0], clock.get(), "rwxr-xr-x", ROOT_USER));
    }

    private MemoryFiles(
            NavigableMap<String, MemoryFile> nodes,
            Supplier<Instant> clock,
            String directory,
            String user,
            @Nullable Set<String> writable) {
        this.nodes = nodes;
        this.clock = clock;
        this.directory = directory;
        this.user = user;
        this.writable = writable;
    }

    /** The same files as another user sees them: others' files only as their permissions allow, root's word is law. */
    public MemoryFiles as(String name) {
        return new MemoryFiles(nodes, clock, directory, name, writable);
    }

    /** The same files on a read-only root file system, where only these directories (mounts) can be written. */
    public MemoryFiles readOnlyExcept(Set<String> directories) {
        return new MemoryFiles(nodes, clock, directory, user, Set.copyOf(directories));
    }

    /** Lays a file, with the directories above it, past all permissions: how images and mounts get their content. */
    public MemoryFiles put(String path, String text, String permissions, String owner) {
        return put(path, text.getBytes(StandardCharsets.UTF_8), permissions, owner);
    }

    public MemoryFiles put(String path, byte[] content, String permissions, String owner) {
        String absolute = FilePaths.absolute(directory, path);
        putDirectory(FilePaths.parent(absolute), "rwxr-xr-x", ROOT_USER);
        nodes.put(absolute, new MemoryFile(Kind.FILE, content.clone(), clock.get(), permissions, owner));
        return this;
    }

    /** Makes a directory and those above it, past all permissions; an existing one stays as it is. */
    public MemoryFiles putDirectory(String path, String permissions, String owner) {
        String absolute = FilePaths.absolute(directory, path);
        if (!nodes.containsKey(absolute)) {
            putDirectory(FilePaths.parent(absolute), "rwxr-xr-x", ROOT_USER);
            nodes.put(absolute, new MemoryFile(Kind.DIRECTORY, new byte[0], clock.get(), permissions, owner));
        }
        return this;
    }

    @Override
    public String directory() {
        return directory;
    }

    @Override
    public FileTree at(String path) throws FileProblem {
        String absolute = FilePaths.absolute(directory, path);
        requireDirectory(absolute);
        check(absolute, 2);
        return new MemoryFiles(nodes, clock, absolute, user, writable);
    }

    @Override
    public Optional<Status> status(String path) {
        String absolute = FilePaths.absolute(directory, path);
        MemoryFile node = nodes.get(absolute);
        if (node == null || (path.endsWith("/") && node.kind == Kind.FILE)) {
            return Optional.empty();
        }
        long size = node.kind == Kind.FILE ? node.size() : 4096;
        return Optional.of(new Status(node.kind, size, node.modified(), node.permissions, node.owner));
    }

    @Override
    public List<String> list(String path) throws FileProblem {
        String absolute = FilePaths.absolute(directory, path);
        requireDirectory(absolute);
        check(absolute, 0);
        String prefix = absolute.equals("/") ? "/" : absolute + "/";
        List<String> names = new ArrayList<>();
        for (String key : nodes.tailMap(prefix, false).keySet()) {
            if (!key.startsWith(prefix)) {
                break;
            }
            String rest = key.substring(prefix.length());
            if (rest.indexOf('/') < 0) {
                names.add(rest);
            }
        }
        return names;
    }

    @Override
    public InputStream read(String path) throws FileProblem {
        String absolute = FilePaths.absolute(directory, path);
        if (absolute.equals("/dev/null")) {
            return InputStream.nullInputStream();
        }
        MemoryFile node = require(absolute);
        if (node.kind == Kind.DIRECTORY) {
            throw new FileProblem("Is a directory");
        }
        check(absolute, 0);
        return new ByteArrayInputStream(node.content());
    }

    @Override
    public Output write(String path, boolean append) throws FileProblem {
        String absolute = FilePaths.absolute(directory, path);
        if (absolute.equals("/dev/null")) {
            return Discarded.OUTPUT;
        }
        MemoryFile node = nodes.get(absolute);
        if (node == null) {
            requireDirectory(FilePaths.parent(absolute));
            checkWritable(absolute);
            check(FilePaths.parent(absolute), 1);
            node = new MemoryFile(Kind.FILE, new byte[0], clock.get(), "rw-r--r--", user);
        } else if (node.kind == Kind.DIRECTORY) {
            throw new FileProblem("Is a directory");
        } else {
            checkWritable(absolute);
            check(absolute, 1);
        }
        nodes.put(absolute, node);
        if (!append) {
            node.truncate(clock.get());
        }
        return new Writing(node);
    }

    /** An open file: every write is seen at once, as on a real system. */
    private final class Writing extends Output {
        private final MemoryFile file;

        Writing(MemoryFile file) {
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            file.append(bytes, offset, length, clock.get());
        }
    }

    @Override
    public void makeDirectory(String path) throws FileProblem {
        String absolute = FilePaths.absolute(directory, path);
        if (nodes.containsKey(absolute)) {
            throw new FileProblem("File exists");
        }
        requireDirectory(FilePaths.parent(absolute));
        checkWritable(absolute);
        check(FilePaths.parent(absolute), 1);
        nodes.put(absolute, new MemoryFile(Kind.DIRECTORY, new byte[0], clock.get(), "rwxr-xr-x", user));
    }

    @Override
    public void delete(String path) throws FileProblem {
        String absolute = FilePaths.absolute(directory, path);
        MemoryFile node = require(absolute);
        if (node.kind == Kind.DIRECTORY && !list(absolute).isEmpty()) {
            throw new FileProblem("Directory not empty");
        }
        checkWritable(absolute);
        check(FilePaths.parent(absolute), 1);
        nodes.remove(absolute);
    }

    @Override
    public void move(String from, String to) throws FileProblem {
        String source = FilePaths.absolute(directory, from);
        String target = FilePaths.absolute(directory, to);
        require(source);
        requireDirectory(FilePaths.parent(target));
        checkWritable(source);
        checkWritable(target);
        check(FilePaths.parent(source), 1);
        check(FilePaths.parent(target), 1);
        if (source.equals(target)) {
            return;
        }
        if (FilePaths.isWithin(target, source)) {
            throw new FileProblem("Invalid argument");
        }
        Map<String, MemoryFile> moved = new TreeMap<>();
        for (String key : List.copyOf(nodes.keySet())) {
            if (FilePaths.isWithin(key, source)) {
                moved.put(target + key.substring(source.length()), nodes.get(key));
                nodes.remove(key);
            }
        }
        nodes.putAll(moved);
    }

    @Override
    public Optional<Path> host(String path) {
        return Optional.empty();
    }

    private MemoryFile require(String absolute) throws FileProblem {
        MemoryFile node = nodes.get(absolute);
        if (node == null) {
            MemoryFile parent = nodes.get(FilePaths.parent(absolute));
            throw new FileProblem(
                    parent != null && parent.kind == Kind.FILE ? "Not a directory" : "No such file or directory");
        }
        return node;
    }

    private void requireDirectory(String absolute) throws FileProblem {
        if (require(absolute).kind != Kind.DIRECTORY) {
            throw new FileProblem("Not a directory");
        }
    }

    private void checkWritable(String absolute) throws FileProblem {
        if (writable != null && writable.stream().noneMatch(mount -> FilePaths.isWithin(absolute, mount))) {
            throw new FileProblem("Read-only file system");
        }
    }

    /** @param letter 0 read, 1 write, 2 execute */
    private void check(String absolute, int letter) throws FileProblem {
        MemoryFile node = nodes.get(absolute);
        if (node == null || user.equals(ROOT_USER)) {
            return;
        }
        if (node.permissions.charAt((node.owner.equals(user) ? 0 : 6) + letter) == '-') {
            throw new FileProblem("Permission denied");
        }
    }

    /** All files, as {@code {path: {kind, permissions, owner, modified, text | base64}}}. */
    public ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        nodes.forEach((path, node) -> {
            ObjectNode entry = saved.putObject(path);
            entry.put("permissions", node.permissions).put("owner", node.owner);
            entry.put("modified", node.modified().toString());
            if (node.kind == Kind.FILE) {
                try {
                    entry.put(
                            "text",
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(node.content()))
                                    .toString());
                } catch (CharacterCodingException e) {
                    entry.put("base64", node.content());
                }
            }
        });
        return saved;
    }

    /** Replaces all files by saved ones. */
    public void load(JsonNode saved) {
        nodes.clear();
        saved.properties().forEach(field -> {
            JsonNode entry = field.getValue();
            byte[] content = entry.path("text").asText("").getBytes(StandardCharsets.UTF_8);
            try {
                content = entry.has("base64") ? entry.get("base64").binaryValue() : content;
            } catch (IOException e) {
                throw new UncheckedIOException("saved file " + field.getKey() + " is not base64", e);
            }
            Kind kind = entry.has("text") || entry.has("base64") ? Kind.FILE : Kind.DIRECTORY;
            nodes.put(
                    field.getKey(),
                    new MemoryFile(
                            kind,
                            content,
                            Instant.parse(entry.path("modified").asText()),
                            entry.path("permissions").asText(),
                            entry.path("owner").asText()));
        });
    }
}
