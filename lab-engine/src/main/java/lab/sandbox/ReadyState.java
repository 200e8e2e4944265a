package lab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The state in which every sandbox starts: the cluster as its controllers make it, with Istio installed. Making it takes
 * the controllers' work of more than two minutes of sandbox time, so the build does that once for the usual seed and
 * puts the outcome into lab.jar; any other seed, and classes outside the jar, make it when it is asked for.
 */
final class ReadyState {
    /** What the command line takes where no seed is given. */
    private static final long USUAL_SEED = 1;

    private static final String RESOURCE = "ready.json";
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private record Made(long seed, JsonNode state) {}

    /** The last one, for a process that makes several sandboxes of one seed: they share what none of them changes. */
    private static volatile @Nullable Made last;

    private ReadyState() {}

    static JsonNode of(long seed) {
        Made known = last;
        if (known != null && known.seed() == seed) {
            return known.state();
        }
        JsonNode carried = seed == USUAL_SEED ? carried() : null;
        JsonNode state = carried == null ? Sandbox.installed(seed) : carried;
        last = new Made(seed, state);
        return state;
    }

    private static @Nullable JsonNode carried() {
        try (InputStream in = ReadyState.class.getResourceAsStream(RESOURCE)) {
            return in == null ? null : MAPPER.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("lab.jar is damaged: " + RESOURCE + ": " + e.getMessage(), e);
        }
    }

    static String text(JsonNode state) throws IOException {
        return MAPPER.writeValueAsString(state);
    }

    /** Run by the build. The argument is the file to write. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text(Sandbox.installed(USUAL_SEED)));
    }
}
