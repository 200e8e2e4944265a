package lab.shell;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${x#p} ${x%p} ${x/p/s} ${x^} ${x:1:2}}: what bash can do to a value on the way. */
record ParameterOperation(Expander expander, Interpreter interpreter) {
    String apply(String operator, String value, Word.Parameter parameter) {
        String pattern = operator.startsWith(":") ? "" : expander.pattern(parameter.argument());
        return switch (operator) {
            case "#", "##" -> {
                Matcher matcher = Pattern.compile(Patterns.regex(pattern, operator.length() == 2), Pattern.DOTALL)
                        .matcher(value);
                yield matcher.lookingAt() ? value.substring(matcher.end()) : value;
            }
            case "%", "%%" -> suffix(value, Patterns.compile(pattern), operator.length() == 2);
            case "/", "//" -> replace(operator, value, pattern, expander.text(parameter.second()));
            case "^" -> value.isEmpty() ? value : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
            case "^^" -> value.toUpperCase(Locale.ROOT);
            case "," -> value.isEmpty() ? value : value.substring(0, 1).toLowerCase(Locale.ROOT) + value.substring(1);
            case ",," -> value.toLowerCase(Locale.ROOT);
            default -> substring(value, parameter);
        };
    }

    private static String suffix(String value, Pattern pattern, boolean longest) {
        for (int i = 0; i <= value.length(); i++) {
            int at = longest ? i : value.length() - i;
            if (pattern.matcher(value.substring(at)).matches()) {
                return value.substring(0, at);
            }
        }
        return value;
    }

    private static String replace(String operator, String value, String pattern, String by) {
        if (pattern.isEmpty()) {
            return value;
        }
        boolean start = pattern.startsWith("#") && operator.equals("/");
        boolean end = pattern.startsWith("%") && operator.equals("/");
        String regex = Patterns.regex(start || end ? pattern.substring(1) : pattern, true);
        Matcher matcher = Pattern.compile((start ? "^(?:" : "(?:") + regex + (end ? ")$" : ")"), Pattern.DOTALL)
                .matcher(value);
        String quoted = Matcher.quoteReplacement(by);
        return operator.equals("//") ? matcher.replaceAll(quoted) : matcher.replaceFirst(quoted);
    }

    private String substring(String value, Word.Parameter parameter) {
        long from = interpreter.arithmetic(expander.text(parameter.argument()));
        from = from < 0 ? value.length() + from : from;
        if (from < 0 || from > value.length()) {
            return "";
        }
        long to = value.length();
        if ("::".equals(parameter.operator())) {
            long length = interpreter.arithmetic(expander.text(parameter.second()));
            to = length < 0 ? value.length() + length : Math.min(to, from + length);
            if (to < from) {
                throw new ShellProblem(length + ": substring expression < 0", 1, false);
            }
        }
        return value.substring((int) from, (int) to);
    }

    static List<String> slice(
            Expander expander, Interpreter interpreter, List<String> values, Word.Parameter parameter) {
        long from = interpreter.arithmetic(expander.text(parameter.argument()));
        long length = "::".equals(parameter.operator())
                ? interpreter.arithmetic(expander.text(parameter.second()))
                : values.size();
        // ${@:0} begins with the shell's name, which is left out here
        from = from < 0 ? values.size() + 1 + from : from;
        int start = (int) Math.max(0, Math.min(values.size(), from - 1));
        int end = (int) Math.max(start, Math.min(values.size(), start + length));
        return values.subList(start, end);
    }
}
