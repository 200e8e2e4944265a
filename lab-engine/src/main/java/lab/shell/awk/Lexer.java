package lab.shell.awk;

import lab.shell.text.ToolProblem;

/** Cuts an awk program into tokens. */
final class Lexer {
    enum Kind {
        NUMBER,
        STRING,
        NAME,
        CALL,
        OPERATOR,
        NEWLINE,
        END
    }

    private static final String[] OPERATORS = {
        "**=", "&&", "||", "==", "!=", "<=", ">=", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", ">>", "**", "!~",
        "{", "}", "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^", "!", ">", "<", "|", "?", ":", "~", "$",
        "="
    };

    private final String source;
    private int at;
    Kind kind = Kind.NEWLINE;
    String text = "";

    Lexer(String source) {
        this.source = source;
    }

    ToolProblem error() {
        int line = 1;
        for (int i = 0; i < Math.min(at, source.length()); i++) {
            line += source.charAt(i) == '\n' ? 1 : 0;
        }
        String near = kind == Kind.END ? "end of file" : kind == Kind.NEWLINE ? "end of line" : text;
        return new ToolProblem("awk: line " + line + ": syntax error at or near " + near, 2);
    }

    /** Reads a regular expression whose opening slash was the current token. */
    String regex(String already) {
        StringBuilder regex = new StringBuilder(already);
        boolean bracket = false;
        while (at < source.length() && source.charAt(at) != '\n') {
            char c = source.charAt(at++);
            if (c == '\\' && at < source.length()) {
                char next = source.charAt(at++);
                regex.append(next == '/' ? "/" : "\\" + next);
            } else if (c == '/' && !bracket) {
                next();
                return regex.toString();
            } else {
                bracket = c == '[' || (bracket && c != ']');
                regex.append(c);
            }
        }
        throw new ToolProblem("awk: line 1: regular expression compile failed (missing '/')\n/" + regex, 2);
    }

    void next() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '\\' && at + 1 < source.length() && source.charAt(at + 1) == '\n') {
                at += 2;
            } else if (c == '#') {
                while (at < source.length() && source.charAt(at) != '\n') {
                    at++;
                }
            } else {
                break;
            }
        }
        if (at >= source.length()) {
            set(Kind.END, "");
            return;
        }
        char c = source.charAt(at);
        int start = at;
        if (c == '\n') {
            at++;
            set(Kind.NEWLINE, "\n");
        } else if (Character.isDigit(c)
                || (c == '.' && at + 1 < source.length() && Character.isDigit(source.charAt(at + 1)))) {
            java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")
                    .matcher(source)
                    .region(at, source.length());
            at = matcher.lookingAt() ? matcher.end() : at + 1;
            set(Kind.NUMBER, source.substring(start, at));
        } else if (Character.isLetter(c) || c == '_') {
            while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
                at++;
            }
            boolean call = at < source.length() && source.charAt(at) == '(';
            set(call ? Kind.CALL : Kind.NAME, source.substring(start, at));
        } else if (c == '"') {
            at++;
            StringBuilder raw = new StringBuilder();
            while (at < source.length() && source.charAt(at) != '"') {
                if (source.charAt(at) == '\\' && at + 1 < source.length()) {
                    char escaped = source.charAt(at + 1);
                    raw.append(escaped == '/' ? "/" : "\\" + escaped);
                    at += 2;
                } else {
                    raw.append(source.charAt(at++));
                }
            }
            if (at >= source.length()) {
                throw new ToolProblem("awk: line 1: runaway string constant \"" + raw + " ...", 2);
            }
            at++;
            set(
                    Kind.STRING,
                    lab.shell.Escapes.expand(raw.toString(), true, false).text());
        } else {
            for (String operator : OPERATORS) {
                if (source.startsWith(operator, at)) {
                    at += operator.length();
                    set(Kind.OPERATOR, operator);
                    return;
                }
            }
            text = String.valueOf(c);
            kind = Kind.OPERATOR;
            throw error();
        }
    }

    private void set(Kind newKind, String newText) {
        kind = newKind;
        text = newText;
    }
}
