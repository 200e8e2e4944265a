package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.scanner.ScannerException;

/** Reads one YAML document as goyaml.v2 does; snakeyaml scans and parses, what scalars mean is decided here. */
final class YamlReader {
    private static final Tag PLAIN = new Tag("!plain");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern UNDEFINED = Pattern.compile("found undefined alias (.*)");

    /** What goyaml says for what snakeyaml says; the first whose start fits. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("mapping values are not allowed", "mapping values are not allowed in this context"),
            Map.entry("found character", "found character that cannot start any token"),
            Map.entry("sequence entries are not allowed", "block sequence entries are not allowed in this context"),
            Map.entry("mapping keys are not allowed", "mapping keys are not allowed in this context"),
            Map.entry("expected ',' or ']'", "did not find expected ',' or ']'"),
            Map.entry("expected ',' or '}'", "did not find expected ',' or '}'"),
            Map.entry("expected the node content", "did not find expected node content"),
            Map.entry("expected '<document start>'", "did not find expected <document start>"),
            Map.entry("could not find expected ':'", "could not find expected ':'"),
            Map.entry("found unexpected end of stream", "found unexpected end of stream"));

    private static final class PlainResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {}

        @Override
        public Tag resolve(NodeId kind, @Nullable String value, boolean implicit) {
            return kind == NodeId.scalar && implicit ? PLAIN : super.resolve(kind, value, implicit);
        }
    }

    private YamlReader() {}

    static JsonNode read(String text, int firstLine) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(10_000);
        try {
            Composer composer =
                    new Composer(new ParserImpl(new StreamReader(text), options), new PlainResolver(), options);
            Node node = composer.getSingleNode();
            return node == null ? NullNode.instance : value(node);
        } catch (MarkedYAMLException problem) {
            throw problem(problem, firstLine);
        } catch (YAMLException problem) {
            throw new YamlProblem("yaml: control characters are not allowed", firstLine);
        }
    }

    private static JsonNode value(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = NODES.objectNode();
            fill(object, mapping);
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = NODES.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(value(item));
            }
            return array;
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.getTag().equals(PLAIN)) {
            return YamlScalar.resolve(scalar.getValue()).json(scalar.getValue());
        }
        if (scalar.getTag().startsWith("tag:yaml.org,2002:") && !scalar.getTag().equals(Tag.STR)) {
            return YamlScalar.resolve(scalar.getValue()).json(scalar.getValue());
        }
        return NODES.textNode(scalar.getValue());
    }

    /** Own keys win over merged ones, wherever {@code <<} stands. */
    private static void fill(ObjectNode object, MappingNode mapping) {
        List<Node> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key
                    && key.getTag().equals(PLAIN)
                    && key.getValue().equals("<<")) {
                merged.add(tuple.getValueNode());
            } else {
                object.set(key(tuple.getKeyNode()), value(tuple.getValueNode()));
            }
        }
        for (Node source : merged) {
            merge(object, source);
        }
    }

    private static void merge(ObjectNode object, Node source) {
        if (source instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                merge(object, item);
            }
        } else if (source instanceof MappingNode mapping) {
            ObjectNode other = NODES.objectNode();
            fill(other, mapping);
            other.properties().forEach(field -> object.putIfAbsent(field.getKey(), field.getValue()));
        } else {
            throw new YamlProblem(
                    "yaml: map merge requires map or sequence of maps as the value",
                    source.getStartMark().getLine() + 1);
        }
    }

    private static String key(Node node) {
        JsonNode key = value(node);
        if (key.isContainerNode()) {
            throw new YamlProblem(
                    "yaml: invalid map key: " + key, node.getStartMark().getLine() + 1);
        }
        return key.isNull() ? "null" : key.asText();
    }

    /** Models goyaml.v2 parser.fail: line numbers of parser errors (not of scanner errors) are one too small. */
    private static YamlProblem problem(MarkedYAMLException problem, int firstLine) {
        String said = String.valueOf(problem.getProblem());
        Mark mark = problem.getProblemMark();
        Mark context = problem.getContextMark();
        Matcher undefined = UNDEFINED.matcher(said);
        int place = mark == null ? 0 : mark.getLine();
        if (undefined.matches()) {
            return new YamlProblem("yaml: unknown anchor '" + undefined.group(1) + "' referenced", firstLine + place);
        }
        int line = place != 0 || context == null ? place : context.getLine();
        if (line != 0 && problem instanceof ScannerException) {
            line++;
        }
        String where = line == 0 ? "" : "line " + line + ": ";
        return new YamlProblem("yaml: " + where + words(said, String.valueOf(problem.getContext())), firstLine + place);
    }

    private static String words(String said, String context) {
        if (said.startsWith("expected <block end>")) {
            return context.contains("sequence") || context.contains("collection")
                    ? "did not find expected '-' indicator"
                    : "did not find expected key";
        }
        for (Map.Entry<String, String> entry : WORDS) {
            if (said.startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        return said;
    }
}
