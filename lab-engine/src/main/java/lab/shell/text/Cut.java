package lab.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.shell.Invocation;

/** {@code cut}. */
final class Cut {
    private record Range(int from, int to) {}

    int run(Invocation call) {
        Options options = Options.read(
                call,
                "d:f:c:b:sn",
                Map.of(
                        "delimiter=",
                        "d",
                        "fields=",
                        "f",
                        "characters=",
                        "c",
                        "bytes=",
                        "b",
                        "complement",
                        "C",
                        "only-delimited",
                        "s",
                        "output-delimiter=",
                        "O"),
                1,
                null);
        String kind = options.last("fcb");
        if (kind.isEmpty()) {
            throw new ToolProblem(
                    "cut: you must specify a list of bytes, characters, or fields\n"
                            + "Try 'cut --help' for more information.",
                    1);
        }
        String delimiter = options.value("d") == null ? "\t" : String.valueOf(options.value("d"));
        if (delimiter.length() > 1) {
            throw new ToolProblem(
                    "cut: the delimiter must be a single character\nTry 'cut --help' for more information.", 1);
        }
        if (options.has("d") && !kind.equals("f")) {
            throw new ToolProblem(
                    "cut: an input delimiter may be specified only when operating on fields\n"
                            + "Try 'cut --help' for more information.",
                    1);
        }
        List<Range> ranges = ranges(String.valueOf(options.value(kind)), kind);
        boolean complement = options.has("C");
        String joint =
                options.value("O") == null ? kind.equals("f") ? delimiter : "" : String.valueOf(options.value("O"));
        return Inputs.each(call, options.operands(), (name, in) -> {
            LineReader reader = new LineReader(in);
            for (String line = reader.next(); line != null; line = reader.next()) {
                call.environment().checkInterrupted();
                if (!kind.equals("f")) {
                    call.out().println(characters(line, ranges, complement));
                } else if (line.contains(delimiter)) {
                    call.out().println(fields(line, delimiter, joint, ranges, complement));
                } else if (!options.has("s")) {
                    call.out().println(line);
                }
            }
        });
    }

    private static boolean chosen(List<Range> ranges, int index, boolean complement) {
        return ranges.stream().anyMatch(range -> index >= range.from && index <= range.to) != complement;
    }

    private static String characters(String line, List<Range> ranges, boolean complement) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (chosen(ranges, i + 1, complement)) {
                kept.append(line.charAt(i));
            }
        }
        return kept.toString();
    }

    private static String fields(String line, String delimiter, String joint, List<Range> ranges, boolean complement) {
        List<String> kept = new ArrayList<>();
        int from = 0;
        for (int index = 1; from >= 0; index++) {
            int end = line.indexOf(delimiter, from);
            if (chosen(ranges, index, complement)) {
                kept.add(end < 0 ? line.substring(from) : line.substring(from, end));
            }
            from = end < 0 ? -1 : end + delimiter.length();
        }
        return String.join(joint, kept);
    }

    private static List<Range> ranges(String text, String kind) {
        List<Range> ranges = new ArrayList<>();
        String what = kind.equals("f") ? "field" : "byte/character";
        for (String part : text.split("[, ]", -1)) {
            if (part.equals("-") || !part.matches("\\d{0,8}(-\\d{0,8})?") || part.isEmpty()) {
                String message = part.equals("-")
                        ? "invalid range with no endpoint: -"
                        : part.isEmpty()
                                ? (kind.equals("f")
                                        ? "fields are numbered from 1"
                                        : "byte/character positions are numbered from 1")
                                : "invalid " + what + " value ‘" + part + "’";
                throw new ToolProblem("cut: " + message + "\nTry 'cut --help' for more information.", 1);
            }
            String[] ends = part.split("-", -1);
            int from = ends[0].isEmpty() ? 1 : Integer.parseInt(ends[0]);
            int to = ends.length == 1 ? from : ends[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ends[1]);
            if (from == 0) {
                throw new ToolProblem(
                        "cut: "
                                + (kind.equals("f")
                                        ? "fields are numbered from 1"
                                        : "byte/character positions are numbered from 1")
                                + "\nTry 'cut --help' for more information.",
                        1);
            }
            if (to < from) {
                throw new ToolProblem("cut: invalid decreasing range\nTry 'cut --help' for more information.", 1);
            }
            ranges.add(new Range(from, to));
        }
        return ranges;
    }
}
