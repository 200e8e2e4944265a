package lab.shell.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lab.shell.FileProblem;
import lab.shell.FileTree;
import lab.shell.Invocation;

/** {@code diff}: normal and unified output, directories. */
final class Diff {
    private static final String NO_NEWLINE = "\\ No newline at end of file";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn Z", Locale.US);

    private int context = -1;
    private boolean brief;
    private boolean recursive;
    private boolean newFiles;
    private boolean ignoreCase;
    private boolean ignoreSpace;
    private boolean ignoreBlank;
    private String shownOptions = "";
    private final List<String> labels = new ArrayList<>();

    int run(Invocation call) {
        Options options = Options.read(
                call,
                "uU:qrNiwbBas",
                Map.ofEntries(
                        Map.entry("unified=?", "U"),
                        Map.entry("brief", "q"),
                        Map.entry("recursive", "r"),
                        Map.entry("new-file", "N"),
                        Map.entry("ignore-case", "i"),
                        Map.entry("ignore-all-space", "w"),
                        Map.entry("ignore-space-change", "b"),
                        Map.entry("label=", "l"),
                        Map.entry("color=?", "K"),
                        Map.entry("report-identical-files", "s")),
                2,
                null);
        for (Options.Given option : options.given()) {
            switch (option.name()) {
                case "u" -> context = Math.max(context, 3);
                case "U" -> context = option.value().matches("\\d{1,6}") ? Integer.parseInt(option.value()) : 3;
                case "l" -> labels.add(option.value());
                default -> {}
            }
        }
        brief = options.has("q");
        recursive = options.has("r");
        newFiles = options.has("N");
        ignoreCase = options.has("i");
        ignoreSpace = options.has("w");
        ignoreBlank = options.has("b");
        StringBuilder shown = new StringBuilder();
        call.arguments().stream()
                .filter(word -> word.startsWith("-") && word.length() > 1)
                .forEach(word -> shown.append(' ').append(word));
        shownOptions = shown.toString();
        List<String> operands = options.operands();
        if (operands.size() < 2) {
            throw Options.wrong(
                    "diff", "missing operand after '" + (operands.isEmpty() ? "diff" : operands.get(0)) + "'", 2, null);
        }
        if (operands.size() > 2) {
            throw Options.wrong("diff", "extra operand '" + operands.get(2) + "'", 2, null);
        }
        int status = compare(call, operands.get(0), operands.get(1), false);
        if (status == 0 && options.has("s")) {
            call.out().println("Files " + operands.get(0) + " and " + operands.get(1) + " are identical");
        }
        return status;
    }

    private static boolean isDirectory(FileTree files, String path) {
        return files.status(path)
                .filter(s -> s.kind() == FileTree.Kind.DIRECTORY)
                .isPresent();
    }

    private int compare(Invocation call, String left, String right, boolean inside) {
        FileTree files = call.environment().files();
        boolean leftDirectory = isDirectory(files, left);
        boolean rightDirectory = isDirectory(files, right);
        if (leftDirectory && rightDirectory) {
            return directories(call, left, right, inside);
        }
        if (leftDirectory) {
            return compare(call, left + "/" + right.substring(right.lastIndexOf('/') + 1), right, inside);
        }
        if (rightDirectory) {
            return compare(call, left, right + "/" + left.substring(left.lastIndexOf('/') + 1), inside);
        }
        byte[] before = content(call, left);
        byte[] after = content(call, right);
        if (before == null || after == null) {
            return 2;
        }
        if (Arrays.equals(before, after)) {
            return 0;
        }
        if (brief) {
            call.out().println("Files " + left + " and " + right + " differ");
            return 1;
        }
        StringBuilder out = new StringBuilder();
        differences(call, left, right, lines(before), lines(after), out);
        if (out.length() == 0) {
            return 0;
        }
        if (inside) {
            call.out().println("diff" + shownOptions + " " + left + " " + right);
        }
        call.out().print(out.toString());
        return 1;
    }

    private int directories(Invocation call, String left, String right, boolean inside) {
        if (inside && !recursive) {
            call.out().println("Common subdirectories: " + left + " and " + right);
            return 0;
        }
        FileTree files = call.environment().files();
        int status = 0;
        try {
            Set<String> lefts = new TreeSet<>(files.list(left));
            Set<String> rights = new TreeSet<>(files.list(right));
            Set<String> all = new TreeSet<>(lefts);
            all.addAll(rights);
            for (String name : all) {
                if ((lefts.contains(name) && rights.contains(name)) || newFiles) {
                    status = Math.max(status, compare(call, left + "/" + name, right + "/" + name, true));
                } else {
                    call.out().println("Only in " + (lefts.contains(name) ? left : right) + ": " + name);
                    status = Math.max(status, 1);
                }
            }
        } catch (FileProblem problem) {
            call.err().println("diff: " + left + ": " + problem.reason());
            return 2;
        }
        return status;
    }

    private byte @org.jspecify.annotations.Nullable [] content(Invocation call, String path) {
        if (path.equals("-")) {
            return Inputs.all(call.in());
        }
        try (InputStream in = call.environment().files().read(path)) {
            return Inputs.all(in);
        } catch (FileProblem problem) {
            if (newFiles && problem.reason().startsWith("No such")) {
                return new byte[0];
            }
            call.err().println("diff: " + path + ": " + problem.reason());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines with their newline, so that a missing last one is a difference. */
    private static List<String> lines(byte[] content) {
        List<String> lines = new ArrayList<>();
        String text = new String(content, StandardCharsets.UTF_8);
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            lines.add(end < 0 ? text.substring(from) : text.substring(from, end + 1));
            from = end < 0 ? text.length() : end + 1;
        }
        return lines;
    }

    private boolean same(String a, String b) {
        return key(a).equals(key(b));
    }

    private String key(String line) {
        String key = line;
        if (ignoreSpace) {
            key = key.replaceAll("\\s+", "");
        } else if (ignoreBlank) {
            key = key.stripTrailing().replaceAll("[ \t]+", " ");
        }
        return ignoreCase ? key.toLowerCase(Locale.ROOT) : key;
    }

    private void differences(
            Invocation call, String left, String right, List<String> before, List<String> after, StringBuilder out) {
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(before, after, this::same).getDeltas();
        if (deltas.isEmpty()) {
            return;
        }
        if (context < 0) {
            for (AbstractDelta<String> delta : deltas) {
                normal(delta, out);
            }
            return;
        }
        out.append("--- ").append(header(call, left, 0)).append('\n');
        out.append("+++ ").append(header(call, right, 1)).append('\n');
        int i = 0;
        while (i < deltas.size()) {
            int j = i;
            while (j + 1 < deltas.size()
                    && deltas.get(j + 1).getSource().getPosition() - end(deltas.get(j)) <= 2 * context) {
                j++;
            }
            hunk(deltas.subList(i, j + 1), before, out);
            i = j + 1;
        }
    }

    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }

    private String header(Invocation call, String path, int side) {
        if (side < labels.size()) {
            return labels.get(side);
        }
        java.time.Instant modified = path.equals("-")
                ? call.environment().time().now()
                : call.environment()
                        .files()
                        .status(path)
                        .map(FileTree.Status::modified)
                        .orElse(java.time.Instant.EPOCH);
        return path + "\t" + TIME.format(modified.atOffset(ZoneOffset.UTC));
    }

    private void hunk(List<AbstractDelta<String>> deltas, List<String> before, StringBuilder out) {
        AbstractDelta<String> first = deltas.get(0);
        AbstractDelta<String> last = deltas.get(deltas.size() - 1);
        int from = Math.max(0, first.getSource().getPosition() - context);
        int to = Math.min(before.size(), end(last) + context);
        int lead = first.getSource().getPosition() - from;
        int newFrom = first.getTarget().getPosition() - lead;
        int newTo = last.getTarget().getPosition() + last.getTarget().size() + (to - end(last));
        out.append("@@ -")
                .append(range(from, to))
                .append(" +")
                .append(range(newFrom, newTo))
                .append(" @@\n");
        int at = from;
        for (AbstractDelta<String> delta : deltas) {
            for (; at < delta.getSource().getPosition(); at++) {
                line(" ", before.get(at), out);
            }
            delta.getSource().getLines().forEach(line -> line("-", line, out));
            delta.getTarget().getLines().forEach(line -> line("+", line, out));
            at = end(delta);
        }
        for (; at < to; at++) {
            line(" ", before.get(at), out);
        }
    }

    private static String range(int from, int to) {
        int length = to - from;
        return length == 1 ? String.valueOf(from + 1) : (length == 0 ? from : from + 1) + "," + length;
    }

    private static void line(String mark, String line, StringBuilder out) {
        out.append(mark).append(line);
        if (!line.endsWith("\n")) {
            out.append('\n').append(NO_NEWLINE).append('\n');
        }
    }

    private static void normal(AbstractDelta<String> delta, StringBuilder out) {
        int from = delta.getSource().getPosition();
        int to = delta.getTarget().getPosition();
        int removed = delta.getSource().size();
        int added = delta.getTarget().size();
        String left = removed == 0
                ? String.valueOf(from)
                : removed == 1 ? String.valueOf(from + 1) : (from + 1) + "," + (from + removed);
        String right =
                added == 0 ? String.valueOf(to) : added == 1 ? String.valueOf(to + 1) : (to + 1) + "," + (to + added);
        char kind = delta.getType() == DeltaType.INSERT ? 'a' : delta.getType() == DeltaType.DELETE ? 'd' : 'c';
        out.append(left).append(kind).append(right).append('\n');
        delta.getSource().getLines().forEach(line -> line("< ", line, out));
        if (kind == 'c') {
            out.append("---\n");
        }
        delta.getTarget().getLines().forEach(line -> line("> ", line, out));
    }
}
