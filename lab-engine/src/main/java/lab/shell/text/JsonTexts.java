package lab.shell.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** JSON texts one after the other; what is malformed is told in jq's words at jq's place. */
final class JsonTexts {
    /** Not JSON. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DEEPEST = 256;

    private final String text;
    private int at;
    private int depth;

    JsonTexts(String text) {
        this.text = text;
    }

    /** Newlines read so far. */
    int line() {
        int lines = 0;
        int end = at;
        // jq reads on to the newline that ends the text
        if (end < text.length() && text.charAt(end) == '\n') {
            end++;
        } else if (text.substring(end).isBlank()) {
            end = text.length();
        }
        for (int i = 0; i < end; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    private Malformed error(String message, int where) {
        int line = 1;
        int column = 0;
        for (int i = 0; i < Math.min(where, text.length()); i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 0;
            }
        }
        return new Malformed(message + " at line " + line + ", column " + column);
    }

    private Malformed ended(String what) {
        return error("Unfinished " + what + " at EOF", text.length());
    }

    private void blank() {
        while (at < text.length() && " \t\r\n\ufeff\u001e".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    @Nullable
    JsonNode next() throws Malformed {
        blank();
        return at >= text.length() ? null : value();
    }

    private JsonNode value() throws Malformed {
        blank();
        if (at >= text.length()) {
            throw ended("JSON term");
        }
        if (++depth > DEEPEST) {
            throw error("Exceeds depth limit for parsing", at + 1);
        }
        char c = text.charAt(at);
        JsonNode node = switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case ',', ':', '}', ']' -> throw error(stray(c), at + 1);
            default -> literal();
        };
        depth--;
        return node;
    }

    private static String stray(char c) {
        return switch (c) {
            case ',' -> "Expected value before ','";
            case ':' -> "':' not as part of an object";
            case '}' -> "Unmatched '}'";
            default -> "Unmatched ']'";
        };
    }

    private JsonNode object() throws Malformed {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        at++;
        blank();
        if (at < text.length() && text.charAt(at) == '}') {
            at++;
            return node;
        }
        while (true) {
            blank();
            if (at >= text.length()) {
                throw ended("JSON term");
            }
            if (text.charAt(at) == '}') {
                throw error("Objects must consist of key:value pairs", at + 1);
            }
            JsonNode key = value();
            blank();
            if (at >= text.length()) {
                throw ended("JSON term");
            }
            if (text.charAt(at) != ':') {
                throw error("Objects must consist of key:value pairs", at + 1);
            }
            if (!key.isTextual()) {
                throw error("Object keys must be strings", at + 1);
            }
            at++;
            node.set(key.textValue(), value());
            blank();
            if (at >= text.length()) {
                throw ended("JSON term");
            }
            char c = text.charAt(at++);
            if (c == '}') {
                return node;
            }
            if (c != ',') {
                throw error(c == ']' ? "Unmatched ']'" : "Expected separator between values", at);
            }
        }
    }

    private JsonNode array() throws Malformed {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        at++;
        blank();
        if (at < text.length() && text.charAt(at) == ']') {
            at++;
            return node;
        }
        while (true) {
            blank();
            if (at < text.length() && text.charAt(at) == ']') {
                throw error("Expected another array element", at + 1);
            }
            node.add(value());
            blank();
            if (at >= text.length()) {
                throw ended("JSON term");
            }
            char c = text.charAt(at++);
            if (c == ']') {
                return node;
            }
            if (c != ',') {
                throw error(c == '}' ? "Unmatched '}'" : "Expected separator between values", at);
            }
        }
    }

    private JsonNode string() throws Malformed {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            at = text.length();
            throw ended("string");
        }
        at++;
        try {
            return MAPPER.readTree(
                    text.substring(start, at).replace("\n", "\\n").replace("\t", "\\t"));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw error("Invalid escape", at);
        }
    }

    private JsonNode literal() throws Malformed {
        int start = at;
        while (at < text.length() && " \t\r\n[]{}:,\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        switch (word) {
            case "true", "false" -> {
                return JsonNodeFactory.instance.booleanNode(word.equals("true"));
            }
            case "null", "nan" -> {
                return NullNode.instance;
            }
            default -> {}
        }
        if (!word.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            boolean ends = at >= text.length();
            String what = !word.isEmpty() && "tfn".indexOf(word.charAt(0)) >= 0
                    ? "Invalid literal"
                    : "Invalid numeric literal";
            throw error(ends ? what + " at EOF" : what, ends ? at : at + 1);
        }
        if (word.matches("-?\\d{1,18}")) {
            long value = Long.parseLong(word);
            return value == (int) value
                    ? JsonNodeFactory.instance.numberNode((int) value)
                    : JsonNodeFactory.instance.numberNode(value);
        }
        return JsonNodeFactory.instance.numberNode(new BigDecimal(word).doubleValue());
    }
}
