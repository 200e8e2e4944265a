package lab.shell.awk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lab.shell.regex.Regex;
import lab.shell.text.FormatSpec;
import lab.shell.text.ToolProblem;

/** awk's own functions and operators. */
final class Functions {
    static final Set<String> NAMES = Set.of(
            "length", "substr", "index", "split", "sub", "gsub", "match", "sprintf", "sin", "cos", "atan2", "exp",
            "log", "sqrt", "int", "rand", "srand", "tolower", "toupper", "system", "close", "fflush");

    private Functions() {}

    static double arithmetic(char operator, double left, double right) {
        if ((operator == '/' || operator == '%') && right == 0) {
            throw new ToolProblem("awk: division by zero" + (operator == '%' ? " in %" : ""), 2);
        }
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            case '%' -> left % right;
            default -> Math.pow(left, right);
        };
    }

    static boolean compare(Run run, String operator, Cell left, Cell right) {
        int compared = left.isNumeric() && right.isNumeric()
                ? Double.compare(left.asNumber() + 0.0, right.asNumber() + 0.0)
                : run.text(left).compareTo(run.text(right));
        return switch (operator) {
            case "==" -> compared == 0;
            case "!=" -> compared != 0;
            case "<=" -> compared <= 0;
            case ">=" -> compared >= 0;
            case "<" -> compared < 0;
            default -> compared > 0;
        };
    }

    static Cell call(Run run, String name, List<Cell> arguments) {
        String text = arguments.isEmpty() ? "" : run.text(arguments.get(0));
        double number = arguments.isEmpty() ? 0 : arguments.get(0).asNumber();
        return switch (name) {
            case "length" -> Cell.of((arguments.isEmpty() ? run.text(run.field(0)) : text).length());
            case "substr" -> substr(text, arguments);
            case "index" -> Cell.of(text.indexOf(run.text(arguments.get(1))) + 1);
            case "sprintf" -> Cell.of(format(run, arguments));
            case "sin" -> Cell.of(Math.sin(number));
            case "cos" -> Cell.of(Math.cos(number));
            case "atan2" -> Cell.of(Math.atan2(number, arguments.get(1).asNumber()));
            case "exp" -> Cell.of(Math.exp(number));
            case "log" -> Cell.of(Math.log(number));
            case "sqrt" -> Cell.of(Math.sqrt(number));
            case "int" -> Cell.of(number < 0 ? Math.ceil(number) : Math.floor(number));
            case "tolower" -> Cell.of(text.toLowerCase(Locale.ROOT));
            case "toupper" -> Cell.of(text.toUpperCase(Locale.ROOT));
            case "close" -> Cell.of(run.close(text));
            case "fflush" -> {
                run.call.out().flush();
                yield Cell.of(0);
            }
            default -> throw new ToolProblem("awk: " + name + " is not available in the lab yet", 2);
        };
    }

    private static Cell substr(String text, List<Cell> arguments) {
        double from = Math.rint(arguments.get(1).asNumber());
        double to = arguments.size() < 3
                ? Double.MAX_VALUE
                : from + Math.rint(arguments.get(2).asNumber());
        int start = (int) Math.max(1, from);
        int end = (int) Math.min(text.length() + 1.0, to);
        return Cell.of(end <= start ? "" : text.substring(start - 1, end - 1));
    }

    static Cell split(Run run, Cell value, String array, String separator) {
        List<String> parts = run.split(run.text(value), separator);
        Map<String, Cell> target = run.arrayOf(array);
        target.clear();
        for (int i = 0; i < parts.size(); i++) {
            target.put(String.valueOf(i + 1), Cell.input(parts.get(i)));
        }
        return Cell.of(parts.size());
    }

    static Cell match(Run run, String text, Regex regex) {
        Regex.Match match = regex.find(text, 0);
        run.set("RSTART", Cell.of(match == null ? 0 : match.start() + 1));
        run.set("RLENGTH", Cell.of(match == null ? -1 : match.end() - match.start()));
        return run.get("RSTART");
    }

    static int substitute(Regex regex, String replacement, String text, boolean all, StringBuilder changed) {
        int count = 0;
        int copied = 0;
        int from = 0;
        int lastEnd = -1;
        while (from <= text.length()) {
            Regex.Match match = regex.find(text, from);
            if (match == null) {
                break;
            }
            if (match.end() > match.start() || match.start() != lastEnd) {
                count++;
                changed.append(text, copied, match.start());
                append(replacement, match.group(0, text), changed);
                copied = match.end();
                if (!all) {
                    break;
                }
            }
            lastEnd = match.end();
            from = match.end() > match.start() ? match.end() : match.end() + 1;
        }
        changed.append(text.substring(copied));
        return count;
    }

    private static void append(String replacement, String matched, StringBuilder changed) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            boolean escape = c == '\\' && i + 1 < replacement.length() && "&\\".indexOf(replacement.charAt(i + 1)) >= 0;
            if (escape) {
                i++;
                changed.append(replacement.charAt(i));
            } else if (c == '&') {
                changed.append(matched);
            } else {
                changed.append(c);
            }
        }
    }

    static String format(Run run, List<Cell> arguments) {
        String format = arguments.isEmpty() ? "" : run.text(arguments.get(0));
        StringBuilder out = new StringBuilder();
        int used = 1;
        int at = 0;
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                return out.append(format.substring(at)).toString();
            }
            out.append(format, at, percent);
            FormatSpec spec = FormatSpec.read(format, percent);
            at = percent + spec.length();
            if (spec.conversion() == '%') {
                out.append('%');
                continue;
            }
            while (spec.stars() > 0) {
                spec = spec.star(
                        used < arguments.size() ? (int) arguments.get(used).asNumber() : 0);
                used++;
            }
            if (used >= arguments.size()) {
                throw new ToolProblem("awk: not enough arguments passed to sprintf(\"" + format + "\")", 2);
            }
            Cell argument = arguments.get(used++);
            out.append(
                    switch (spec.conversion()) {
                        case 'd', 'i', 'u', 'x', 'X', 'o' -> spec.integer((long) argument.asNumber());
                        case 'e', 'E', 'f', 'F', 'g', 'G' -> spec.real(argument.asNumber());
                        case 'c' ->
                            spec.pad(
                                    argument.kind() == Cell.Kind.NUMBER
                                            ? Character.toString((char) (int) argument.asNumber())
                                            : run.text(argument).isEmpty()
                                                    ? ""
                                                    : run.text(argument).substring(0, 1));
                        default -> spec.pad(spec.cut(run.text(argument)));
                    });
        }
        return out.toString();
    }
}
