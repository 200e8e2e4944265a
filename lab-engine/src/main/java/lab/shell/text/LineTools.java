package lab.shell.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import lab.shell.Output;
import org.jspecify.annotations.Nullable;

/** {@code tee rev tac nl paste column}: small tools that work on whole lines. */
final class LineTools {
    private LineTools() {}

    static int tee(Invocation call) {
        Options options = Options.read(call, "ai", Map.of("append", "a"), 1, null);
        List<Output> files = new ArrayList<>();
        int status = 0;
        try {
            for (String operand : options.operands()) {
                try {
                    files.add(call.environment().files().write(operand, options.has("a")));
                } catch (FileProblem problem) {
                    call.err().println("tee: " + operand + ": " + problem.reason());
                    status = 1;
                }
            }
            byte[] buffer = new byte[8192];
            for (int n = call.in().read(buffer); n >= 0; n = call.in().read(buffer)) {
                call.environment().checkInterrupted();
                for (Output file : files) {
                    file.write(buffer, 0, n);
                }
                call.out().write(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            files.forEach(Output::close);
        }
        return status;
    }

    static int rev(Invocation call) {
        return Inputs.each(call, call.arguments(), "cannot open %", (name, in) -> {
            LineReader reader = new LineReader(in);
            for (String line = reader.next(); line != null; line = reader.next()) {
                call.out().print(new StringBuilder(line).reverse() + (reader.complete() ? "\n" : ""));
            }
        });
    }

    private static List<String> lines(java.io.InputStream in) {
        List<String> lines = new ArrayList<>();
        LineReader reader = new LineReader(in);
        for (String line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    static int tac(Invocation call) {
        return Inputs.each(call, call.arguments(), "failed to open '%' for reading", (name, in) -> {
            List<String> lines = lines(in);
            Collections.reverse(lines);
            lines.forEach(call.out()::println);
        });
    }

    static int nl(Invocation call) {
        Options options = Options.read(call, "b:w:s:v:n:", Map.of("body-numbering=", "b"), 1, null);
        boolean all = "a".equals(options.value("b"));
        String separator = options.value("s") == null ? "\t" : String.valueOf(options.value("s"));
        int width = Integer.parseInt(options.value("w") == null ? "6" : String.valueOf(options.value("w")));
        long[] number = {Long.parseLong(options.value("v") == null ? "1" : String.valueOf(options.value("v")))};
        return Inputs.each(call, options.operands(), (name, in) -> {
            for (String line : lines(in)) {
                boolean numbered = all || !line.isEmpty();
                call.out()
                        .println(
                                numbered
                                        ? String.format("%" + width + "d", number[0]++) + separator + line
                                        : " ".repeat(width + separator.length()) + line);
            }
        });
    }

    static int paste(Invocation call) {
        Options options = Options.read(call, "d:s", Map.of("delimiters=", "d", "serial", "s"), 1, null);
        String delimiters = lab.shell.Escapes.expand(
                        options.value("d") == null ? "\t" : String.valueOf(options.value("d")), false, false)
                .text();
        List<List<String>> columns = new ArrayList<>();
        int status = Inputs.each(call, options.operands(), (name, in) -> columns.add(lines(in)));
        List<List<String>> rows = options.has("s") ? columns : transposed(columns);
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                if (i > 0 && !delimiters.isEmpty()) {
                    line.append(delimiters.charAt((i - 1) % delimiters.length()));
                }
                line.append(row.get(i));
            }
            call.out().println(line.toString());
        }
        return status;
    }

    private static List<List<String>> transposed(List<List<String>> columns) {
        int most = columns.stream().mapToInt(List::size).max().orElse(0);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            List<String> row = new ArrayList<>();
            for (List<String> column : columns) {
                row.add(i < column.size() ? column.get(i) : "");
            }
            rows.add(row);
        }
        return rows;
    }

    static int column(Invocation call) {
        Options options = Options.read(
                call, "ts:o:c:", Map.of("table", "t", "separator=", "s", "output-separator=", "o"), 1, null);
        @Nullable String separator = options.value("s");
        String joint = options.value("o") == null ? "  " : String.valueOf(options.value("o"));
        return Inputs.each(call, options.operands(), "cannot open %", (name, in) -> {
            List<String> lines = lines(in);
            if (!options.has("t")) {
                lines.forEach(call.out()::println);
                return;
            }
            List<List<String>> rows = new ArrayList<>();
            List<Integer> widths = new ArrayList<>();
            for (String line : lines) {
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = separator == null
                        ? line.strip().split("[ \t]+")
                        : line.split("[" + java.util.regex.Pattern.quote(separator) + "]", -1);
                rows.add(List.of(cells));
                for (int i = 0; i < cells.length; i++) {
                    if (i == widths.size()) {
                        widths.add(0);
                    }
                    widths.set(i, Math.max(widths.get(i), cells[i].length()));
                }
            }
            for (List<String> row : rows) {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < row.size(); i++) {
                    String cell = row.get(i);
                    line.append(cell);
                    if (i < row.size() - 1) {
                        line.append(" ".repeat(widths.get(i) - cell.length())).append(joint);
                    }
                }
                call.out().println(line.toString());
            }
        });
    }
}
