package lab.kube.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.kube.template.Scanner.Piece;
import org.jspecify.annotations.Nullable;

/** Makes the tree of a template. Models Go text/template/parse@1.26. */
final class Parser {
    private final String name;
    private final List<Piece> pieces;
    private final Set<String> functions;
    private final Map<String, List<Node>> templates;
    private int position;
    private @Nullable Piece ended;

    Parser(String name, String source, Set<String> functions, Map<String, List<Node>> templates) {
        this.name = name;
        this.pieces = Scanner.pieces(name, source);
        this.functions = functions;
        this.templates = templates;
    }

    List<Node> parse() {
        List<Node> nodes = list(false);
        if (ended != null) {
            throw problem(ended.line(), "unexpected {{" + ended.text().strip() + "}}");
        }
        return nodes;
    }

    private TemplateProblem problem(int line, String reason) {
        return new TemplateProblem("template: " + name + ":" + line + ": " + reason);
    }

    /** Up to the {@code end} or {@code else} that closes the list, which is kept in {@link #ended}. */
    private List<Node> list(boolean nested) {
        List<Node> nodes = new ArrayList<>();
        ended = null;
        while (position < pieces.size()) {
            Piece piece = pieces.get(position++);
            if (!piece.action()) {
                nodes.add(new Node.Text(piece.text()));
                continue;
            }
            String action = piece.text().strip();
            String keyword = action.split("[\\s(]", 2)[0];
            if (keyword.equals("end") || keyword.equals("else")) {
                ended = piece;
                return nodes;
            }
            node(piece, action, keyword, nodes);
        }
        if (nested) {
            throw problem(pieces.isEmpty() ? 1 : pieces.get(pieces.size() - 1).line(), "unexpected EOF");
        }
        return nodes;
    }

    private void node(Piece piece, String action, String keyword, List<Node> nodes) {
        String rest =
                action.substring(Math.min(action.length(), keyword.length())).strip();
        switch (keyword) {
            case "if", "with", "range" -> nodes.add(control(keyword, rest, piece));
            case "define", "block" -> {
                List<String> words = Scanner.words(rest);
                String defined = unquote(words.get(0), piece.line());
                templates.put(defined, list(true));
                if (keyword.equals("block")) {
                    String argument = rest.substring(words.get(0).length());
                    nodes.add(new Node.Call(defined, pipeline(argument, piece), place(piece)));
                }
                ended = null;
            }
            case "template" -> {
                String quoted = Scanner.words(rest).get(0);
                String argument = rest.substring(quoted.length()).strip();
                nodes.add(new Node.Call(
                        unquote(quoted, piece.line()),
                        argument.isEmpty() ? null : pipeline(argument, piece),
                        place(piece)));
            }
            default -> {
                if (action.isEmpty()) {
                    throw problem(piece.line(), "missing value for command");
                }
                nodes.add(new Node.Action(pipeline(action, piece)));
            }
        }
    }

    private Node control(String keyword, String rest, Piece piece) {
        if (rest.isEmpty()) {
            throw problem(piece.line(), "missing value for " + keyword);
        }
        Node.Pipeline value = pipeline(rest, piece);
        List<Node> body = list(true);
        List<Node> otherwise = List.of();
        Piece closing = ended;
        if (closing != null && closing.text().strip().startsWith("else")) {
            String condition = closing.text().strip().substring(4).strip();
            if (condition.startsWith("if") || condition.startsWith("with")) {
                String inner = condition.startsWith("if") ? "if" : "with";
                otherwise = List.of(
                        control(inner, condition.substring(inner.length()).strip(), closing));
            } else {
                otherwise = list(true);
            }
        }
        ended = null;
        return switch (keyword) {
            case "if" -> new Node.If(value, body, otherwise);
            case "with" -> new Node.With(value, body, otherwise);
            default -> new Node.Range(value, body, otherwise);
        };
    }

    private String place(Piece piece) {
        return name + ":" + piece.line();
    }

    private Node.Pipeline pipeline(String text, Piece piece) {
        Words words = new Words(Scanner.words(text.strip()));
        Node.Pipeline pipeline = pipeline(words, piece);
        if (words.more()) {
            throw problem(piece.line(), "unexpected \"" + words.peek() + "\" in operand");
        }
        return pipeline;
    }

    private Node.Pipeline pipeline(Words words, Piece piece) {
        List<String> variables = new ArrayList<>();
        boolean declares = false;
        int mark = words.position;
        while (words.more() && words.peek().startsWith("$") && !words.peek().contains(".")) {
            variables.add(words.next());
            words.skipSpace();
            if (words.more() && words.peek().equals(",")) {
                words.next();
                words.skipSpace();
            } else {
                break;
            }
        }
        if (!variables.isEmpty()
                && words.more()
                && (words.peek().equals(":=") || words.peek().equals("="))) {
            declares = words.next().equals(":=");
        } else {
            variables.clear();
            words.position = mark;
        }
        List<Node.Command> commands = new ArrayList<>();
        List<Node.Term> command = new ArrayList<>();
        while (words.more() && !words.peek().equals(")")) {
            String word = words.next();
            if (word.equals(" ")) {
                continue;
            }
            if (word.equals("|")) {
                commands.add(command(command, piece));
                command = new ArrayList<>();
            } else {
                command.add(term(word, words, piece));
            }
        }
        commands.add(command(command, piece));
        return new Node.Pipeline(List.copyOf(variables), declares, List.copyOf(commands), place(piece));
    }

    private Node.Command command(List<Node.Term> words, Piece piece) {
        if (words.isEmpty()) {
            throw problem(piece.line(), "missing value for command");
        }
        return new Node.Command(List.copyOf(words));
    }

    private Node.Term term(String word, Words words, Piece piece) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        char first = word.charAt(0);
        if (first == '(') {
            Node.Pipeline inner = pipeline(words, piece);
            if (!words.more()) {
                throw problem(piece.line(), "unclosed left paren");
            }
            words.next();
            List<String> path = words.more() && words.peek().startsWith(".") ? path(words.next()) : List.of();
            return new Node.Parenthesis(inner, path);
        }
        if (first == '"' || first == '`') {
            return new Node.Literal(nodes.textNode(unquote(word, piece.line())));
        }
        if (first == '\'') {
            return new Node.Literal(nodes.numberNode(unquote(
                            '"' + word.substring(1, word.length() - 1) + '"', piece.line())
                    .codePointAt(0)));
        }
        if (first == '.') {
            return new Node.Field(path(word));
        }
        if (first == '$') {
            int dot = word.indexOf('.');
            return dot < 0
                    ? new Node.Variable(word, List.of())
                    : new Node.Variable(word.substring(0, dot), path(word.substring(dot)));
        }
        if (Character.isDigit(first) || ((first == '-' || first == '+') && word.length() > 1)) {
            return new Node.Literal(number(word, piece));
        }
        return switch (word) {
            case "true", "false" -> new Node.Literal(BooleanNode.valueOf(word.equals("true")));
            case "nil" -> new Node.Literal(NullNode.instance);
            default -> function(word, piece);
        };
    }

    private Node.Term function(String word, Piece piece) {
        if (!word.matches("[A-Za-z_][A-Za-z_0-9]*")) {
            throw problem(piece.line(), "unexpected \"" + word.charAt(0) + "\" in command");
        }
        if (!functions.contains(word)) {
            throw problem(piece.line(), "function \"" + word + "\" not defined");
        }
        return new Node.Function(word);
    }

    private JsonNode number(String word, Piece piece) {
        try {
            return word.contains(".")
                    ? JsonNodeFactory.instance.numberNode(Double.parseDouble(word))
                    : JsonNodeFactory.instance.numberNode(Long.decode(word));
        } catch (NumberFormatException wrong) {
            throw problem(piece.line(), "bad number syntax: \"" + word + "\"");
        }
    }

    private static List<String> path(String word) {
        return Arrays.stream(word.split("\\.")).filter(part -> !part.isEmpty()).toList();
    }

    private String unquote(String word, int line) {
        if (word.startsWith("`")) {
            return word.substring(1, word.length() - 1);
        }
        if (!word.startsWith("\"") || !word.endsWith("\"") || word.length() < 2) {
            throw problem(line, "unexpected \"" + word + "\" in operand");
        }
        return word.substring(1, word.length() - 1).translateEscapes();
    }

    private static final class Words {
        private final List<String> words;
        private int position;

        Words(List<String> words) {
            this.words = words;
        }

        boolean more() {
            return position < words.size();
        }

        String peek() {
            return words.get(position);
        }

        String next() {
            return words.get(position++);
        }

        void skipSpace() {
            while (more() && peek().equals(" ")) {
                position++;
            }
        }
    }
}
