package lab.shell.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import lab.shell.Output;
import org.jspecify.annotations.Nullable;

/** {@code sort}, by bytes as with LC_ALL=C. */
final class Sort {
    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("numeric-sort", "n"),
            Map.entry("general-numeric-sort", "g"),
            Map.entry("reverse", "r"),
            Map.entry("unique", "u"),
            Map.entry("key=", "k"),
            Map.entry("field-separator=", "t"),
            Map.entry("ignore-case", "f"),
            Map.entry("version-sort", "V"),
            Map.entry("human-numeric-sort", "h"),
            Map.entry("ignore-leading-blanks", "b"),
            Map.entry("dictionary-order", "d"),
            Map.entry("month-sort", "M"),
            Map.entry("check", "c"),
            Map.entry("stable", "s"),
            Map.entry("output=", "o"));

    /** A key: from field and character to field and character (0 for the end), with its ordering options. */
    private record Key(int field, int character, int endField, int endCharacter, String order) {}

    private @Nullable String separator;

    int run(Invocation call) {
        Options options = Options.read(call, "nrguk:t:fVhbcCdiMso:zS:T:", LONG, 2, null);
        separator = options.value("t");
        if (separator != null && !separator.equals("\\0") && separator.length() != 1) {
            throw new ToolProblem(
                    separator.isEmpty() ? "sort: empty tab" : "sort: multi-character tab ‘" + separator + "’", 2);
        }
        StringBuilder global = new StringBuilder();
        List<Key> keys = new ArrayList<>();
        for (Options.Given option : options.given()) {
            if ("nghVfbdMir".contains(option.name())) {
                global.append(option.name());
            }
        }
        for (Options.Given option : options.given()) {
            if (option.name().equals("k")) {
                keys.add(key(option.value(), global.toString()));
            }
        }
        if (keys.isEmpty()) {
            keys.add(new Key(1, 1, 0, 0, global.toString()));
        }
        List<String> lines = new ArrayList<>();
        int status = Inputs.each(call, options.operands(), "cannot read: %", (name, in) -> {
            LineReader reader = new LineReader(in);
            for (String line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        });
        if (status != 0) {
            return 2;
        }
        Comparator<String> byKeys = (a, b) -> compare(keys, a, b);
        boolean unique = options.has("u");
        boolean plain = options.has("s") || unique;
        Comparator<String> whole = Sort::bytes;
        Comparator<String> order =
                plain ? byKeys : byKeys.thenComparing(global.indexOf("r") >= 0 ? whole.reversed() : whole);
        if (options.has("c") || options.has("C")) {
            return check(call, options, lines, unique ? byKeys : order, unique);
        }
        lines.sort(order);
        StringBuilder sorted = new StringBuilder();
        String before = null;
        for (String line : lines) {
            if (!unique || before == null || byKeys.compare(before, line) != 0) {
                sorted.append(line).append('\n');
                before = line;
            }
        }
        String target = options.value("o");
        if (target == null) {
            call.out().print(sorted.toString());
            return 0;
        }
        try (Output out = call.environment().files().write(target, false)) {
            out.print(sorted.toString());
            return 0;
        } catch (FileProblem problem) {
            throw new ToolProblem("sort: open failed: " + target + ": " + problem.reason(), 2);
        }
    }

    private static int check(
            Invocation call, Options options, List<String> lines, Comparator<String> order, boolean unique) {
        for (int i = 1; i < lines.size(); i++) {
            int compared = order.compare(lines.get(i - 1), lines.get(i));
            if (compared > 0 || (unique && compared == 0)) {
                if (options.has("c")) {
                    String name = options.operands().isEmpty()
                            ? "-"
                            : options.operands().get(0);
                    call.err().println("sort: " + name + ":" + (i + 1) + ": disorder: " + lines.get(i));
                }
                return 1;
            }
        }
        return 0;
    }

    private static Key key(String text, String global) {
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile(
                        "(\\d{1,6})(?:\\.(\\d{1,6}))?([a-zA-Z]*)(?:,(\\d{1,6})(?:\\.(\\d{1,6}))?([a-zA-Z]*))?")
                .matcher(text);
        if (!matcher.matches()) {
            String why = text.matches("\\d.*") ? "stray character in field spec" : "invalid number at field start";
            throw new ToolProblem("sort: " + why + ": invalid " + "field specification ‘" + text + "’", 2);
        }
        if (Integer.parseInt(matcher.group(1)) == 0) {
            throw new ToolProblem("sort: field number is zero: invalid field specification ‘" + text + "’", 2);
        }
        String order = matcher.group(3) + (matcher.group(6) == null ? "" : matcher.group(6));
        return new Key(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)),
                matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4)),
                matcher.group(5) == null ? 0 : Integer.parseInt(matcher.group(5)),
                order.isEmpty() ? global : order);
    }

    private int compare(List<Key> keys, String a, String b) {
        for (Key key : keys) {
            int compared = compare(key.order, part(key, a), part(key, b));
            if (compared != 0) {
                return key.order.contains("r") ? -compared : compared;
            }
        }
        return 0;
    }

    private String part(Key key, String line) {
        boolean blanks = key.order.contains("b") || "nghM".chars().anyMatch(c -> key.order.indexOf(c) >= 0);
        int from = start(line, key.field);
        if (blanks) {
            from = skipBlanks(line, from);
        }
        from = Math.min(line.length(), from + Math.max(0, key.character - 1));
        int to = line.length();
        if (key.endField > 0) {
            if (key.endCharacter == 0) {
                to = end(line, key.endField);
            } else {
                int base = start(line, key.endField);
                base = key.order.contains("b") ? skipBlanks(line, base) : base;
                to = Math.min(line.length(), base + key.endCharacter);
            }
        }
        return from >= to ? "" : line.substring(from, to);
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Where a field begins; without a separator the blanks before it belong to it. */
    private int start(String line, int field) {
        int at = 0;
        for (int i = 1; i < field; i++) {
            int end = fieldEnd(line, at);
            at = separator == null ? end : end + 1;
            if (at > line.length()) {
                return line.length();
            }
        }
        return at;
    }

    private int end(String line, int field) {
        return fieldEnd(line, start(line, field));
    }

    private int fieldEnd(String line, int from) {
        if (separator != null) {
            int end = line.indexOf(separator.equals("\\0") ? '\0' : separator.charAt(0), from);
            return end < 0 ? line.length() : end;
        }
        int at = skipBlanks(line, from);
        while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
            at++;
        }
        return at;
    }

    private static int compare(String order, String a, String b) {
        if (order.contains("V")) {
            return Versions.compare(a, b);
        }
        if (order.contains("h")) {
            int sizes = Integer.compare(suffix(a), suffix(b));
            return sizes != 0 ? sizes : number(a).compareTo(number(b));
        }
        if (order.contains("n")) {
            return number(a).compareTo(number(b));
        }
        if (order.contains("g")) {
            return Double.compare(general(a), general(b));
        }
        if (order.contains("M")) {
            return Integer.compare(month(a), month(b));
        }
        String left = order.contains("b") ? a.stripLeading() : a;
        String right = order.contains("b") ? b.stripLeading() : b;
        if (order.contains("d")) {
            left = left.replaceAll("[^A-Za-z0-9 \t]", "");
            right = right.replaceAll("[^A-Za-z0-9 \t]", "");
        }
        if (order.contains("f")) {
            left = left.toUpperCase(Locale.ROOT);
            right = right.toUpperCase(Locale.ROOT);
        }
        return bytes(left, right);
    }

    /** By Unicode code points, which is the order of UTF-8's bytes. */
    private static int bytes(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static BigDecimal number(String text) {
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("[ \t]*(-?\\d*\\.?\\d*)").matcher(text);
        String digits = matcher.lookingAt() ? matcher.group(1) : "";
        if (!digits.matches(".*\\d.*")) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits);
    }

    private static int suffix(String text) {
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("[ \t]*(-?)[\\d.]+([KkMGTPEZY]?)")
                .matcher(text);
        if (!matcher.lookingAt()) {
            return 0;
        }
        int size = " KMGTPEZY"
                .indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2).toUpperCase(Locale.ROOT));
        return matcher.group(1).isEmpty() ? size : -size;
    }

    private static double general(String text) {
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile(
                        "\\s*([-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?)")
                .matcher(text);
        return matcher.lookingAt() ? Double.parseDouble(matcher.group(1)) : Double.NEGATIVE_INFINITY;
    }

    private static int month(String text) {
        String start = text.strip().toUpperCase(Locale.ROOT);
        return start.length() < 3 ? -1 : "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC".indexOf(start.substring(0, 3));
    }
}
