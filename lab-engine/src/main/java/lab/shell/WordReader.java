package lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.shell.Word.Literal;
import lab.shell.Word.Part;

/** Reads one word: its quotings, parameters and substitutions. */
final class WordReader {
    /** Of the two arrays that the shell itself sets. */
    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,3}|@|\\*)]");

    private final Scanner scanner;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    WordReader(Scanner scanner) {
        this.scanner = scanner;
    }

    /** A word up to a blank or an operator. */
    Word word() throws SyntaxError {
        int start = scanner.at;
        while (!scanner.ended()) {
            char c = scanner.peek(0);
            boolean process = (c == '<' || c == '>') && scanner.peek(1) == '(';
            if (process && c == '<') {
                flush(false);
                scanner.at += 2;
                parts.add(new Word.ProcessSubstitution(new Parser(scanner).substitution(scanner.at)));
            } else if (" \t\r\n;&|<>()".indexOf(c) >= 0) {
                break;
            } else {
                unquoted(c);
            }
        }
        if (scanner.at == start) {
            throw scanner.error("syntax error near unexpected token `" + scanner.peek(0) + "'", start, false);
        }
        return finish(start);
    }

    /** The word inside {@code ${name-…}} up to the closing brace, which is consumed. */
    private Word braced(boolean inQuotes, String stops) throws SyntaxError {
        int start = scanner.at;
        while (true) {
            if (scanner.ended()) {
                throw scanner.error("unexpected EOF while looking for matching `}'", start, true);
            }
            char c = scanner.peek(0);
            if (stops.indexOf(c) >= 0) {
                return finish(start);
            }
            if (inQuotes && c != '"') {
                inQuotes(c, "}");
            } else {
                unquoted(c);
            }
        }
    }

    /** The text of a here-document whose delimiter was not quoted. */
    Word hereDocument() throws SyntaxError {
        while (!scanner.ended()) {
            char c = scanner.peek(0);
            if (c == '"') {
                take();
            } else {
                inQuotes(c, "");
            }
        }
        flush(true);
        return finish(0);
    }

    private void unquoted(char c) throws SyntaxError {
        switch (c) {
            case '\\' -> {
                scanner.at++;
                if (scanner.peek(0) == '\n') {
                    scanner.at++;
                } else if (scanner.ended()) {
                    plain.append('\\');
                } else {
                    flush(false);
                    take();
                    flush(true);
                }
            }
            case '\'' -> {
                flush(false);
                int end = scanner.text.indexOf('\'', scanner.at + 1);
                if (end < 0) {
                    throw scanner.error("unexpected EOF while looking for matching `''", scanner.at, true);
                }
                parts.add(new Literal(scanner.text.substring(scanner.at + 1, end), true));
                scanner.at = end + 1;
            }
            case '"' -> {
                flush(false);
                doubleQuoted();
            }
            case '`', '$' -> dollar(false);
            default -> take();
        }
    }

    private void doubleQuoted() throws SyntaxError {
        int start = scanner.at++;
        int before = parts.size();
        while (scanner.peek(0) != '"') {
            if (scanner.ended()) {
                throw scanner.error("unexpected EOF while looking for matching `\"'", start, true);
            }
            inQuotes(scanner.peek(0), "");
        }
        scanner.at++;
        if (plain.length() > 0 || parts.size() == before) {
            parts.add(new Literal(plain.toString(), true));
            plain.setLength(0);
        }
    }

    private void inQuotes(char c, String alsoEscaped) throws SyntaxError {
        if (c == '\\') {
            char next = scanner.peek(1);
            if (next == '\n') {
                scanner.at += 2;
            } else if ("$`\"\\".indexOf(next) >= 0 || alsoEscaped.indexOf(next) >= 0) {
                scanner.at++;
                take();
            } else {
                take();
            }
        } else if (c == '$' || c == '`') {
            dollar(true);
        } else {
            take();
        }
    }

    private void take() {
        if (!scanner.ended()) {
            plain.append(scanner.peek(0));
            scanner.at++;
        }
    }

    private void flush(boolean quoted) {
        if (plain.length() > 0) {
            parts.add(new Literal(plain.toString(), quoted));
            plain.setLength(0);
        }
    }

    private Word finish(int start) {
        flush(false);
        return new Word(parts, start);
    }

    private void dollar(boolean quoted) throws SyntaxError {
        char next = scanner.peek(1);
        if (scanner.peek(0) == '`') {
            flush(quoted);
            parts.add(new Word.Substitution(backticks(quoted), quoted));
        } else if (next == '(' && scanner.peek(2) == '(' && Arithmetic.closes(scanner.text, scanner.at + 3)) {
            flush(quoted);
            scanner.at += 3;
            parts.add(new Word.Arithmetic(arithmetic(), quoted));
        } else if (next == '(') {
            flush(quoted);
            int start = scanner.at;
            scanner.at += 2;
            parts.add(new Word.Substitution(new Parser(scanner).substitution(start), quoted));
        } else if (next == '{') {
            flush(quoted);
            parts.add(parameter(quoted));
        } else if (next == '\'' && !quoted) {
            flush(false);
            parts.add(new Literal(ansi(), true));
        } else if (Character.isLetter(next) || next == '_') {
            flush(quoted);
            scanner.at++;
            parts.add(simple(name(), quoted));
        } else if ("@*#?$!-0123456789".indexOf(next) >= 0 && next != '\0') {
            flush(quoted);
            scanner.at += 2;
            parts.add(simple(String.valueOf(next), quoted));
        } else {
            take();
        }
    }

    private static Word.Parameter simple(String name, boolean quoted) {
        return new Word.Parameter(name, null, Word.EMPTY, Word.EMPTY, quoted);
    }

    private String name() {
        int start = scanner.at;
        while (Character.isLetterOrDigit(scanner.peek(0)) || scanner.peek(0) == '_') {
            scanner.at++;
        }
        return scanner.text.substring(start, scanner.at);
    }

    private Command backticks(boolean quoted) throws SyntaxError {
        int start = scanner.at++;
        StringBuilder inner = new StringBuilder();
        while (scanner.peek(0) != '`' || scanner.ended()) {
            if (scanner.ended()) {
                throw scanner.error("unexpected EOF while looking for matching ``'", start, true);
            }
            char next = scanner.peek(1);
            if (scanner.peek(0) == '\\' && (next == '`' || next == '$' || next == '\\' || (quoted && next == '"'))) {
                scanner.at++;
            }
            inner.append(scanner.peek(0));
            scanner.at++;
        }
        scanner.at++;
        return new Parser(new Scanner(inner.toString())).all();
    }

    /** The expression of {@code $((…))}, up to and with the closing parentheses. */
    Word arithmetic() throws SyntaxError {
        WordReader inner = new WordReader(scanner);
        int start = scanner.at;
        int depth = 0;
        while (true) {
            if (scanner.ended()) {
                throw scanner.error("unexpected EOF while looking for matching `)'", start, true);
            }
            char c = scanner.peek(0);
            if (c == ')' && depth == 0 && scanner.peek(1) == ')') {
                scanner.at += 2;
                return inner.finish(start);
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '"') {
                scanner.at++;
            } else {
                inner.inQuotes(c, "");
            }
        }
    }

    private Part parameter(boolean quoted) throws SyntaxError {
        int start = scanner.at;
        scanner.at += 2;
        boolean length = scanner.peek(0) == '#' && scanner.peek(1) != '}' && "-:=+?%".indexOf(scanner.peek(1)) < 0;
        if (length) {
            scanner.at++;
        }
        String name = name();
        if (name.isEmpty() && "@*#?$!-".indexOf(scanner.peek(0)) >= 0 && !scanner.ended()) {
            name = String.valueOf(scanner.peek(0));
            scanner.at++;
        }
        if (scanner.ended()) {
            throw scanner.error("unexpected EOF while looking for matching `}'", start, true);
        }
        if (scanner.peek(0) == '}' && !name.isEmpty()) {
            scanner.at++;
            return new Word.Parameter(name, length ? "length" : null, Word.EMPTY, Word.EMPTY, quoted);
        }
        if (scanner.peek(0) == '[' && name.matches("BASH_REMATCH|PIPESTATUS")) {
            Matcher index = INDEX.matcher(scanner.text).region(scanner.at, scanner.text.length());
            if (index.lookingAt()) {
                name += index.group();
                scanner.at = index.end();
                if (scanner.peek(0) == '}') {
                    scanner.at++;
                    return new Word.Parameter(name, length ? "length" : null, Word.EMPTY, Word.EMPTY, quoted);
                }
            }
        }
        String operator = null;
        for (String candidate : new String[] {
            ":-", ":=", ":+", ":?", "-", "=", "+", "?", "##", "#", "%%", "%", "//", "/", "^^", "^", ",,", ",", ":"
        }) {
            if (scanner.text.startsWith(candidate, scanner.at)) {
                operator = candidate;
                break;
            }
        }
        if (operator == null || name.isEmpty() || length) {
            int end = scanner.text.indexOf('}', start);
            if (end < 0) {
                throw scanner.error("unexpected EOF while looking for matching `}'", start, true);
            }
            scanner.at = end + 1;
            // bash finds this only when it runs the command
            return new Word.Parameter(
                    scanner.text.substring(start, end + 1), "bad substitution", Word.EMPTY, Word.EMPTY, quoted);
        }
        scanner.at += operator.length();
        boolean split = operator.startsWith("/") || operator.equals(":");
        boolean pattern = "#%/^,".indexOf(operator.charAt(0)) >= 0;
        Word argument =
                new WordReader(scanner).braced(quoted && !pattern, split ? (operator.equals(":") ? ":}" : "/}") : "}");
        Word second = Word.EMPTY;
        boolean hasSecond = scanner.peek(0) != '}';
        if (hasSecond) {
            scanner.at++;
            second = new WordReader(scanner).braced(quoted && !pattern, "}");
        }
        scanner.at++;
        return new Word.Parameter(name, hasSecond && operator.equals(":") ? "::" : operator, argument, second, quoted);
    }

    private String ansi() throws SyntaxError {
        int start = scanner.at;
        scanner.at += 2;
        StringBuilder raw = new StringBuilder();
        while (scanner.peek(0) != '\'' || scanner.ended()) {
            if (scanner.ended()) {
                throw scanner.error("unexpected EOF while looking for matching `''", start, true);
            }
            if (scanner.peek(0) == '\\') {
                raw.append('\\');
                scanner.at++;
            }
            raw.append(scanner.peek(0));
            scanner.at++;
        }
        scanner.at++;
        return Escapes.ansi(raw.toString());
    }
}
