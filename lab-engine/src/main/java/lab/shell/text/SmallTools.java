package lab.shell.text;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.shell.Invocation;
import lab.shell.Program;
import lab.shell.regex.PosixRegex;
import lab.shell.regex.Regex;

/** {@code seq yes basename dirname env printenv base64 sha256sum md5sum expr}. */
final class SmallTools {
    private SmallTools() {}

    static int seq(Invocation call) {
        List<String> words = new ArrayList<>(call.arguments());
        String separator = "\n";
        String format = null;
        boolean equalWidth = false;
        while (!words.isEmpty() && words.get(0).matches("-[swf].*")) {
            String option = words.remove(0);
            if (option.startsWith("-w")) {
                equalWidth = true;
                continue;
            }
            String value = option.length() > 2 ? option.substring(2) : words.isEmpty() ? "" : words.remove(0);
            separator = option.charAt(1) == 's' ? value : separator;
            format = option.charAt(1) == 'f' ? value : format;
        }
        if (words.isEmpty() || words.size() > 3) {
            throw new ToolProblem(
                    "seq: " + (words.isEmpty() ? "missing operand" : "extra operand ‘" + words.get(3) + "’")
                            + "\nTry 'seq --help' for more information.",
                    1);
        }
        List<BigDecimal> numbers = new ArrayList<>();
        for (String word : words) {
            try {
                numbers.add(new BigDecimal(word));
            } catch (NumberFormatException e) {
                throw new ToolProblem(
                        "seq: invalid floating point argument: ‘" + word + "’\nTry 'seq --help' for more information.",
                        1);
            }
        }
        BigDecimal from = numbers.size() > 1 ? numbers.get(0) : BigDecimal.ONE;
        BigDecimal step = numbers.size() > 2 ? numbers.get(1) : BigDecimal.ONE;
        BigDecimal to = numbers.get(numbers.size() - 1);
        if (step.signum() == 0) {
            throw new ToolProblem(
                    "seq: invalid Zero increment value: ‘" + words.get(1) + "’\nTry 'seq --help' for more information.",
                    1);
        }
        int scale = Math.max(0, Math.max(from.scale(), step.scale()));
        int width = equalWidth
                ? Math.max(
                        from.setScale(scale).toPlainString().length(),
                        to.setScale(scale, java.math.RoundingMode.DOWN)
                                .toPlainString()
                                .length())
                : 0;
        boolean first = true;
        for (BigDecimal value = from;
                step.signum() > 0 ? value.compareTo(to) <= 0 : value.compareTo(to) >= 0;
                value = value.add(step)) {
            call.environment().checkInterrupted();
            String shown = value.setScale(scale).toPlainString();
            if (format != null) {
                int percent = format.indexOf('%');
                FormatSpec spec = FormatSpec.read(format, Math.max(0, percent));
                shown = format.substring(0, percent)
                        + spec.real(value.doubleValue())
                        + format.substring(percent + spec.length());
            }
            boolean negative = shown.startsWith("-");
            int missing = Math.max(0, width - shown.length());
            shown = negative ? "-" + "0".repeat(missing) + shown.substring(1) : "0".repeat(missing) + shown;
            call.out().print(first ? shown : separator + shown);
            first = false;
        }
        if (!first) {
            call.out().print("\n");
        }
        return 0;
    }

    static int yes(Invocation call) {
        String line = call.arguments().isEmpty() ? "y" : String.join(" ", call.arguments());
        String block = (line + "\n").repeat(Math.max(1, 1024 / (line.length() + 1)));
        while (true) {
            call.environment().checkInterrupted();
            call.out().print(block);
        }
    }

    static int basename(Invocation call) {
        Options options = Options.read(call, "as:z", Map.of("multiple", "a", "suffix=", "s"), 1, null);
        List<String> operands = options.operands();
        if (operands.isEmpty()) {
            throw new ToolProblem("basename: missing operand\nTry 'basename --help' for more information.", 1);
        }
        boolean many = options.has("a") || options.has("s");
        String suffix = many ? options.value("s") : operands.size() > 1 ? operands.get(1) : null;
        for (String path : many ? operands : operands.subList(0, 1)) {
            String bare = path.replaceAll("/+$", "");
            String name = bare.isEmpty() && !path.isEmpty() ? "/" : bare.substring(bare.lastIndexOf('/') + 1);
            boolean cut = suffix != null && name.endsWith(suffix) && !name.equals(suffix);
            call.out().println(cut && suffix != null ? name.substring(0, name.length() - suffix.length()) : name);
        }
        return 0;
    }

    static int dirname(Invocation call) {
        if (call.arguments().isEmpty()) {
            throw new ToolProblem("dirname: missing operand\nTry 'dirname --help' for more information.", 1);
        }
        for (String path : call.arguments()) {
            String bare = path.replaceAll("/+$", "");
            int slash = bare.lastIndexOf('/');
            String directory = slash < 0 ? "." : bare.substring(0, slash).replaceAll("/+$", "");
            call.out().println(directory.isEmpty() ? "/" : bare.isEmpty() && !path.isEmpty() ? "/" : directory);
        }
        return 0;
    }

    static int env(Invocation call) {
        Map<String, String> variables = new LinkedHashMap<>(call.environment().exported());
        List<String> words = call.arguments();
        int i = 0;
        for (; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-i") || word.equals("-")) {
                variables.clear();
            } else if (word.equals("-u") && i + 1 < words.size()) {
                variables.remove(words.get(++i));
            } else if (word.indexOf('=') > 0) {
                variables.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            } else {
                break;
            }
        }
        if (i == words.size()) {
            variables.forEach((name, value) -> call.out().println(name + "=" + value));
            return 0;
        }
        String name = words.get(i);
        Program program = call.environment().program(name);
        if (program == null) {
            throw new ToolProblem("env: ‘" + name + "’: No such file or directory", 127);
        }
        return program.run(new Invocation(
                name,
                words.subList(i + 1, words.size()),
                new ChangedEnvironment(call.environment(), variables),
                call.in(),
                call.out(),
                call.err()));
    }

    static int printenv(Invocation call) {
        Map<String, String> variables = call.environment().exported();
        int status = 0;
        for (String name : call.arguments()) {
            if (variables.containsKey(name)) {
                call.out().println(String.valueOf(variables.get(name)));
            } else {
                status = 1;
            }
        }
        if (call.arguments().isEmpty()) {
            variables.forEach((name, value) -> call.out().println(name + "=" + value));
        }
        return status;
    }

    static int base64(Invocation call) {
        Options options =
                Options.read(call, "dw:i", Map.of("decode", "d", "wrap=", "w", "ignore-garbage", "i"), 1, null);
        String wrap = options.value("w") == null ? "76" : String.valueOf(options.value("w"));
        if (!wrap.matches("\\d{1,6}")) {
            throw new ToolProblem("base64: invalid wrap size: ‘" + wrap + "’", 1);
        }
        int width = Integer.parseInt(wrap);
        int[] status = {0};
        int missing = Inputs.each(call, options.operands(), (name, in) -> {
            byte[] bytes = Inputs.all(in);
            if (options.has("d")) {
                String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).replace("\n", "");
                try {
                    call.out().write(Base64.getDecoder().decode(text));
                } catch (IllegalArgumentException e) {
                    String good = text.replaceAll("[^A-Za-z0-9+/].*$", "");
                    call.out().write(Base64.getDecoder().decode(good.substring(0, good.length() / 4 * 4)));
                    call.err().println("base64: invalid input");
                    status[0] = 1;
                }
                return;
            }
            String text = Base64.getEncoder().encodeToString(bytes);
            if (width == 0) {
                call.out().print(text);
                return;
            }
            for (int i = 0; i < text.length(); i += width) {
                call.out().println(text.substring(i, Math.min(text.length(), i + width)));
            }
        });
        return Math.max(missing, status[0]);
    }

    static int digest(Invocation call) {
        return Inputs.each(call, call.arguments(), (name, in) -> {
            try {
                MessageDigest digest = MessageDigest.getInstance(call.name().equals("md5sum") ? "MD5" : "SHA-256");
                call.out().println(HexFormat.of().formatHex(digest.digest(Inputs.all(in))) + "  " + name);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The forms that scripts use: {@code A op B} and {@code STRING : REGEX}. */
    static int expr(Invocation call) {
        List<String> words = call.arguments();
        if (words.isEmpty()) {
            throw new ToolProblem("expr: missing operand\nTry 'expr --help' for more information.", 2);
        }
        String value = words.get(0);
        for (int i = 1; i + 1 < words.size(); i += 2) {
            value = apply(value, words.get(i), words.get(i + 1));
        }
        if (words.size() % 2 == 0) {
            throw new ToolProblem(
                    "expr: syntax error: missing argument after ‘" + words.get(words.size() - 1) + "’", 2);
        }
        call.out().println(value);
        return value.isEmpty() || value.equals("0") ? 1 : 0;
    }

    private static String apply(String left, String operator, String right) {
        if (operator.equals(":")) {
            Regex regex = new Regex(java.util.regex.Pattern.compile("^(?:" + PosixRegex.basic(right) + ")"));
            Regex.Match match = regex.find(left, 0);
            boolean group = right.contains("\\(");
            return match == null ? (group ? "" : "0") : group ? match.group(1, left) : String.valueOf(match.end());
        }
        boolean numbers = left.matches("-?\\d{1,18}") && right.matches("-?\\d{1,18}");
        if ("= == != < <= > >=".contains(operator)) {
            int compared = numbers ? Long.compare(Long.parseLong(left), Long.parseLong(right)) : left.compareTo(right);
            boolean holds = switch (operator) {
                case "=", "==" -> compared == 0;
                case "!=" -> compared != 0;
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                default -> compared >= 0;
            };
            return holds ? "1" : "0";
        }
        if (!numbers) {
            throw new ToolProblem(
                    "+-*/%".contains(operator)
                            ? "expr: non-integer argument"
                            : "expr: syntax error: unexpected argument ‘" + operator + "’",
                    2);
        }
        long a = Long.parseLong(left);
        long b = Long.parseLong(right);
        if (b == 0 && (operator.equals("/") || operator.equals("%"))) {
            throw new ToolProblem("expr: division by zero", 2);
        }
        return String.valueOf(
                switch (operator) {
                    case "+" -> a + b;
                    case "-" -> a - b;
                    case "*" -> a * b;
                    case "/" -> a / b;
                    case "%" -> a % b;
                    default -> throw new ToolProblem("expr: syntax error: unexpected argument ‘" + operator + "’", 2);
                });
    }
}
