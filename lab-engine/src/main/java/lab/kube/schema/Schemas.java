package lab.kube.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All schemas of the built-in kinds; read from {@code schemas.txt} when they are first asked for. */
public final class Schemas {
    private static final class Loaded {
        static final Schemas KUBERNETES = new Schemas();
    }

    private final Map<String, Schema> byName = new HashMap<>();
    private final Map<String, String> byKind = new HashMap<>();
    private String name = "";
    private String alias = "";
    private Map<String, Field> fields = new LinkedHashMap<>();

    private Schemas() {
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream("schemas.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(" ")) {
                    Field field = field(line.substring(1));
                    fields.put(field.name(), field);
                } else if (!line.startsWith("#")) {
                    finish();
                    head(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        finish();
    }

    public static Schemas kubernetes() {
        return Loaded.KUBERNETES;
    }

    private void finish() {
        if (!name.isEmpty()) {
            byName.put(name, new Schema(name, alias, fields));
        }
        fields = new LinkedHashMap<>();
    }

    private void head(String line) {
        String[] words = line.split(" ");
        name = words[0];
        alias = "";
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("kind=")) {
                for (String kind : words[i].substring(5).split(",")) {
                    byKind.put(kind, name);
                }
            } else if (words[i].equals("=")) {
                alias = words[i + 1];
            }
        }
    }

    private static Field field(String line) {
        String[] words = line.split(" ", 3);
        boolean required = words[0].endsWith("!");
        String name = required ? words[0].substring(0, words[0].length() - 1) : words[0];
        List<String> enums = List.of();
        String strategy = "";
        String mergeKey = "";
        String listType = "";
        List<String> mapKeys = List.of();
        for (String word : words.length > 2 ? words[2].split(" ") : new String[0]) {
            int equals = word.indexOf('=');
            String value = word.substring(equals + 1);
            int colon = value.indexOf(':');
            String first = colon < 0 ? value : value.substring(0, colon);
            String second = colon < 0 ? "" : value.substring(colon + 1);
            switch (word.substring(0, Math.max(0, equals))) {
                case "enum" -> enums = List.of(value.split(","));
                case "patch" -> {
                    strategy = first;
                    mergeKey = second;
                }
                case "list" -> {
                    listType = first;
                    mapKeys = second.isEmpty() ? List.of() : List.of(second.split(","));
                }
                default -> {}
            }
        }
        return new Field(name, Type.parse(words[1]), required, enums, strategy, mergeKey, listType, mapKeys);
    }

    /** The schema of a kind, or null if it is none of the built-in ones that are described. */
    public @Nullable Schema of(String group, String version, String kind) {
        String found = byKind.get(group + "/" + version + "/" + kind);
        return found == null ? null : byName.get(found);
    }

    /** The same by an object's {@code apiVersion}. */
    public @Nullable Schema of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? of("", apiVersion, kind)
                : of(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
    }

    public @Nullable Schema named(String wanted) {
        return byName.get(wanted);
    }

    /** The fields behind a type, or null if it has none that are known. */
    public @Nullable Schema behind(Type type) {
        return type instanceof Type.Ref ref ? byName.get(ref.name()) : null;
    }
}
