package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import lab.kubectl.text.GoValue;

/** Dumps an object whose kind has no describer: every field, with its name spread into words. */
final class GenericDescriber implements Describer {
    private static final Set<String> HEAD = Set.of(
            ".metadata.managedFields",
            ".metadata.name",
            ".metadata.namespace",
            ".metadata.labels",
            ".metadata.annotations");
    private static final List<String> ACRONYMS = List.of("API", "URL", "UID", "OSB", "GUID");

    @Override
    public void describe(JsonNode object, Source source, Page page) {
        page.head(object);
        dump(object, 0, "", page);
        Events.of(object, source, page);
    }

    private static void dump(JsonNode object, int level, String prefix, Page page) {
        for (String field : GoValue.keys(object)) {
            String path = prefix + "." + field;
            JsonNode value = object.path(field);
            if (HEAD.contains(path)) {
                continue;
            }
            if (value.isObject()) {
                page.line(level, label(field) + ":");
                dump(value, level + 1, path, page);
            } else if (value.isArray()) {
                page.line(level, label(field) + ":");
                for (JsonNode child : value) {
                    if (child.isObject()) {
                        dump(child, level + 1, path, page);
                    } else {
                        page.line(level + 1, GoValue.plain(child));
                    }
                }
            } else {
                page.line(level, label(field) + ":\t" + GoValue.plain(value));
            }
        }
    }

    /** {@code creationTimestamp} as {@code Creation Timestamp}; names with other signs than letters stay. */
    static String label(String field) {
        if (!field.chars().allMatch(c -> Character.isLetter(c) || c == '-')) {
            return field;
        }
        StringJoiner words = new StringJoiner(" ");
        // camel case: an upper-case run keeps its last letter for the word that follows
        for (String part : field.split("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?=-)|(?<=-)")) {
            String upper = part.toUpperCase(Locale.ROOT);
            words.add(ACRONYMS.contains(upper) ? upper : upper.substring(0, 1) + part.substring(1));
        }
        return words.toString();
    }
}
