package lab.sandbox.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lab.sandbox.api.Resource.Column;
import lab.sandbox.api.Resource.Subresource;

/** Reads {@code resources.txt}: what a real API server of the pinned version serves by itself. */
final class BuiltinResources {
    private final List<Resource> resources = new ArrayList<>();
    private String group = "";
    private String version = "";
    private String[] head = {};
    private List<Subresource> subresources = new ArrayList<>();
    private List<Column> columns = new ArrayList<>();

    private BuiltinResources() {}

    static List<Resource> read() {
        BuiltinResources reader = new BuiltinResources();
        try (InputStream in = Objects.requireNonNull(BuiltinResources.class.getResourceAsStream("resources.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.line(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader.finish();
        return List.copyOf(reader.resources);
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            return;
        }
        if (line.startsWith("  /")) {
            String[] words = line.substring(3).split(" ");
            String[] kind = words[2].split("/");
            subresources.add(new Subresource(
                    words[0],
                    verbs(words[1]),
                    kind.length == 3 ? kind[0] : "",
                    kind.length == 3 ? kind[1] : "",
                    kind[kind.length - 1]));
        } else if (line.startsWith("  |")) {
            for (String column : line.substring(3).split("\\|")) {
                columns.add(column(column));
            }
        } else {
            finish();
            String[] words = line.split(" ");
            if (words[0].equals("group")) {
                group = words[1].equals("-") ? "" : words[1];
            } else if (words[0].equals("version")) {
                version = words[1];
            } else {
                head = words;
            }
        }
    }

    private static Column column(String text) {
        boolean wide = text.endsWith("*");
        String[] parts = (wide ? text.substring(0, text.length() - 1) : text).split(":");
        return new Column(
                parts[0], parts.length > 1 ? parts[1] : "string", parts.length > 2 ? parts[2] : "", wide, null);
    }

    private static List<String> verbs(String text) {
        return text.equals("*") ? Resource.ALL_VERBS : List.of(text.split(","));
    }

    private List<String> attribute(String name) {
        for (String word : head) {
            if (word.startsWith(name + "=")) {
                return List.of(word.substring(name.length() + 1).split(","));
            }
        }
        return List.of();
    }

    private void finish() {
        if (head.length > 0) {
            resources.add(new Resource(
                    group,
                    version,
                    head[0],
                    head[1],
                    head[2],
                    head[3].equals("N"),
                    verbs(head[4]),
                    attribute("short"),
                    attribute("categories"),
                    attribute("generation"),
                    subresources,
                    columns,
                    null));
        }
        head = new String[0];
        subresources = new ArrayList<>();
        columns = new ArrayList<>();
    }
}
