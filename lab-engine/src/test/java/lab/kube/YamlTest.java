package lab.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lab.Shared;
import lab.conformance.Answer;
import lab.conformance.Recordings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "yes | true",
                "on | true",
                "off | false",
                "~ | null",
                "0777 | 511",
                "0x1F | 31",
                "1_000 | 1000",
                "1.50 | 1.5",
                "1e3 | 1000",
                "08 | 8",
                "1.2.3 | \"1.2.3\"",
                "2026-01-02 | \"2026-01-02\"",
                "!!str 12 | \"12\"",
                "!!str yes | \"yes\""
            })
    void readsScalarsOfYaml11(String yaml, String json) throws IOException {
        assertEquals(JSON.readTree("{\"a\":" + json + "}"), Yaml.value("a: " + yaml));
    }

    @Test
    void readsAnchorsAndMergeKeys() throws IOException {
        JsonNode tree = Yaml.value("base: &b {x: 1, z: 2}\nown:\n  <<: *b\n  z: 3\n");
        assertEquals(JSON.readTree("{\"z\":3,\"x\":1}"), tree.get("own"));
    }

    @Test
    void readsSeveralDocumentsWithTheirLines() {
        List<Yaml.Document> documents = Yaml.documents("# nothing\n---\na: 1\n---\n\n---\nb: 2\n");
        assertEquals(2, documents.size());
        assertEquals(3, documents.get(0).line());
        assertEquals(7, documents.get(1).line());
    }

    @Test
    void readsConcatenatedJson() {
        assertEquals(2, Yaml.parse("{\"a\":1}\n{\"b\":2}").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b: c|yaml: mapping values are not allowed in this context",
                "a: 1\\nb: c: d|yaml: line 2: mapping values are not allowed in this context",
                "a: [1, 2|yaml: line 1: did not find expected ',' or ']'",
                "a:\\n\\tb: 1|yaml: line 2: found character that cannot start any token",
                "a: *x|yaml: unknown anchor 'x' referenced",
                "a:\\n  b: 1\\n c: 2|yaml: line 2: did not find expected key"
            })
    void saysWhatIsWrongAsGoDoes(String yaml, String message) {
        YamlProblem problem = assertThrows(
                YamlProblem.class, () -> Yaml.parse(yaml.replace("\\n", "\n").replace("\\t", "\t") + "\n"));
        assertEquals(message, problem.problem());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '^',
            value = {
                "plain words|plain words",
                "true|\"true\"",
                "y|\"y\"",
                "15001|\"15001\"",
                "^^|\"\"",
                "*|'*'",
                "a: b|'a: b'",
                "a:b|a:b",
                "-x|-x",
                "-|'-'",
                "it's|it's",
                "12:30|\"12:30\"",
                "2026-01-02T03:04:05Z|\"2026-01-02T03:04:05Z\"",
                "a\\tb|\"a\\tb\"",
                "1e5|\"1e5\"",
                "{\"a\":1}|'{\"a\":1}'",
                " a|' a'"
            })
    void quotesAsGoDoes(String text, String printed) {
        JsonNode node = JsonNodeFactory.instance.textNode(text.replace("\\t", "\t"));
        assertEquals(printed + "\n", Yaml.print(node));
    }

    @Test
    void printsTextsOfSeveralLinesAsBlocks() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("keep", "a\n\nb\n").put("strip", "a\nb").put("more", "a\n\n").put("lead", "  a\nb");
        assertEquals(
                "keep: |\n  a\n\n  b\nlead: |2-\n    a\n  b\nmore: |+\n  a\n\nstrip: |-\n  a\n  b\n",
                Yaml.print(object));
    }

    @Test
    void printedTreesReadBackTheSame() {
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            JsonNode tree = JsonNodeFactory.instance.objectNode().set("root", tree(random, 4));
            String printed = Yaml.print(tree);
            assertEquals(tree, Yaml.value(printed), printed);
        }
    }

    private static JsonNode tree(Random random, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        int kind = random.nextInt(depth > 0 ? 8 : 6);
        return switch (kind) {
            case 0 -> nodes.numberNode(random.nextInt(1000) - 500);
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> random.nextInt(4) == 0 ? nodes.nullNode() : nodes.numberNode(random.nextInt(99) + 0.25);
            case 6 -> {
                ObjectNode object = nodes.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(text(random), tree(random, depth - 1));
                }
                yield object;
            }
            case 7 -> {
                var array = nodes.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(tree(random, depth - 1));
                }
                yield array;
            }
            default -> nodes.textNode(text(random));
        };
    }

    private static String text(Random random) {
        String letters = "ab1 0:-#\n\"'\\{}[],&*!|>%@`.ö\ttruenon~<=?_eE+";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** Recorded {@code -o yaml} outputs: reading and printing gives the same text. */
    @TestFactory
    Stream<DynamicTest> printsRecordedObjectsAsTheyWere() {
        return Stream.of("a-default", "b-traffic")
                .flatMap(folder -> Recordings.names(folder).stream().map(file -> folder + "/" + file))
                .filter(file -> file.matches(".*/kubectl-get.*\\.yaml"))
                .map(file -> DynamicTest.dynamicTest(file, () -> reprints(Recordings.output(file))));
    }

    /** Istio's golden files, document by document. */
    @TestFactory
    Stream<DynamicTest> printsGoldenFilesAsTheyAre() throws IOException {
        Path goldens = Shared.istio().resolve("inject");
        try (Stream<Path> files = Files.list(goldens)) {
            return files.filter(file -> file.toString().endsWith(".injected")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                        for (String document : Files.readString(file).split("(?m)^---\n")) {
                            if (document.contains("istio-proxy") && !document.startsWith("#")) {
                                reprints(document.stripLeading());
                            }
                        }
                    }));
        }
    }

    @Test
    void printsObjectsOfSessionsAsTheyWere() {
        List<String> printed = new ArrayList<>();
        for (String session : Recordings.sessions()) {
            for (Answer answer : Recordings.answers(session)) {
                if (answer.out().startsWith("apiVersion:") && !answer.out().contains("\n---")) {
                    reprints(answer.out());
                    printed.add(answer.command());
                }
            }
        }
        assertNotEquals(List.of(), printed);
    }

    private static void reprints(String text) {
        assertEquals(text, Yaml.print(Yaml.value(text)));
    }
}
