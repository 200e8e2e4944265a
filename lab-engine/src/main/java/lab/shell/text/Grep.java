package lab.shell.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lab.shell.FileProblem;
import lab.shell.FileTree;
import lab.shell.Invocation;
import lab.shell.regex.PosixRegex;
import lab.shell.regex.Regex;

/** {@code grep}. */
final class Grep {
    private static final String USAGE = "Usage: grep [OPTION]... PATTERNS [FILE]...";
    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("extended-regexp", "E"),
            Map.entry("fixed-strings", "F"),
            Map.entry("basic-regexp", "G"),
            Map.entry("perl-regexp", "P"),
            Map.entry("ignore-case", "i"),
            Map.entry("invert-match", "v"),
            Map.entry("count", "c"),
            Map.entry("line-number", "n"),
            Map.entry("only-matching", "o"),
            Map.entry("quiet", "q"),
            Map.entry("silent", "q"),
            Map.entry("files-with-matches", "l"),
            Map.entry("files-without-match", "L"),
            Map.entry("recursive", "r"),
            Map.entry("word-regexp", "w"),
            Map.entry("line-regexp", "x"),
            Map.entry("regexp=", "e"),
            Map.entry("file=", "f"),
            Map.entry("after-context=", "A"),
            Map.entry("before-context=", "B"),
            Map.entry("context=", "C"),
            Map.entry("max-count=", "m"),
            Map.entry("no-filename", "h"),
            Map.entry("with-filename", "H"),
            Map.entry("no-messages", "s"),
            Map.entry("text", "a"),
            Map.entry("line-buffered", "u"),
            Map.entry("include=", "I"),
            Map.entry("exclude=", "J"),
            Map.entry("label=", "N"),
            Map.entry("color=?", "K"),
            Map.entry("colour=?", "K"));

    private boolean[] flags = new boolean[128];
    private List<Regex> patterns = new ArrayList<>();
    private int before;
    private int after;
    private long most = Long.MAX_VALUE;
    private final List<String> included = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private String label = "(standard input)";
    private boolean named;
    private boolean anyMatch;
    private boolean failed;
    private boolean shownBlock;

    int run(Invocation call) {
        Options options = Options.read(digits(call), "EFGPivcnoqlLrRwxe:f:A:B:C:m:hHsayTU", LONG, 2, USAGE);
        List<String> operands = new ArrayList<>(options.operands());
        List<String> texts = new ArrayList<>();
        for (Options.Given option : options.given()) {
            flags[option.name().charAt(0)] = true;
            switch (option.name()) {
                case "e" -> texts.addAll(Arrays.asList(option.value().split("\n", -1)));
                case "f" -> texts.addAll(patternFile(call, option.value()));
                case "A" -> after = number(option.value(), "context length");
                case "B" -> before = number(option.value(), "context length");
                case "C" -> {
                    after = number(option.value(), "context length");
                    before = after;
                }
                case "I" -> included.add(option.value());
                case "J" -> excluded.add(option.value());
                case "N" -> label = option.value();
                case "m" -> most = number(option.value(), "max count");
                default -> {}
            }
        }
        if (!options.has("e") && !options.has("f")) {
            if (operands.isEmpty()) {
                throw new ToolProblem(USAGE + "\nTry 'grep --help' for more information.", 2);
            }
            texts.addAll(Arrays.asList(operands.remove(0).split("\n", -1)));
        }
        compile(texts, syntax(call, options));
        boolean recursive = has('r') || has('R');
        named = has('H') || (!has('h') && (operands.size() > 1 || recursive));
        if (operands.isEmpty()) {
            operands.add(recursive ? "." : "-");
        }
        for (String operand : operands) {
            file(
                    call,
                    operand,
                    recursive && options.operands().size() <= (options.has("e") || options.has("f") ? 0 : 1));
            if (has('q') && anyMatch) {
                return 0;
            }
        }
        return failed ? 2 : anyMatch ? 0 : 1;
    }

    private boolean has(char option) {
        return flags[option];
    }

    private static Invocation digits(Invocation call) {
        List<String> words = call.arguments().stream()
                .map(word -> word.matches("-\\d+") ? "-C" + word.substring(1) : word)
                .toList();
        return new Invocation(call.name(), words, call.environment(), call.in(), call.out(), call.err());
    }

    private static char syntax(Invocation call, Options options) {
        if (call.name().equals("egrep")) {
            return 'E';
        }
        if (call.name().equals("fgrep")) {
            return 'F';
        }
        String last = options.last("EFGP");
        return last.isEmpty() ? 'G' : last.charAt(0);
    }

    private static int number(String text, String what) {
        if (!text.matches("\\d{1,9}")) {
            throw new ToolProblem(
                    what.startsWith("context")
                            ? "grep: " + text + ": invalid context length argument"
                            : "grep: invalid " + what,
                    2);
        }
        return Integer.parseInt(text);
    }

    private static List<String> patternFile(Invocation call, String path) {
        try (InputStream in =
                path.equals("-") ? call.in() : call.environment().files().read(path)) {
            List<String> lines = new ArrayList<>();
            LineReader reader = new LineReader(in);
            for (String line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
            return lines;
        } catch (FileProblem problem) {
            throw new ToolProblem("grep: " + path + ": " + problem.reason(), 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(List<String> texts, char syntax) {
        for (String text : texts) {
            try {
                String regex = switch (syntax) {
                    case 'E' -> PosixRegex.extended(text);
                    case 'F' -> Pattern.quote(text);
                    case 'P' -> text;
                    default -> PosixRegex.basic(text);
                };
                if (has('x')) {
                    regex = "^(?:" + regex + ")$";
                } else if (has('w')) {
                    regex = "(?<![\\p{IsAlphabetic}\\p{IsDigit}_])(?:" + regex
                            + ")(?![\\p{IsAlphabetic}\\p{IsDigit}_])";
                }
                int mode = has('i') || has('y') ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
                patterns.add(new Regex(Pattern.compile(regex, mode | Pattern.DOTALL | Pattern.UNIX_LINES)));
            } catch (PatternSyntaxException e) {
                throw new ToolProblem("grep: " + e.getDescription(), 2);
            }
        }
    }

    private void file(Invocation call, String path, boolean bareNames) {
        call.environment().checkInterrupted();
        FileTree files = call.environment().files();
        if (!path.equals("-")
                && files.status(path)
                        .filter(s -> s.kind() == FileTree.Kind.DIRECTORY)
                        .isPresent()) {
            if (!has('r') && !has('R')) {
                failed = true;
                call.err().println("grep: " + path + ": Is a directory");
                return;
            }
            try {
                for (String name : files.list(path)) {
                    if (isLeftOut(files, path + "/" + name, name)) {
                        continue;
                    }
                    file(
                            call,
                            path.equals(".") && bareNames ? name : path.endsWith("/") ? path + name : path + "/" + name,
                            false);
                }
            } catch (FileProblem problem) {
                complain(call, path, problem);
            }
            return;
        }
        if (path.equals("-")) {
            lines(call, label, call.in());
            return;
        }
        try (InputStream in = files.read(path)) {
            lines(call, path, in);
        } catch (FileProblem problem) {
            complain(call, path, problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isLeftOut(FileTree files, String path, String name) {
        boolean directory = files.status(path)
                .filter(status -> status.kind() == FileTree.Kind.DIRECTORY)
                .isPresent();
        return !directory
                && ((!included.isEmpty() && included.stream().noneMatch(pattern -> glob(pattern, name)))
                        || excluded.stream().anyMatch(pattern -> glob(pattern, name)));
    }

    private static boolean glob(String pattern, String name) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return name.matches(regex);
    }

    private void complain(Invocation call, String path, FileProblem problem) {
        failed = true;
        if (!has('s')) {
            call.err().println("grep: " + path + ": " + problem.reason());
        }
    }

    private boolean matches(String line) {
        for (Regex pattern : patterns) {
            if (pattern.found(line)) {
                return true;
            }
        }
        return false;
    }

    private void lines(Invocation call, String name, InputStream in) {
        LineReader reader = new LineReader(in);
        Deque<String> earlier = new ArrayDeque<>();
        long number = 0;
        long count = 0;
        long lastShown = 0;
        int trailing = 0;
        boolean quiet = has('c') || has('l') || has('L') || has('q');
        while (count < most || trailing > 0) {
            String line = reader.next();
            if (line == null) {
                break;
            }
            call.environment().checkInterrupted();
            number++;
            if (count < most && matches(line) != has('v')) {
                anyMatch = anyMatch || !has('L');
                count++;
                if (has('q') || has('l') || has('L')) {
                    break;
                }
                trailing = after;
                if (quiet) {
                    continue;
                }
                boolean context = before > 0 || after > 0;
                if ((context && shownBlock && number - earlier.size() > lastShown + 1)
                        || (context && shownBlock && lastShown == 0)) {
                    call.out().println("--");
                }
                long from = number - earlier.size();
                for (String held : earlier) {
                    if (!has('o')) {
                        show(call, name, from, '-', held);
                    }
                    from++;
                }
                earlier.clear();
                matched(call, name, number, line);
                shownBlock = true;
                lastShown = number;
            } else if (trailing > 0) {
                trailing--;
                if (!quiet && !has('o')) {
                    show(call, name, number, '-', line);
                    lastShown = number;
                }
            } else if (before > 0 && !quiet) {
                earlier.add(line);
                if (earlier.size() > before) {
                    earlier.remove();
                }
            }
        }
        if (has('c')) {
            call.out().println((named ? name + ":" : "") + count);
        }
        if (has('l') && count > 0) {
            call.out().println(name);
        }
        if (has('L') && count == 0) {
            anyMatch = true;
            call.out().println(name);
        }
    }

    private void matched(Invocation call, String name, long number, String line) {
        if (!has('o')) {
            show(call, name, number, ':', line);
            return;
        }
        if (has('v')) {
            return;
        }
        int from = 0;
        while (from <= line.length()) {
            Regex.Match best = null;
            for (Regex pattern : patterns) {
                Regex.Match match = pattern.find(line, from);
                if (match != null
                        && (best == null
                                || match.start() < best.start()
                                || (match.start() == best.start() && match.end() > best.end()))) {
                    best = match;
                }
            }
            if (best == null) {
                return;
            }
            if (best.end() > best.start()) {
                show(call, name, number, ':', line.substring(best.start(), best.end()));
            }
            from = Math.max(best.end(), best.start() + 1);
            from = best.end() > best.start() ? best.end() : from;
        }
    }

    private void show(Invocation call, String name, long number, char mark, String line) {
        StringBuilder shown = new StringBuilder();
        if (named) {
            shown.append(name).append(mark);
        }
        if (has('n')) {
            shown.append(number).append(mark);
        }
        call.out().write(shown.append(line).append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
