package lab.kubectl.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.kubectl.text.GoQuote;

/** Reads a JSONPath template. */
// models k8s.io/client-go util/jsonpath/parser.go@1.34, its quirks included ('a.b' in brackets is two fields)
final class PathParser {
    private static final int EOF = -1;
    private static final Pattern DICT_KEY = Pattern.compile("^'([^']*)'$");
    private static final Pattern SLICE = Pattern.compile("^(-?[0-9]*)(:-?[0-9]*)?(:-?[0-9]*)?$");
    private static final Pattern COMPARISON = Pattern.compile("^([^!<>=]+)([!<>=]+)(.+?)$");

    private final String input;
    private final List<PathNode> root = new ArrayList<>();
    private int position;
    private int start;
    private int width;

    private PathParser(String input) {
        this.input = input;
    }

    static List<PathNode> parse(String template) throws JsonPathProblem {
        PathParser parser = new PathParser(template);
        parser.text();
        return List.copyOf(parser.root);
    }

    /** What stands between braces, as a sequence. */
    private static PathNode.Sequence action(String text) throws JsonPathProblem {
        PathNode first = parse("{" + text + "}").get(0);
        return (PathNode.Sequence) first;
    }

    private void text() throws JsonPathProblem {
        while (position < input.length()) {
            int open = input.indexOf('{', position);
            position = open < 0 ? input.length() : open;
            if (position > start) {
                root.add(new PathNode.Text(consume()));
            }
            if (open < 0) {
                return;
            }
            position++;
            consume();
            List<PathNode> nodes = new ArrayList<>();
            inside(nodes);
            root.add(new PathNode.Sequence(List.copyOf(nodes)));
        }
    }

    private void inside(List<PathNode> nodes) throws JsonPathProblem {
        while (true) {
            if (input.startsWith("}", position)) {
                position++;
                consume();
                return;
            }
            if (input.startsWith("[?(", position)) {
                filter(nodes);
                continue;
            }
            if (input.startsWith("..", position)) {
                recursive(nodes);
                continue;
            }
            int c = next();
            if (c == EOF || c == '\r' || c == '\n') {
                throw new JsonPathProblem("unclosed action");
            } else if (c == ' ' || c == '@' || c == '$') {
                consume();
            } else if (c == '[') {
                array(nodes);
            } else if (c == '"' || c == '\'') {
                quote(nodes, c);
            } else if (c == '.') {
                field(nodes);
            } else if (c == '+' || c == '-' || Character.isDigit(c)) {
                back();
                number(nodes);
            } else if (isAlphanumeric(c)) {
                back();
                identifier(nodes);
            } else {
                throw new JsonPathProblem(
                        String.format("unrecognized character in action: U+%04X '%s'", c, Character.toString(c)));
            }
        }
    }

    private void identifier(List<PathNode> nodes) {
        while (!isTerminator(next())) {}
        back();
        String value = consume();
        if (value.equals("true") || value.equals("false")) {
            nodes.add(new PathNode.BooleanValue(value.equals("true")));
        } else {
            nodes.add(new PathNode.Identifier(value));
        }
    }

    private void recursive(List<PathNode> nodes) throws JsonPathProblem {
        if (!nodes.isEmpty() && nodes.get(nodes.size() - 1) instanceof PathNode.Recursive) {
            throw new JsonPathProblem("invalid multiple recursive descent");
        }
        position += 2;
        consume();
        nodes.add(new PathNode.Recursive());
        int c = next();
        back();
        if (isAlphanumeric(c)) {
            field(nodes);
        }
    }

    private void number(List<PathNode> nodes) throws JsonPathProblem {
        int c = next();
        if (c != '+' && c != '-') {
            back();
        }
        do {
            c = next();
        } while (c == '.' || Character.isDigit(c));
        back();
        String value = consume();
        try {
            nodes.add(new PathNode.IntegerValue(Long.parseLong(value)));
        } catch (NumberFormatException notInteger) {
            try {
                nodes.add(new PathNode.DecimalValue(Double.parseDouble(value)));
            } catch (NumberFormatException notNumber) {
                throw new JsonPathProblem("cannot parse number " + value);
            }
        }
    }

    private void array(List<PathNode> nodes) throws JsonPathProblem {
        int c = next();
        while (c != ']') {
            if (c == EOF || c == '\n') {
                throw new JsonPathProblem("unterminated array");
            }
            c = next();
        }
        String text = consume();
        text = text.substring(1, text.length() - 1);
        if (text.equals("*")) {
            text = ":";
        }
        String[] alternatives = text.split(",", -1);
        if (alternatives.length > 1) {
            List<PathNode.Sequence> union = new ArrayList<>();
            for (String alternative : alternatives) {
                union.add(action("[" + alternative.strip() + "]"));
            }
            nodes.add(new PathNode.Union(List.copyOf(union)));
            return;
        }
        Matcher key = DICT_KEY.matcher(text);
        if (key.matches()) {
            nodes.addAll(action("." + key.group(1)).nodes());
            return;
        }
        Matcher slice = SLICE.matcher(text);
        if (!slice.matches()) {
            throw new JsonPathProblem("invalid array index " + text);
        }
        PathNode.Bound from = bound(slice.group(1), 0);
        PathNode.Bound to = slice.group(2) == null || slice.group(2).isEmpty()
                ? new PathNode.Bound(true, from.value() + 1, true)
                : bound(slice.group(2), 1);
        nodes.add(new PathNode.Slice(from, to, bound(slice.group(3) == null ? "" : slice.group(3), 1)));
    }

    private static PathNode.Bound bound(String text, int skip) throws JsonPathProblem {
        String digits = text.isEmpty() ? "" : text.substring(skip);
        if (digits.isEmpty()) {
            return new PathNode.Bound(false, 0, false);
        }
        try {
            return new PathNode.Bound(true, Integer.parseInt(digits), false);
        } catch (NumberFormatException e) {
            throw new JsonPathProblem("array index " + digits + " is not a number");
        }
    }

    private void filter(List<PathNode> nodes) throws JsonPathProblem {
        position += 3;
        consume();
        boolean begun = false;
        boolean ended = false;
        int pair = 0;
        while (true) {
            int c = next();
            if (c == EOF || c == '\n') {
                throw new JsonPathProblem("unterminated filter");
            } else if (c == '"' || c == '\'') {
                if (!begun) {
                    begun = true;
                    pair = c;
                } else if (input.charAt(position - 2) != '\\' && c == pair) {
                    ended = true;
                }
            } else if (c == ')' && begun == ended) {
                break;
            }
        }
        if (next() != ']') {
            throw new JsonPathProblem("unclosed array expect ]");
        }
        String text = consume();
        text = text.substring(0, text.length() - 2);
        Matcher comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            nodes.add(
                    new PathNode.Filter(action(comparison.group(1)), action(comparison.group(3)), comparison.group(2)));
        } else {
            nodes.add(new PathNode.Filter(action(text), new PathNode.Sequence(List.of()), "exists"));
        }
    }

    private void quote(List<PathNode> nodes, int end) throws JsonPathProblem {
        while (true) {
            int c = next();
            if (c == EOF || c == '\n') {
                throw new JsonPathProblem("unterminated quoted string");
            }
            if (c == end && input.charAt(position - 2) != '\\') {
                break;
            }
        }
        String value = consume();
        String inner = GoQuote.unquote(value.substring(1, value.length() - 1), (char) end);
        if (inner == null) {
            throw new JsonPathProblem("unquote string " + value + " error invalid syntax");
        }
        nodes.add(new PathNode.Text(inner));
    }

    private void field(List<PathNode> nodes) {
        consume();
        while (true) {
            int c = next();
            if (c == '\\') {
                next();
            } else if (isTerminator(c)) {
                back();
                break;
            }
        }
        String value = consume();
        nodes.add(value.equals("*") ? new PathNode.Wildcard() : new PathNode.Field(value.replace("\\", "")));
    }

    private String consume() {
        String text = input.substring(start, position);
        start = position;
        return text;
    }

    private int next() {
        if (position >= input.length()) {
            width = 0;
            return EOF;
        }
        int c = input.codePointAt(position);
        width = Character.charCount(c);
        position += width;
        return c;
    }

    private void back() {
        position -= width;
    }

    private static boolean isTerminator(int c) {
        return c == EOF || " \t\r\n.,[]$@{}".indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(int c) {
        return c == '_' || Character.isLetter(c) || Character.isDigit(c);
    }
}
