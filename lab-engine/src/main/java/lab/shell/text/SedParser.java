package lab.shell.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lab.shell.regex.PosixRegex;
import lab.shell.regex.Regex;
import org.jspecify.annotations.Nullable;

/** Reads a sed script. */
final class SedParser {
    private final String script;
    private final boolean extended;
    private final List<SedCommand> commands = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private int at;

    SedParser(String script, boolean extended) {
        this.script = script;
        this.extended = extended;
    }

    List<SedCommand> parse() {
        Deque<SedCommand> open = new ArrayDeque<>();
        while (true) {
            while (at < script.length() && (Character.isWhitespace(script.charAt(at)) || script.charAt(at) == ';')) {
                at++;
            }
            if (at >= script.length()) {
                break;
            }
            command(open);
        }
        if (!open.isEmpty()) {
            throw new ToolProblem("sed: -e expression #1, char 0: unmatched `{'", 1);
        }
        for (SedCommand command : commands) {
            if ("btT".indexOf(command.name) >= 0) {
                Integer target = command.text.isEmpty() ? Integer.valueOf(commands.size()) : labels.get(command.text);
                if (target == null) {
                    throw new ToolProblem(
                            "sed: -e expression #1, char " + script.length() + ": can't find label for jump to `"
                                    + command.text + "'",
                            1);
                }
                command.jump = target;
            }
        }
        return commands;
    }

    private ToolProblem error(String message) {
        return new ToolProblem("sed: -e expression #1, char " + Math.min(at, script.length()) + ": " + message, 1);
    }

    private char peek() {
        return at < script.length() ? script.charAt(at) : '\0';
    }

    private void blanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private void command(Deque<SedCommand> open) {
        SedCommand.Address from = address();
        SedCommand.Address to = null;
        char relative = '\0';
        long by = 0;
        blanks();
        if (from != null && peek() == ',') {
            at++;
            blanks();
            if (peek() == '+' || peek() == '~') {
                relative = peek();
                at++;
                by = number();
            } else {
                to = address();
                if (to == null) {
                    throw error("unexpected `,'");
                }
            }
        }
        blanks();
        boolean negated = false;
        while (peek() == '!') {
            negated = true;
            at++;
            blanks();
        }
        if (at >= script.length()) {
            throw error("missing command");
        }
        char name = script.charAt(at++);
        SedCommand command = new SedCommand(name);
        command.from = from;
        command.to = to;
        command.relative = relative;
        command.relativeBy = by;
        command.negated = negated;
        if (name == '#') {
            skipLine();
            return;
        }
        if (name == '}') {
            if (open.isEmpty()) {
                throw error("unexpected `}'");
            }
            open.pop().jump = commands.size();
            end();
            return;
        }
        if (name == ':') {
            blanks();
            labels.put(label(), commands.size());
            return;
        }
        commands.add(command);
        arguments(command, open);
    }

    private void arguments(SedCommand command, Deque<SedCommand> open) {
        switch (command.name) {
            case '{' -> open.push(command);
            case 's' -> substitute(command);
            case 'y' -> transliterate(command);
            case 'a', 'i', 'c' -> command.text = text();
            case 'b', 't', 'T' -> {
                blanks();
                command.text = label();
            }
            case 'r', 'w', 'R', 'W' -> {
                blanks();
                int end = script.indexOf('\n', at);
                command.file = script.substring(at, end < 0 ? script.length() : end);
                at = end < 0 ? script.length() : end;
                if (command.file.isEmpty()) {
                    throw error("missing filename in r/R/w/W commands");
                }
            }
            case 'q', 'Q', 'l', 'L' -> {
                blanks();
                command.relativeBy = Character.isDigit(peek()) ? number() : 0;
                end();
            }
            case 'd', 'D', 'p', 'P', 'n', 'N', 'g', 'G', 'h', 'H', 'x', '=', 'z', 'F' -> end();
            default -> throw error("unknown command: `" + command.name + "'");
        }
    }

    private void end() {
        blanks();
        if (peek() == '#') {
            skipLine();
            return;
        }
        if (at < script.length() && ";\n}".indexOf(peek()) < 0) {
            at++;
            throw error("extra characters after command");
        }
    }

    private void skipLine() {
        while (at < script.length() && peek() != '\n') {
            at++;
        }
    }

    private String label() {
        int start = at;
        while (at < script.length() && ";\n}".indexOf(peek()) < 0) {
            at++;
        }
        return script.substring(start, at).strip();
    }

    private long number() {
        int start = at;
        while (Character.isDigit(peek())) {
            at++;
        }
        String digits = script.substring(start, Math.min(at, start + 15));
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private SedCommand.@Nullable Address address() {
        char c = peek();
        if (Character.isDigit(c)) {
            long line = number();
            long step = 0;
            if (peek() == '~') {
                at++;
                step = number();
            }
            return new SedCommand.Address(line, step, null, false);
        }
        if (c == '$') {
            at++;
            return new SedCommand.Address(-1, 0, null, false);
        }
        if (c != '/' && c != '\\') {
            return null;
        }
        at += c == '\\' ? 1 : 0;
        char delimiter = peek();
        at++;
        String source = delimited(delimiter, true);
        if (source == null) {
            throw error("unterminated address regex");
        }
        int mode = 0;
        while (peek() == 'I' || peek() == 'M') {
            mode |= peek() == 'I' ? Pattern.CASE_INSENSITIVE : Pattern.MULTILINE;
            at++;
        }
        return new SedCommand.Address(0, 0, source.isEmpty() ? null : regex(source, mode), source.isEmpty());
    }

    private Regex regex(String source, int mode) {
        try {
            return new Regex(
                    Pattern.compile(PosixRegex.sed(source, extended), mode | Pattern.DOTALL | Pattern.UNIX_LINES));
        } catch (PatternSyntaxException e) {
            throw error(e.getDescription());
        }
    }

    /** The text up to the delimiter, which is consumed; null if it does not come. */
    private @Nullable String delimited(char delimiter, boolean regex) {
        StringBuilder text = new StringBuilder();
        boolean bracket = false;
        while (at < script.length()) {
            char c = script.charAt(at++);
            if (c == '\\' && at < script.length()) {
                char next = script.charAt(at++);
                if (next == delimiter && delimiter != '\\') {
                    text.append(
                            regex && "|+?(){}.*[]^$".indexOf(delimiter) >= 0 && delimiter != '|'
                                    ? "\\" + delimiter
                                    : String.valueOf(delimiter));
                } else {
                    text.append(c).append(next);
                }
                continue;
            }
            if (regex && c == '[' && !bracket) {
                bracket = true;
                text.append(c);
                if (peek() == '^') {
                    text.append(script.charAt(at++));
                }
                if (peek() == ']') {
                    text.append(script.charAt(at++));
                }
                continue;
            }
            if (c == ']' && bracket) {
                bracket = false;
            } else if (bracket && c == '[' && (peek() == ':' || peek() == '.')) {
                int end = script.indexOf(peek() + "]", at + 1);
                if (end > 0) {
                    text.append(script, at - 1, end + 2);
                    at = end + 2;
                    continue;
                }
            }
            if (c == delimiter && !bracket) {
                return text.toString();
            }
            text.append(c);
        }
        return null;
    }

    private void substitute(SedCommand command) {
        char delimiter = peek();
        at++;
        String source = delimited(delimiter, true);
        String replacement = source == null ? null : delimited(delimiter, false);
        if (source == null || replacement == null) {
            at = script.length();
            throw error("unterminated `s' command");
        }
        int mode = 0;
        while (at < script.length() && ";\n}# \t".indexOf(peek()) < 0) {
            char flag = peek();
            if (Character.isDigit(flag)) {
                command.occurrence = (int) number();
                if (command.occurrence == 0) {
                    throw error("number option to `s' command may not be zero");
                }
                continue;
            }
            at++;
            switch (flag) {
                case 'g' -> command.global = true;
                case 'p' -> command.print = true;
                case 'i', 'I' -> mode |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'm', 'M' -> mode |= Pattern.MULTILINE;
                case 'w' -> {
                    blanks();
                    int end = script.indexOf('\n', at);
                    command.file = script.substring(at, end < 0 ? script.length() : end);
                    at = end < 0 ? script.length() : end;
                }
                default -> throw error("unknown option to `s'");
            }
        }
        command.regex = source.isEmpty() ? null : regex(source, mode);
        command.replacement = replacement(replacement, source);
        end();
    }

    /** Pieces of the replacement: {@code \0}…{@code \9} for groups, {@code \U} and the like, else text after a {@code =}. */
    private List<String> replacement(String text, String source) {
        List<String> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder("=");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') {
                pieces.add(plain.toString());
                plain = new StringBuilder("=");
                pieces.add("\\0");
            } else if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                if (Character.isDigit(next) || "ULEul".indexOf(next) >= 0) {
                    if (Character.isDigit(next) && next - '0' > groups(source)) {
                        throw error("invalid reference \\" + next + " on `s' command's RHS");
                    }
                    pieces.add(plain.toString());
                    plain = new StringBuilder("=");
                    pieces.add("\\" + next);
                } else {
                    plain.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
                }
            } else {
                plain.append(c);
            }
        }
        pieces.add(plain.toString());
        return pieces;
    }

    private int groups(String source) {
        if (source.isEmpty()) {
            return 9;
        }
        int count = 0;
        for (int i = 0; i < source.length(); i++) {
            if (source.charAt(i) == '\\') {
                count += !extended && i + 1 < source.length() && source.charAt(i + 1) == '(' ? 1 : 0;
                i++;
            } else if (extended && source.charAt(i) == '(') {
                count++;
            }
        }
        return count;
    }

    private void transliterate(SedCommand command) {
        char delimiter = peek();
        at++;
        String from = delimited(delimiter, false);
        String to = from == null ? null : delimited(delimiter, false);
        if (from == null || to == null) {
            at = script.length();
            throw error("unterminated `y' command");
        }
        String source = unescape(from);
        String target = unescape(to);
        if (source.length() != target.length()) {
            throw error("strings for `y' command are different lengths");
        }
        command.text = source + target;
        end();
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
    }

    private String text() {
        blanks();
        if (peek() == '\\') {
            at++;
            blanks();
            if (peek() == '\n') {
                at++;
            }
        }
        if (at >= script.length()) {
            throw error("expected \\ after `a', `c' or `i'");
        }
        StringBuilder text = new StringBuilder();
        while (at < script.length() && peek() != '\n') {
            if (peek() == '\\' && at + 1 < script.length()) {
                at++;
                text.append(peek() == 't' ? '\t' : peek());
            } else {
                text.append(peek());
            }
            at++;
        }
        return text.append('\n').toString();
    }
}
