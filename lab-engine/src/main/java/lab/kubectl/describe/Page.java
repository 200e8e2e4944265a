package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import lab.kubectl.text.GoValue;
import lab.kubectl.text.TabWriter;

/** The text of one description while it is written: indented lines whose cells are aligned at the end. */
final class Page {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final int LONGEST_ANNOTATION = 140;
    private static final DateTimeFormatter RFC1123Z =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ROOT);

    private final StringBuilder text = new StringBuilder();

    /** Adds text as it is. */
    Page add(String piece) {
        text.append(piece);
        return this;
    }

    /** Adds a line, indented by two spaces a level. */
    Page line(int level, String line) {
        text.append("  ".repeat(level)).append(line).append('\n');
        return this;
    }

    /** A title and its value at the outermost level. */
    Page field(String title, String value) {
        return line(0, title + ":\t" + value);
    }

    Page field(String title, JsonNode value) {
        return field(title, value.asText(""));
    }

    /** Name, namespace, labels and annotations, as most kinds begin. */
    Page head(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        field("Name", metadata.path("name")).field("Namespace", metadata.path("namespace"));
        return labels("Labels", metadata.path("labels")).annotations("Annotations", metadata.path("annotations"));
    }

    Page labels(String title, JsonNode labels) {
        add(title + ":\t");
        List<String> keys = GoValue.keys(labels);
        if (keys.isEmpty()) {
            return add("<none>\n");
        }
        String indent = "";
        for (String key : keys) {
            add(indent + key + "=" + labels.path(key).asText() + "\n");
            indent = "\t";
        }
        return this;
    }

    Page annotations(String title, JsonNode annotations) {
        add(title + ":\t");
        String indent = "";
        for (String key : GoValue.keys(annotations)) {
            if (key.equals(LAST_APPLIED)) {
                continue;
            }
            String value = annotations.path(key).asText();
            value = value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
            add(indent + key + ":");
            if (value.length() + key.length() + 2 > LONGEST_ANNOTATION || value.contains("\n")) {
                add("\n");
                for (String line : value.split("\n", -1)) {
                    int longest = LONGEST_ANNOTATION - 2;
                    add("\t  " + (line.length() > longest ? line.substring(0, longest) + "..." : line) + "\n");
                }
            } else {
                add(" " + value + "\n");
            }
            indent = "\t";
        }
        return indent.isEmpty() ? add("<none>\n") : this;
    }

    /** A time such as {@code 2026-11-23T01:34:57Z} as {@code Mon, 23 Nov 2026 01:34:57 +0000}. */
    static String time(JsonNode timestamp) {
        try {
            return OffsetDateTime.parse(timestamp.asText())
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .format(RFC1123Z);
        } catch (DateTimeParseException none) {
            return "Mon, 01 Jan 0001 00:00:00 +0000";
        }
    }

    static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }

    /** The text before its cells are aligned. */
    String raw() {
        return text.toString();
    }

    @Override
    public String toString() {
        return TabWriter.describe(text.toString().replace("\u001b", "^[").replace("\r", "\\r"));
    }
}
