package lab.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in a home, one JSON object a line, only ever appended to, each line on the disk before the
 * next command runs. Its first line names its version.
 */
final class Journal implements AutoCloseable {
    static final String NAME = "journal.jsonl";
    static final int VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FileChannel channel;
    private final List<JsonNode> entries;

    private Journal(FileChannel channel, List<JsonNode> entries) {
        this.channel = channel;
        this.entries = entries;
    }

    /** Reads what there is. A last line cut off by a crash is dropped; anything else unreadable is kept aside. */
    static Journal open(Home home) throws HomeProblem {
        Path file = home.directory().resolve(NAME);
        try {
            List<JsonNode> entries = new ArrayList<>();
            String text = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            int whole = text.lastIndexOf('\n') + 1;
            boolean good = whole == 0 || parse(text.substring(0, whole), entries);
            if (!good) {
                home.aside(NAME, "is damaged or was written by a newer lab");
                rewrite(file, entries);
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (good && whole < text.length()) {
                channel.truncate(whole);
            }
            channel.position(channel.size());
            Journal journal = new Journal(channel, entries);
            if (channel.size() == 0) {
                journal.line(MAPPER.createObjectNode().put("version", VERSION));
            }
            return journal;
        } catch (IOException e) {
            throw new HomeProblem("The lab cannot write its journal " + file + " (" + DiskReason.of(e)
                    + "). Make room or make it writable, or choose another directory with --home DIR.");
        }
    }

    /** @return false when a line is unreadable or the version is newer; the entries before it are there */
    private static boolean parse(String text, List<JsonNode> entries) {
        boolean good = true;
        for (String line : text.split("\n")) {
            JsonNode entry = entry(line);
            if (entry == null || entry.path("version").asInt() > VERSION) {
                good = false;
                if (entry != null) {
                    return false;
                }
            } else if (entry.has("n")) {
                entries.add(entry);
            }
        }
        return good;
    }

    private static @Nullable JsonNode entry(String line) {
        try {
            JsonNode entry = MAPPER.readTree(line.getBytes(StandardCharsets.ISO_8859_1));
            return entry.isObject() ? entry : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static void rewrite(Path file, List<JsonNode> entries) throws IOException {
        StringBuilder text = new StringBuilder("{\"version\":" + VERSION + "}\n");
        for (JsonNode entry : entries) {
            text.append(MAPPER.writeValueAsString(entry)).append('\n');
        }
        Files.writeString(file, text);
    }

    /** All entries, oldest first. */
    List<JsonNode> entries() {
        return entries;
    }

    void append(ObjectNode entry) throws HomeProblem {
        try {
            line(entry);
        } catch (IOException e) {
            throw new HomeProblem("The lab could not write its journal (" + DiskReason.of(e)
                    + "). What you do now may be lost when you quit.");
        }
    }

    private void line(ObjectNode entry) throws IOException {
        long start = channel.position();
        try {
            byte[] bytes = (MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
            for (ByteBuffer buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
                channel.write(buffer);
            }
            channel.force(false);
        } catch (JsonProcessingException e) {
            throw new IOException(e);
        } catch (IOException e) {
            // Half a line must not stand before the next one.
            channel.truncate(start);
            throw e;
        }
    }

    @Override
    public void close() throws HomeProblem {
        try {
            channel.close();
        } catch (IOException e) {
            throw new HomeProblem("The lab could not close its journal (" + DiskReason.of(e) + ").");
        }
    }
}
