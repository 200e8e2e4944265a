package lab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.lesson.CourseReader;

/** The lessons, samples and manifests inside the jar. */
final class BundledContent implements CourseReader.Content {
    private static final String ROOT = "content/";
    private static final List<String> FOR_THE_WORKSPACE = List.of("samples", "manifests");

    @Override
    public Optional<String> read(String name) {
        try (InputStream in = BundledContent.class.getClassLoader().getResourceAsStream(ROOT + "lessons/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the jar cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Lays samples and manifests into a workspace. What is there already stays as it is: the learner may have edited it.
     *
     * @throws IOException when the directory cannot be written
     */
    void layInto(Path workspace) throws IOException {
        try {
            Path code = Path.of(BundledContent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(code)) {
                copy(code.resolve(ROOT), workspace);
                return;
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + code.toUri()), java.util.Map.of())) {
                copy(jar.getPath("/" + ROOT), workspace);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the jar has no place: " + e.getMessage(), e);
        }
    }

    private static void copy(Path content, Path workspace) throws IOException {
        for (String part : FOR_THE_WORKSPACE) {
            Path from = content.resolve(part);
            if (!Files.isDirectory(from)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = workspace.resolve(content.relativize(file).toString());
                    if (!Files.exists(to)) {
                        Files.createDirectories(workspace.resolve(
                                content.relativize(file.getParent()).toString()));
                        Files.copy(file, to);
                    }
                }
            }
        }
    }
}
