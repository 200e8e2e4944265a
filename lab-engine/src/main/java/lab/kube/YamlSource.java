package lab.kube;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML that a person wrote, as a tree that remembers the line of each value: for whoever reports a person's errors. */
public final class YamlSource {
    /** A value and the line it starts on, from 0. */
    public sealed interface Value {
        int line();
    }

    public record Scalar(int line, String text) implements Value {}

    public record Sequence(int line, List<Value> items) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys that occur twice are in {@code twice}; the last value counts. */
    public record Mapping(int line, Map<String, Value> members, Map<String, Integer> keyLines, List<String> twice)
            implements Value {
        public Mapping {
            twice = List.copyOf(twice);
        }
    }

    /** The text is not YAML. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        Malformed(int line, String message) {
            super(message);
            this.line = line;
        }

        /** From 0. */
        public int line() {
            return line;
        }
    }

    private YamlSource() {}

    /** @return an empty mapping for an empty text */
    public static Value read(String text) throws Malformed {
        try {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            return node == null ? new Mapping(0, Map.of(), Map.of(), List.of()) : value(node);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new Malformed(line, e.getProblem() == null ? "not YAML" : e.getProblem());
        }
    }

    private static Value value(Node node) {
        int line = node.getStartMark() == null ? 0 : node.getStartMark().getLine();
        if (node instanceof MappingNode mapping) {
            Map<String, Value> members = new LinkedHashMap<>();
            Map<String, Integer> keyLines = new LinkedHashMap<>();
            List<String> twice = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                if (members.put(key, value(tuple.getValueNode())) != null) {
                    twice.add(key);
                }
                keyLines.put(key, tuple.getKeyNode().getStartMark().getLine());
            }
            return new Mapping(line, members, keyLines, twice);
        }
        if (node instanceof SequenceNode sequence) {
            return new Sequence(
                    line, sequence.getValue().stream().map(YamlSource::value).toList());
        }
        return new Scalar(line, node instanceof ScalarNode scalar ? scalar.getValue() : "");
    }
}
