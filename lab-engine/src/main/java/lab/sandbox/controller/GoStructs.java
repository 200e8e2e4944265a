package lab.sandbox.controller;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of the Go structs that a pod template is made of, in the order of their declaration. */
final class GoStructs {
    private static final Pattern ACRONYM = Pattern.compile("^([A-Z]+(?=[A-Z][a-z])|[A-Z]+$|[A-Z])");

    /** A field: its Go name, its Go type, and where it stands in JSON; an embedded struct's fields stand beside it. */
    record Field(String name, String type, String json, boolean embedded) {
        static Field parse(String text) {
            String name = text.substring(0, text.indexOf(':'));
            String[] typed = text.substring(name.length() + 1).split("=", -1);
            boolean embedded = typed.length == 2 && typed[1].isEmpty();
            boolean unqualified = Character.isUpperCase(typed[0].charAt(0));
            String json = typed.length == 2 ? typed[1] : json(name);
            return new Field(name, unqualified ? "v1." + typed[0] : typed[0], json, embedded);
        }

        private static String json(String name) {
            Matcher start = ACRONYM.matcher(name);
            return start.find() ? start.group().toLowerCase(Locale.ROOT) + name.substring(start.end()) : name;
        }
    }

    private static final Map<String, List<Field>> STRUCTS = read();

    private GoStructs() {}

    /** The fields of {@code v1.Container} and the like; null if the type is no struct of the list. */
    static @Nullable List<Field> fields(String type) {
        return STRUCTS.get(type);
    }

    private static Map<String, List<Field>> read() {
        Map<String, List<Field>> structs = new HashMap<>();
        try (InputStream in = GoStructs.class.getResourceAsStream("pod-template.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks lab/sandbox/controller/pod-template.txt");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] words = line.split(" ");
                List<Field> fields = new ArrayList<>();
                for (int at = 1; at < words.length; at++) {
                    fields.add(Field.parse(words[at]));
                }
                structs.put("v1." + words[0], List.copyOf(fields));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(structs);
    }
}
