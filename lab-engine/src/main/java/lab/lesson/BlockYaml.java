package lab.lesson;

import java.util.List;
import lab.kube.YamlSource;

/** The YAML inside a fence or a front matter, with its lines counted in the file. */
final class BlockYaml {
    private BlockYaml() {}

    /** An empty sequence if the text is not YAML, which is then among the problems. */
    static YamlSource.Value read(String text, int offset, Problems problems) {
        try {
            return YamlSource.read(text);
        } catch (YamlSource.Malformed e) {
            problems.at(e.line() + offset, "not YAML: " + e.getMessage());
            return new YamlSource.Mapping(0, java.util.Map.of(), java.util.Map.of(), List.of());
        }
    }

    /** The items of a list; a single mapping counts as a list of one. */
    static List<YamlSource.Value> items(YamlSource.Value value) {
        return value instanceof YamlSource.Sequence sequence ? sequence.items() : List.of(value);
    }
}
