package lab.lesson;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.kube.YamlSource;
import org.jspecify.annotations.Nullable;

/** The members of a YAML mapping that an author wrote, each read once by its name; unknown names are problems. */
final class Fields {
    private final String what;
    private final Map<String, YamlSource.Value> members;
    private final int line;
    private final int offset;
    private final Problems problems;

    /** @param offset what to add to YAML's lines to get the file's */
    Fields(String what, YamlSource.Value value, int offset, Problems problems, List<String> known) {
        this.what = what;
        this.offset = offset;
        this.problems = problems;
        this.line = value.line() + offset;
        if (!(value instanceof YamlSource.Mapping mapping)) {
            problems.at(line, what + " is a mapping of: " + String.join(", ", known));
            this.members = Map.of();
            return;
        }
        mapping.keyLines().forEach((key, keyLine) -> {
            if (!known.contains(key)) {
                problems.at(keyLine + offset, what + " has no key \"" + key + "\"" + Nearest.hint(key, known));
            }
        });
        for (String key : mapping.twice()) {
            problems.at(mapping.keyLines().getOrDefault(key, 0) + offset, "key \"" + key + "\" is given twice");
        }
        this.members = mapping.members();
    }

    int line() {
        return line;
    }

    int line(String key) {
        YamlSource.Value value = members.get(key);
        return value == null ? line : value.line() + offset;
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    YamlSource.@Nullable Value value(String key) {
        return members.get(key);
    }

    @Nullable
    String text(String key) {
        YamlSource.Value value = members.get(key);
        if (value == null || value instanceof YamlSource.Scalar) {
            return value instanceof YamlSource.Scalar scalar ? scalar.text() : null;
        }
        problems.at(line(key), "\"" + key + "\" is a text");
        return null;
    }

    String text(String key, String otherwise) {
        String value = text(key);
        return value == null ? otherwise : value;
    }

    String needed(String key) {
        String value = text(key);
        if (!has(key)) {
            problems.at(line, what + " needs \"" + key + "\"");
        } else if (value != null && value.isBlank()) {
            problems.at(line(key), "\"" + key + "\" is empty");
        }
        return value == null ? "" : value;
    }

    @Nullable
    Boolean flag(String key) {
        String value = text(key);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            problems.at(line(key), "\"" + key + "\" is true or false, not \"" + value + "\"");
        }
        return value == null ? null : Boolean.valueOf(value);
    }

    @Nullable
    Integer number(String key) {
        String value = text(key);
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,6}")) {
            problems.at(line(key), "\"" + key + "\" is a whole number, not \"" + value + "\"");
            return null;
        }
        return Integer.valueOf(value);
    }

    /** A sequence; a single value counts as a sequence of one. */
    List<YamlSource.Value> items(String key) {
        YamlSource.Value value = members.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof YamlSource.Sequence sequence ? sequence.items() : List.of(value);
    }

    List<String> words(String key) {
        return items(key).stream()
                .flatMap(item -> {
                    if (item instanceof YamlSource.Scalar scalar) {
                        return Stream.of(scalar.text());
                    }
                    problems.at(item.line() + offset, "\"" + key + "\" is a list of texts");
                    return Stream.of();
                })
                .collect(Collectors.toList());
    }
}
