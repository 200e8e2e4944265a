package lab.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads progress without locking or changing anything; what cannot be read counts as nothing. */
final class PeekedProgress {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PeekedProgress() {}

    static Progress read(Path directory) {
        Progress progress = new Progress();
        try {
            JsonNode saved = MAPPER.readTree(Files.readAllBytes(directory.resolve(SessionStore.PROGRESS)));
            if (saved.path("version").asInt() == SessionStore.VERSION) {
                progress = Progress.load(saved.path("state"));
            }
        } catch (IOException e) {
            // No snapshot: the journal has everything.
        }
        try {
            for (String line : Files.readAllLines(directory.resolve(Journal.NAME))) {
                JsonNode entry = MAPPER.readTree(line);
                if (entry.path("n").asLong() > progress.last()) {
                    progress.apply(entry);
                }
            }
        } catch (IOException e) {
            // A line that another lab is just writing, or no journal at all.
        }
        return progress;
    }
}
