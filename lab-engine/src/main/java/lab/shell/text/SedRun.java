package lab.shell.text;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import lab.shell.Output;
import lab.shell.regex.Regex;
import org.jspecify.annotations.Nullable;

/** Runs a sed script over its input. */
final class SedRun {
    private final Invocation call;
    private final List<SedCommand> script;
    private final boolean quiet;
    private final Output out;
    private final Map<String, Output> files;
    private final List<String> appended = new ArrayList<>();

    private String pattern = "";
    private String hold = "";
    private boolean complete = true;
    private long line;
    private boolean replaced;
    private @Nullable Regex lastRegex;
    private int status;
    private boolean quit;

    SedRun(Invocation call, List<SedCommand> script, boolean quiet, Output out, Map<String, Output> files) {
        this.call = call;
        this.script = script;
        this.quiet = quiet;
        this.out = out;
        this.files = files;
    }

    int run(SedInput input) {
        boolean restart = false;
        while (!quit) {
            if (!restart && !read(input)) {
                break;
            }
            restart = false;
            replaced = false;
            int next = 0;
            boolean print = !quiet;
            while (next < script.size()) {
                call.environment().checkInterrupted();
                SedCommand command = script.get(next++);
                boolean chosen = selected(command, input) != command.negated;
                if (!chosen) {
                    next = command.name == '{' ? command.jump : next;
                    continue;
                }
                switch (command.name) {
                    case '{' -> {}
                    case 'd' -> {
                        print = false;
                        next = script.size();
                    }
                    case 'D' -> {
                        int newline = pattern.indexOf('\n');
                        restart = newline >= 0;
                        pattern = pattern.substring(newline + 1);
                        print = false;
                        next = script.size();
                    }
                    case 'b' -> next = command.jump;
                    case 't', 'T' -> {
                        next = replaced == (command.name == 't') ? command.jump : next;
                        replaced = false;
                    }
                    case 'n' -> {
                        if (input.last()) {
                            quit = true;
                            next = script.size();
                        } else {
                            if (!quiet) {
                                print(pattern, complete);
                            }
                            flushAppended();
                            read(input);
                        }
                    }
                    case 'N' -> {
                        if (input.last()) {
                            quit = true;
                            next = script.size();
                        } else {
                            String before = pattern;
                            flushAppended();
                            read(input);
                            pattern = before + "\n" + pattern;
                        }
                    }
                    case 'q', 'Q' -> {
                        status = (int) command.relativeBy;
                        quit = true;
                        print = print && command.name == 'q';
                        next = script.size();
                    }
                    case 'c' -> {
                        boolean range = command.to != null || command.relative != 0;
                        if (!range || !command.active || command.negated || input.last()) {
                            out.print(command.text);
                        }
                        print = false;
                        next = script.size();
                    }
                    default -> plain(command);
                }
            }
            if (print) {
                print(pattern, complete);
            }
            flushAppended();
        }
        return status;
    }

    private boolean read(SedInput input) {
        SedInput.Line read = input.next();
        if (read == null) {
            return false;
        }
        pattern = read.text();
        complete = read.complete();
        line++;
        return true;
    }

    private void print(String text, boolean withNewline) {
        out.print(withNewline ? text + "\n" : text);
    }

    private void flushAppended() {
        appended.forEach(out::print);
        appended.clear();
    }

    private void plain(SedCommand command) {
        switch (command.name) {
            case 'p' -> print(pattern, true);
            case 'P' -> {
                int newline = pattern.indexOf('\n');
                print(newline < 0 ? pattern : pattern.substring(0, newline), true);
            }
            case 'g' -> pattern = hold;
            case 'G' -> pattern = pattern + "\n" + hold;
            case 'h' -> hold = pattern;
            case 'H' -> hold = hold + "\n" + pattern;
            case 'x' -> {
                String before = pattern;
                pattern = hold;
                hold = before;
            }
            case 'z' -> pattern = "";
            case '=' -> out.println(String.valueOf(line));
            case 'F' -> out.println("-");
            case 'a' -> appended.add(command.text);
            case 'i' -> out.print(command.text);
            case 'l' -> out.print(unambiguous(pattern));
            case 'y' -> transliterate(command.text);
            case 'r' -> appendFile(command.file);
            case 'w' -> file(command.file).println(pattern);
            case 's' -> substitute(command);
            default -> throw new IllegalStateException("sed command " + command.name);
        }
    }

    private void appendFile(String path) {
        try (InputStream in = call.environment().files().read(path)) {
            appended.add(new String(Inputs.all(in), java.nio.charset.StandardCharsets.UTF_8));
        } catch (FileProblem | java.io.IOException missing) {
            appended.add(""); // sed passes over a file that is not there
        }
    }

    private Output file(String path) {
        return files.computeIfAbsent(path, name -> {
            try {
                return call.environment().files().write(name, false);
            } catch (FileProblem problem) {
                throw new ToolProblem("sed: couldn't open file " + name + ": " + problem.reason(), 4);
            }
        });
    }

    private static String unambiguous(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int index = "\\\u0007\b\f\n\r\t\u000b".indexOf(c);
            if (index >= 0) {
                shown.append('\\').append("\\abfnrtv".charAt(index));
            } else if (c < 32 || c == 127) {
                shown.append(String.format("\\%03o", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.append("$\n").toString();
    }

    private void transliterate(String table) {
        int half = table.length() / 2;
        StringBuilder changed = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            int index = table.substring(0, half).indexOf(pattern.charAt(i));
            changed.append(index < 0 ? pattern.charAt(i) : table.charAt(half + index));
        }
        pattern = changed.toString();
    }

    private Regex regex(@Nullable Regex regex) {
        Regex used = regex == null ? lastRegex : regex;
        if (used == null) {
            throw new ToolProblem("sed: -e expression #1, char 0: no previous regular expression", 1);
        }
        lastRegex = used;
        return used;
    }

    private void substitute(SedCommand command) {
        Regex regex = regex(command.regex);
        StringBuilder changed = new StringBuilder();
        int from = 0;
        int copied = 0;
        int count = 0;
        boolean done = false;
        int lastEnd = -1;
        while (from <= pattern.length()) {
            Regex.Match match = regex.find(pattern, from);
            if (match == null) {
                break;
            }
            boolean emptyAfterMatch = match.end() == match.start() && match.start() == lastEnd;
            if (!emptyAfterMatch) {
                count++;
                if (count >= command.occurrence) {
                    changed.append(pattern, copied, match.start());
                    changed.append(replacement(command.replacement, match));
                    copied = match.end();
                    done = true;
                    if (!command.global) {
                        break;
                    }
                }
            }
            lastEnd = match.end();
            from = match.end() > match.start() ? match.end() : match.end() + 1;
        }
        if (!done) {
            return;
        }
        pattern = changed.append(pattern.substring(copied)).toString();
        replaced = true;
        if (command.print) {
            print(pattern, true);
        }
        if (!command.file.isEmpty()) {
            file(command.file).println(pattern);
        }
    }

    private String replacement(List<String> pieces, Regex.Match match) {
        StringBuilder text = new StringBuilder();
        char mode = 'E';
        char once = '\0';
        for (String piece : pieces) {
            char kind = piece.charAt(0) == '=' ? '=' : piece.charAt(1);
            String value;
            if (kind == '=') {
                value = piece.substring(1);
            } else if (Character.isDigit(kind)) {
                value = match.group(kind - '0', pattern);
            } else {
                if (kind == 'u' || kind == 'l') {
                    once = kind;
                } else {
                    mode = kind;
                }
                continue;
            }
            if (value.isEmpty()) {
                continue;
            }
            value = mode == 'U' ? value.toUpperCase(Locale.ROOT) : mode == 'L' ? value.toLowerCase(Locale.ROOT) : value;
            if (once != '\0') {
                String head = value.substring(0, 1);
                value = (once == 'u' ? head.toUpperCase(Locale.ROOT) : head.toLowerCase(Locale.ROOT))
                        + value.substring(1);
                once = '\0';
            }
            text.append(value);
        }
        return text.toString();
    }

    private boolean matches(SedCommand.Address address, SedInput input) {
        if (address.regex() != null || address.emptyRegex()) {
            return regex(address.regex()).found(pattern);
        }
        if (address.line() < 0) {
            return input.last();
        }
        if (address.step() > 0) {
            return line >= address.line() && (line - address.line()) % address.step() == 0;
        }
        return line == address.line();
    }

    private boolean selected(SedCommand command, SedInput input) {
        SedCommand.Address from = command.from;
        if (from == null) {
            return true;
        }
        SedCommand.Address to = command.to;
        if (to == null && command.relative == 0) {
            return matches(from, input);
        }
        if (!command.active) {
            boolean fromZero =
                    from.line() == 0 && from.regex() == null && !from.emptyRegex() && line == 1 && to != null;
            if (!fromZero && !matches(from, input)) {
                return false;
            }
            command.active = true;
            if (command.relative == '+') {
                command.activeUntil = line + command.relativeBy;
            } else if (command.relative == '~') {
                long step = Math.max(1, command.relativeBy);
                command.activeUntil = (line + step - 1) / step * step;
            } else if (to != null && to.regex() == null && !to.emptyRegex()) {
                command.activeUntil = to.line() < 0 ? Long.MAX_VALUE : to.line();
            } else {
                command.activeUntil = Long.MAX_VALUE;
                if (!fromZero) {
                    return true;
                }
            }
            if (!fromZero || to == null || to.regex() == null) {
                command.active = line < command.activeUntil;
                return true;
            }
        }
        boolean byRegex = to != null && (to.regex() != null || to.emptyRegex());
        if (byRegex && to != null) {
            command.active = !matches(to, input);
            return true;
        }
        if (line > command.activeUntil) {
            command.active = false;
            return matches(from, input);
        }
        command.active = line < command.activeUntil;
        return true;
    }
}
