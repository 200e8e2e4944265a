package lab.kube.template;

import java.util.ArrayList;
import java.util.List;

/** Cuts a template into texts and actions, and an action into words. */
final class Scanner {
    /** A piece of the template: text, or the words of an action. */
    record Piece(boolean action, String text, int line) {}

    private Scanner() {}

    static List<Piece> pieces(String name, String source) {
        List<Piece> pieces = new ArrayList<>();
        int position = 0;
        boolean trim = false;
        while (position <= source.length()) {
            int open = source.indexOf("{{", position);
            String text = open < 0 ? source.substring(position) : source.substring(position, open);
            if (trim) {
                text = text.stripLeading();
            }
            if (open < 0) {
                add(pieces, text, 0);
                break;
            }
            int line = line(source, open);
            int start = open + 2;
            if (source.startsWith("-", start) && start + 1 < source.length() && isSpace(source.charAt(start + 1))) {
                text = text.stripTrailing();
                start++;
            }
            add(pieces, text, line);
            int close = close(name, source, start, line);
            String action = source.substring(start, close);
            trim = action.length() > 1 && action.endsWith("-") && isSpace(action.charAt(action.length() - 2));
            if (trim) {
                action = action.substring(0, action.length() - 1);
            }
            if (!action.strip().startsWith("/*")) {
                pieces.add(new Piece(true, action, line));
            }
            position = close + 2;
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, int line) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(false, text, line));
        }
    }

    private static int close(String name, String source, int start, int line) {
        if (source.substring(start).stripLeading().startsWith("/*")) {
            int end = source.indexOf("*/", start);
            int close = end < 0 ? -1 : source.indexOf("}}", end);
            if (close < 0) {
                throw new TemplateProblem("template: " + name + ":" + line + ": unclosed comment");
            }
            return close;
        }
        char quote = 0;
        for (int i = start; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote != '`') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '`' || c == '\'') {
                quote = c;
            } else if (c == '}' && source.startsWith("}}", i)) {
                return i;
            }
        }
        String reason = quote == 0 ? "unclosed action" : "unterminated quoted string";
        throw new TemplateProblem("template: " + name + ":" + line + ": " + reason);
    }

    private static int line(String source, int position) {
        return (int) source.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** The words of an action: quoted texts whole, operators alone, {@code .a.b} and {@code $x.a} as one word. */
    static List<String> words(String action) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < action.length()) {
            char c = action.charAt(i);
            int end = i + 1;
            if (isSpace(c)) {
                words.add(" ");
                while (end < action.length() && isSpace(action.charAt(end))) {
                    end++;
                }
                i = end;
                continue;
            }
            if (c == '"' || c == '\'' || c == '`') {
                while (end < action.length() && action.charAt(end) != c) {
                    end += action.charAt(end) == '\\' && c != '`' ? 2 : 1;
                }
                end++;
            } else if (c == ':' && action.startsWith(":=", i)) {
                end = i + 2;
            } else if ("()|,=".indexOf(c) < 0) {
                while (end < action.length()
                        && !isSpace(action.charAt(end))
                        && "()|,=:\"`".indexOf(action.charAt(end)) < 0) {
                    end++;
                }
            }
            words.add(action.substring(i, Math.min(end, action.length())));
            i = end;
        }
        return words;
    }
}
