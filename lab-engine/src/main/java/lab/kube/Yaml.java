package lab.kube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** YAML as Go's sigs.k8s.io/yaml reads and prints it: through JSON, keys sorted. */
public final class Yaml {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One document of a stream.
     *
     * @param line where it starts in the whole text, from 1
     * @param text its source, without the separator
     */
    public record Document(JsonNode value, int line, String text) {}

    private Yaml() {}

    /**
     * The documents of a stream, without empty ones. Concatenated JSON objects are read too.
     *
     * @throws YamlProblem in Go's words; line numbers in the message count within the document, as kubectl's do
     */
    public static List<JsonNode> parse(String text) {
        return documents(text).stream().map(Document::value).toList();
    }

    /** The same with places. */
    public static List<Document> documents(String text) {
        if (text.stripLeading().startsWith("{")) {
            List<Document> json = jsonDocuments(text);
            if (!json.isEmpty()) {
                return json;
            }
        }
        List<Document> documents = new ArrayList<>();
        for (Piece piece : pieces(text)) {
            JsonNode value = YamlReader.read(piece.text(), piece.line());
            if (!value.isNull()) {
                documents.add(new Document(value, piece.line(), piece.text()));
            }
        }
        return documents;
    }

    /** A single document; null if the text holds none. */
    public static JsonNode value(String text) {
        return YamlReader.read(text, 1);
    }

    /** Block style, ends with a line break. */
    public static String print(JsonNode value) {
        return new YamlPrinter().print(value);
    }

    private static List<Document> jsonDocuments(String text) {
        List<Document> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                int line = values.getParser().currentTokenLocation().getLineNr();
                documents.add(new Document(values.nextValue(), line, text));
            }
            return documents;
        } catch (JsonProcessingException notJson) {
            return List.of();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text cannot be read", impossible);
        }
    }

    private record Piece(String text, int line) {}

    /** Models k8s.io/apimachinery/pkg/util/yaml YAMLReader@1.34. */
    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder buffer = new StringBuilder();
        int start = 1;
        int number = 0;
        for (String line : text.split("(?<=\n)")) {
            number++;
            boolean separator = false;
            if (line.startsWith("---")) {
                String rest = line.substring(3).strip();
                separator = rest.isEmpty() || rest.startsWith("#");
            }
            if (separator && buffer.length() > 0) {
                pieces.add(new Piece(buffer.toString(), start));
                buffer.setLength(0);
                start = number + 1;
                continue;
            }
            if (separator) {
                start = number;
            }
            buffer.append(line);
        }
        if (buffer.length() > 0) {
            pieces.add(new Piece(buffer.toString(), start));
        }
        return pieces;
    }
}
