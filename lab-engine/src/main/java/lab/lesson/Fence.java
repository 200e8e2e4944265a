package lab.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fenced block that means something to the lab.
 *
 * @param kind the first word of the info string
 * @param line of the opening fence; the text begins on the next
 */
record Fence(String kind, Map<String, String> attributes, int line, String text) {
    private static final List<String> STEP = List.of("id", "aliases", "points");
    private static final List<String> TRIES = List.of("retry", "consecutive");

    /** The kinds of blocks and their attributes. */
    static final Map<String, List<String>> KINDS = kinds();

    /** Languages of plain code blocks that may look like a misspelt kind. */
    private static final Set<String> LANGUAGES = Set.of(
            "text", "bash", "sh", "shell", "yaml", "json", "java", "diff", "http", "go", "xml", "sql", "mermaid");

    private static final Pattern INFO = Pattern.compile("(\\S+?)\\s*(?:(\\{)(.*)\\}\\s*)?");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s*([A-Za-z_-]+)(?:=(?:\"([^\"]*)\"|([^\\s\"]+)))?(?=\\s|$)");

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("console", join(STEP, List.of("match"), TRIES));
        kinds.put("predict", STEP);
        kinds.put("quiz", STEP);
        kinds.put("task", join(STEP, List.of("hint-cost")));
        kinds.put("check", join(STEP, TRIES));
        kinds.put("solution", List.of());
        kinds.put("hint", List.of());
        kinds.put("annotate", List.of());
        kinds.put("setup", List.of());
        kinds.put("reset", List.of());
        return kinds;
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }

    /** Null when the block is plain code (or wrong, which is then among the problems). */
    static @Nullable Fence read(String info, int line, String text, Problems problems) {
        String word = info.strip().split("[\\s{]", 2)[0];
        if (word.isEmpty()) {
            return null;
        }
        List<String> known = KINDS.get(word);
        if (known == null) {
            boolean near = KINDS.keySet().stream().anyMatch(kind -> Nearest.distance(word, kind) <= 2);
            if (info.contains("{") || (near && !LANGUAGES.contains(word))) {
                problems.at(line, "no block is called \"" + word + "\"" + Nearest.hint(word, KINDS.keySet()));
            }
            return null;
        }
        Matcher form = INFO.matcher(info.strip());
        if (!form.matches()) {
            problems.at(line, "the attributes of a block stand in braces: ```" + word + " {name=value …}");
            return new Fence(word, Map.of(), line, text);
        }
        return new Fence(word, attributes(word, form.group(3), known, line, problems), line, text);
    }

    private static Map<String, String> attributes(
            String kind, @Nullable String list, List<String> known, int line, Problems problems) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String rest = list == null ? "" : list.strip();
        while (!rest.isEmpty()) {
            Matcher one = ATTRIBUTE.matcher(rest);
            if (!one.lookingAt()) {
                problems.at(
                        line, "cannot read the attribute at \"" + rest + "\": write name=value or name=\"a value\"");
                return attributes;
            }
            rest = rest.substring(one.end()).strip();
            String name = one.group(1);
            String value = one.group(2) != null ? one.group(2) : one.group(3);
            if (!known.contains(name)) {
                problems.at(
                        line,
                        "a " + kind + " block has no attribute \"" + name + "\""
                                + (known.isEmpty() ? "; it has none" : Nearest.hint(name, known)));
            } else if (value == null) {
                problems.at(line, "attribute \"" + name + "\" needs a value: " + name + "=…");
            } else if (attributes.putIfAbsent(name, value) != null) {
                problems.at(line, "attribute \"" + name + "\" is given twice");
            }
        }
        return attributes;
    }

    @Nullable
    String attribute(String name) {
        return attributes.get(name);
    }

    int number(String name, int otherwise, Problems problems) {
        String value = attribute(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,4}")) {
            problems.at(line, "attribute \"" + name + "\" is a whole number, not \"" + value + "\"");
            return otherwise;
        }
        return Integer.parseInt(value);
    }

    Retry retry(Problems problems) {
        return Durations.retry(attribute("retry"), attribute("consecutive"), line, problems);
    }
}
