package lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Prints a tree in block style. Models goyaml.v2 encode.go and emitterc.go@2.4.0: long one-line texts are folded at spaces. */
final class YamlPrinter {
    private static final YamlKeys ORDER = new YamlKeys();
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
    private static final int LONGEST_SIMPLE_KEY = 128;
    private static final int WIDTH = 80;

    private final StringBuilder out = new StringBuilder();

    String print(JsonNode value) {
        if (value.isObject() && !value.isEmpty()) {
            mapping(value, 0, false);
        } else if (value.isArray() && !value.isEmpty()) {
            sequence(value, 0, false);
        } else {
            leaf(value, 2);
            out.append('\n');
        }
        return out.toString();
    }

    private void mapping(JsonNode object, int indent, boolean onLine) {
        List<String> keys = new ArrayList<>();
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        Collections.sort(keys, ORDER);
        boolean continues = onLine;
        for (String key : keys) {
            if (!continues) {
                indent(indent);
            }
            continues = false;
            if (key.length() > LONGEST_SIMPLE_KEY || key.contains("\n")) {
                out.append("? ");
                text(key, indent + 2, key.contains("\n"));
                out.append('\n');
                indent(indent);
            } else {
                text(key, indent + 2, true);
            }
            out.append(':');
            member(object.get(key), indent);
        }
    }

    private void member(JsonNode value, int indent) {
        if (value.isObject() && !value.isEmpty()) {
            out.append('\n');
            mapping(value, indent + 2, false);
        } else if (value.isArray() && !value.isEmpty()) {
            out.append('\n');
            sequence(value, indent, false);
        } else {
            out.append(' ');
            leaf(value, indent + 2);
            out.append('\n');
        }
    }

    private void sequence(JsonNode array, int indent, boolean onLine) {
        boolean continues = onLine;
        for (JsonNode item : array) {
            if (!continues) {
                indent(indent);
            }
            continues = false;
            out.append("- ");
            if (item.isObject() && !item.isEmpty()) {
                mapping(item, indent + 2, true);
            } else if (item.isArray() && !item.isEmpty()) {
                sequence(item, indent + 2, true);
            } else {
                leaf(item, indent + 2);
                out.append('\n');
            }
        }
    }

    private void leaf(JsonNode value, int indent) {
        if (value.isObject()) {
            out.append("{}");
        } else if (value.isArray()) {
            out.append("[]");
        } else if (value.isTextual()) {
            text(value.textValue(), indent, false);
        } else if (value.isFloatingPointNumber()) {
            out.append(GoNumber.print(value.doubleValue()));
        } else {
            out.append(value.asText());
        }
    }

    private void text(String text, int indent, boolean key) {
        YamlScalarShape shape = YamlScalarShape.of(text);
        YamlScalar meaning = YamlScalar.resolve(text);
        boolean plain =
                meaning instanceof YamlScalar.Text && !BASE_60.matcher(text).matches();
        if (text.contains("\n")) {
            if (shape.block() && !key) {
                literal(text, indent);
            } else {
                doubleQuoted(text, indent, key);
            }
        } else if (!plain) {
            doubleQuoted(text, indent, key);
        } else if (shape.plain()) {
            folded(text, text, indent, key);
        } else if (shape.single()) {
            out.append('\'');
            folded(text, text.replace("'", "''"), indent, key);
            out.append('\'');
        } else {
            doubleQuoted(text, indent, key);
        }
    }

    /** A single space beyond the width becomes a line break, except at the text's ends. */
    private void folded(String text, String written, int indent, boolean key) {
        if (key || text.length() < WIDTH / 2) {
            out.append(written);
            return;
        }
        boolean space = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean inside = i > 0 && i < written.length() - 1;
            if (c == ' ' && !space && inside && column() > WIDTH && written.charAt(i + 1) != ' ') {
                out.append('\n');
                indent(indent);
            } else {
                out.append(c);
            }
            space = c == ' ';
        }
    }

    private void doubleQuoted(String text, int indent, boolean key) {
        out.append('"');
        boolean space = false;
        int last = text.length() - 1;
        for (int i = 0; i <= last; ) {
            int c = text.codePointAt(i);
            if (c == ' ' && !key && !space && i > 0 && i < last && column() > WIDTH) {
                out.append('\n');
                indent(indent);
                if (text.charAt(i + 1) == ' ') {
                    out.append('\\');
                }
            } else {
                YamlScalarShape.quoted(c, out);
            }
            space = c == ' ';
            i += Character.charCount(c);
        }
        out.append('"');
    }

    private int column() {
        int start = out.lastIndexOf("\n") + 1;
        return out.codePointCount(start, out.length());
    }

    private void literal(String text, int indent) {
        out.append('|');
        if (text.startsWith(" ") || text.startsWith("\n")) {
            out.append('2');
        }
        if (!text.endsWith("\n")) {
            out.append('-');
        } else if (text.length() == 1 || text.endsWith("\n\n")) {
            out.append('+');
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            out.append('\n');
            if (!line.isEmpty()) {
                indent(indent);
                out.append(line);
            }
        }
    }

    private void indent(int columns) {
        out.append(" ".repeat(columns));
    }
}
