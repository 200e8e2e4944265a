package lab.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Our recordings of a real cluster, which the project carries among its test resources; those that are large are packed
 * with gzip. Names are those of the recordings, without {@code .gz}: {@code b-traffic/curl/get-i}.
 */
public final class Recordings {
    private static final String ROOT = "real-cluster/";
    private static final String PACKED = ".gz";

    private Recordings() {}

    /** The text of one file. */
    public static String text(String name) {
        return resource(ROOT + name);
    }

    /** What a recorded command printed, without the two lines that tell the command and its exit code. */
    public static String output(String name) {
        return text(name).split("\n", 3)[2];
    }

    /** The lines of one file. */
    public static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    /** The files in a folder, sorted; without its sub-folders. */
    public static List<String> names(String folder) {
        try {
            URL url = Objects.requireNonNull(Recordings.class.getResource(ROOT + folder), folder);
            try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
                return files.filter(Files::isRegularFile)
                        .map(file -> file.getFileName().toString())
                        .map(file -> file.endsWith(PACKED) ? file.substring(0, file.length() - PACKED.length()) : file)
                        .sorted()
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the recordings in " + folder + " cannot be listed", e);
        }
    }

    /** The sessions, such as {@code 01-auto-injection}. */
    public static List<String> sessions() {
        return names("sessions").stream()
                .filter(name -> name.endsWith(".session"))
                .map(name -> name.substring(0, name.length() - ".session".length()))
                .toList();
    }

    /** What the real cluster answered to the commands of a session. */
    public static List<Answer> answers(String session) {
        return lines("sessions/" + session + ".jsonl").stream()
                .map(Answer::read)
                .toList();
    }

    static String resource(String name) {
        try (InputStream plain = Recordings.class.getResourceAsStream(name);
                @Nullable InputStream packed = Recordings.class.getResourceAsStream(name + PACKED)) {
            if (plain == null && packed == null) {
                throw new IllegalArgumentException("no recording is named " + name);
            }
            InputStream in = plain != null ? plain : new GZIPInputStream(Objects.requireNonNull(packed));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
