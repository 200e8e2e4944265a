package lab.shell.awk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import lab.shell.Output;
import lab.shell.regex.PosixRegex;
import lab.shell.regex.Regex;
import lab.shell.text.LineReader;
import lab.shell.text.ToolProblem;
import org.jspecify.annotations.Nullable;

/** The state of a running awk program: variables, the record and its fields, files. */
final class Run {
    final Invocation call;
    final Map<String, Cell> variables = new HashMap<>();
    final Map<String, Map<String, Cell>> arrays = new HashMap<>();
    private final Map<String, Regex> regexes = new HashMap<>();
    private final Map<String, Output> outputs = new HashMap<>();
    private final Map<String, LineReader> inputs = new HashMap<>();
    private final List<String> fields = new ArrayList<>();
    private String record = "";
    private final List<String> operands;
    private @Nullable LineReader main;
    private boolean anyFile;
    int exit;
    Cell returned = Cell.EMPTY;

    Run(Invocation call, List<String> operands) {
        this.call = call;
        this.operands = new ArrayList<>(operands);
        for (String[] each : new String[][] {
            {"FS", " "},
            {"OFS", " "},
            {"ORS", "\n"},
            {"RS", "\n"},
            {"SUBSEP", "\u001c"},
            {"CONVFMT", "%.6g"},
            {"OFMT", "%.6g"}
        }) {
            variables.put(each[0], Cell.of(each[1]));
        }
        variables.put("NR", Cell.of(0));
        variables.put("FNR", Cell.of(0));
        variables.put("NF", Cell.of(0));
    }

    Cell get(String name) {
        return variables.getOrDefault(name, Cell.EMPTY);
    }

    String text(String name) {
        return get(name).asText("%.6g");
    }

    String text(Cell cell) {
        return cell.asText(text("CONVFMT"));
    }

    void set(String name, Cell value) {
        variables.put(name, value);
        if (name.equals("NF")) {
            resize((int) value.asNumber());
            rebuild();
        }
    }

    Map<String, Cell> array(String name) {
        return arrays.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    Regex regex(String source) {
        return regexes.computeIfAbsent(source, key -> {
            try {
                return new Regex(Pattern.compile(PosixRegex.awk(key), Pattern.DOTALL | Pattern.UNIX_LINES));
            } catch (PatternSyntaxException e) {
                throw new ToolProblem("awk: regular expression compile failed (" + e.getDescription() + ")\n" + key, 2);
            }
        });
    }

    void setRecord(String text) {
        record = text;
        fields.clear();
        fields.addAll(split(text, text("FS")));
        variables.put("NF", Cell.of(fields.size()));
    }

    List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        if (text.isEmpty()) {
            return parts;
        }
        if (separator.equals(" ")) {
            for (String part : text.strip().split("[ \t\n]+")) {
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
            return parts;
        }
        if (separator.isEmpty()) {
            text.codePoints().forEach(point -> parts.add(Character.toString(point)));
            return parts;
        }
        boolean plain = separator.length() == 1 && "\\^$.[]|()*+?{}".indexOf(separator.charAt(0)) < 0;
        Regex regex = regex(
                plain || separator.length() > 1 ? separator : separator.equals("\\") ? "\\\\" : "[" + separator + "]");
        int from = 0;
        while (true) {
            Regex.Match match = regex.find(text, from);
            while (match != null && match.end() == match.start()) {
                match = match.end() >= text.length() ? null : regex.find(text, match.end() + 1);
            }
            if (match == null) {
                parts.add(text.substring(from));
                return parts;
            }
            parts.add(text.substring(from, match.start()));
            from = match.end();
        }
    }

    Cell field(int index) {
        if (index < 0) {
            throw new ToolProblem("awk: trying to access out of range field " + index, 2);
        }
        return index == 0
                ? Cell.input(record)
                : index <= fields.size() ? Cell.input(fields.get(index - 1)) : Cell.EMPTY;
    }

    void setField(int index, Cell value) {
        if (index == 0) {
            setRecord(text(value));
            return;
        }
        resize(Math.max(index, fields.size()));
        fields.set(index - 1, text(value));
        variables.put("NF", Cell.of(fields.size()));
        rebuild();
    }

    private void resize(int count) {
        if (count < 0 || count > 32767) {
            throw new ToolProblem("awk: program limit exceeded: maximum number of fields size=32767", 2);
        }
        while (fields.size() > count) {
            fields.remove(fields.size() - 1);
        }
        while (fields.size() < count) {
            fields.add("");
        }
    }

    private void rebuild() {
        record = String.join(text("OFS"), fields);
    }

    /** The next record of the main input, or null. */
    @Nullable
    String nextRecord() {
        while (true) {
            if (main == null && !open()) {
                return null;
            }
            String line = main == null ? null : read(main);
            if (line != null) {
                variables.put("NR", Cell.of(get("NR").asNumber() + 1));
                variables.put("FNR", Cell.of(get("FNR").asNumber() + 1));
                return line;
            }
            main = null;
        }
    }

    private @Nullable String read(LineReader reader) {
        String separator = text("RS");
        String line = reader.next();
        if (!separator.isEmpty()) {
            if (separator.equals("\n") || line == null) {
                return line;
            }
            throw new ToolProblem("awk: RS other than newline and the empty string is not available in the lab yet", 2);
        }
        while (line != null && line.isEmpty()) {
            line = reader.next();
        }
        if (line == null) {
            return null;
        }
        StringBuilder paragraph = new StringBuilder(line);
        for (String more = reader.next(); more != null && !more.isEmpty(); more = reader.next()) {
            paragraph.append('\n').append(more);
        }
        return paragraph.toString();
    }

    private boolean open() {
        while (!operands.isEmpty()) {
            String operand = operands.remove(0);
            if (operand.matches("[A-Za-z_]\\w*=(?s:.*)")) {
                int equals = operand.indexOf('=');
                set(operand.substring(0, equals), Cell.input(operand.substring(equals + 1)));
                continue;
            }
            anyFile = true;
            main = reader(operand);
            if (main == null) {
                throw new ToolProblem("awk: cannot open " + operand + " (No such file or directory)", 2);
            }
            variables.put("FILENAME", Cell.of(operand.equals("-") ? "" : operand));
            variables.put("FNR", Cell.of(0));
            return true;
        }
        if (anyFile) {
            return false;
        }
        anyFile = true;
        main = new LineReader(call.in());
        return true;
    }

    private @Nullable LineReader reader(String path) {
        if (path.equals("-")) {
            return new LineReader(call.in());
        }
        try {
            return new LineReader(call.environment().files().read(path));
        } catch (FileProblem problem) {
            return null;
        }
    }

    /** {@code getline < file}; null at the end or, with {@code problem} set, if it cannot be read. */
    @Nullable
    String line(String path, boolean[] problem) {
        LineReader reader = inputs.get(path);
        if (reader == null) {
            reader = reader(path);
            if (reader == null) {
                problem[0] = true;
                return null;
            }
            inputs.put(path, reader);
        }
        return read(reader);
    }

    Output output(String path, boolean append) {
        if (path.equals("/dev/stderr")) {
            return call.err();
        }
        if (path.equals("/dev/stdout") || path.equals("-")) {
            return call.out();
        }
        return outputs.computeIfAbsent(path, key -> {
            try {
                return call.environment().files().write(key, append);
            } catch (FileProblem problem) {
                throw new ToolProblem("awk: cannot open \"" + key + "\" for output", 2);
            }
        });
    }

    int close(String path) {
        Output output = outputs.remove(path);
        if (output != null) {
            output.close();
        }
        return inputs.remove(path) != null || output != null ? 0 : -1;
    }

    /** The parameters of the function that runs. */
    private record Frame(Map<String, Cell> cells, Map<String, Map<String, Cell>> arrays) {}

    private final java.util.ArrayDeque<Frame> frames = new java.util.ArrayDeque<>();

    Cell inFrame(Map<String, Cell> cells, Map<String, Map<String, Cell>> localArrays, Statement body) {
        frames.push(new Frame(cells, localArrays));
        returned = Cell.EMPTY;
        try {
            body.run();
        } catch (Jump jump) {
            if (jump.kind != Jump.Kind.RETURN) {
                throw jump;
            }
        } finally {
            frames.pop();
        }
        Cell value = returned;
        returned = Cell.EMPTY;
        return value;
    }

    Cell value(String name) {
        Frame frame = frames.peek();
        Cell local = frame == null ? null : frame.cells.get(name);
        return local == null ? get(name) : local;
    }

    void assign(String name, Cell value) {
        Frame frame = frames.peek();
        if (frame != null && frame.cells.containsKey(name)) {
            frame.cells.put(name, value);
        } else {
            set(name, value);
        }
    }

    Map<String, Cell> arrayOf(String name) {
        Frame frame = frames.peek();
        return frame != null && frame.cells.containsKey(name)
                ? frame.arrays.computeIfAbsent(name, key -> new LinkedHashMap<>())
                : array(name);
    }

    boolean hasArray(String name) {
        Frame frame = frames.peek();
        return (frame != null && frame.arrays.containsKey(name)) || arrays.containsKey(name);
    }

    void closeAll() {
        outputs.values().forEach(Output::close);
    }
}
