package lab.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Cuts a script into tokens; reads the bodies of here-documents where their line ends. */
final class Scanner {
    private static final String[] OPERATORS = {
        "&>>", "<<<", "<<-", ";;&", "&&", "||", ";;", ";&", "<<", ">>", ">&", "<&", "&>", ">|", "<>", "|&", ";", "&",
        "|", "<", ">", "(", ")"
    };

    /** A here-document whose body comes after the line. */
    private record Pending(String delimiter, boolean stripTabs, boolean quoted, Consumer<Word> body) {}

    final String text;
    int at;
    private int line;
    private int lineCountedTo;
    private final Deque<Pending> pending = new ArrayDeque<>();

    Scanner(String text) {
        this.text = text;
        this.line = 1;
    }

    int line() {
        return lineAt(at);
    }

    private int lineAt(int offset) {
        if (offset < lineCountedTo) {
            line = 1;
            lineCountedTo = 0;
        }
        for (; lineCountedTo < offset && lineCountedTo < text.length(); lineCountedTo++) {
            if (text.charAt(lineCountedTo) == '\n') {
                line++;
            }
        }
        return line;
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    boolean ended() {
        return at >= text.length();
    }

    SyntaxError error(String message, int offset, boolean incomplete) {
        return new SyntaxError(message, lineAt(Math.min(offset, text.length())), offset, incomplete);
    }

    /** @param body takes the text once it has been read */
    void awaitHereDocument(Word delimiter, boolean stripTabs, Consumer<Word> body) {
        pending.add(new Pending(String.valueOf(delimiter.fixed()), stripTabs, delimiter.anyQuoted(), body));
    }

    Token next() throws SyntaxError {
        skipBlank();
        int start = at;
        int startLine = lineAt(start);
        if (ended()) {
            if (!pending.isEmpty()) {
                readHereDocuments();
            }
            return new Token(Token.Kind.END, "newline", null, start, start, startLine);
        }
        if (text.charAt(at) == '\n') {
            at++;
            readHereDocuments();
            return new Token(Token.Kind.NEWLINE, "newline", null, start, start + 1, startLine);
        }
        boolean process = (peek(0) == '<' || peek(0) == '>') && peek(1) == '(';
        if (!process) {
            for (String operator : OPERATORS) {
                if (text.startsWith(operator, at)) {
                    at += operator.length();
                    return new Token(Token.Kind.OPERATOR, operator, null, start, at, startLine);
                }
            }
        }
        Word word = new WordReader(this).word();
        String raw = text.substring(start, at);
        boolean number = (peek(0) == '<' || peek(0) == '>')
                && !raw.isEmpty()
                && raw.chars().allMatch(Character::isDigit);
        return new Token(number ? Token.Kind.NUMBER : Token.Kind.WORD, raw, word, start, at, startLine);
    }

    private void skipBlank() {
        while (!ended()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '\\' && peek(1) == '\n') {
                at += 2;
            } else if (c == '#') {
                while (!ended() && text.charAt(at) != '\n') {
                    at++;
                }
            } else {
                return;
            }
        }
    }

    private void readHereDocuments() throws SyntaxError {
        while (!pending.isEmpty()) {
            Pending document = pending.remove();
            List<String> lines = new ArrayList<>();
            boolean closed = false;
            int start = at;
            while (!ended()) {
                int end = text.indexOf('\n', at);
                String row = text.substring(at, end < 0 ? text.length() : end);
                at = end < 0 ? text.length() : end + 1;
                row = document.stripTabs ? row.replaceFirst("^\t+", "") : row;
                if (row.equals(document.delimiter)) {
                    closed = true;
                    break;
                }
                lines.add(row);
            }
            if (!closed) {
                throw error(
                        "here-document delimited by end-of-file (wanted `" + document.delimiter + "')", start, true);
            }
            String body = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            document.body.accept(
                    document.quoted
                            ? new Word(List.of(new Word.Literal(body, true)), start)
                            : new WordReader(new Scanner(body)).hereDocument());
        }
    }
}
