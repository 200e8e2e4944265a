package lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lab.shell.regex.PosixRegex;
import org.jspecify.annotations.Nullable;

/** Evaluates {@code [[ … ]]}: no splitting, patterns on the right of {@code ==}, regular expressions with {@code =~}. */
final class Conditional {
    private static final Set<String> NUMERIC = Set.of("-eq", "-ne", "-lt", "-le", "-gt", "-ge");

    private final Interpreter interpreter;
    private final Expander expander;
    private final List<Word> words;
    private int at;

    Conditional(Interpreter interpreter, List<Word> words) {
        this.interpreter = interpreter;
        this.expander = new Expander(interpreter);
        this.words = words;
    }

    int status() {
        try {
            boolean value = or(true);
            if (at < words.size()) {
                throw new Conditions.Problem("syntax error in conditional expression");
            }
            return value ? 0 : 1;
        } catch (Conditions.Problem problem) {
            interpreter.complain(interpreter.streams.err(), problem.reason());
            return 2;
        } catch (ShellProblem problem) {
            return interpreter.report(problem, interpreter.streams.err());
        }
    }

    private @Nullable String bare(int ahead) {
        return at + ahead < words.size() ? words.get(at + ahead).bare() : null;
    }

    private boolean take(String operator) {
        if (operator.equals(bare(0))) {
            at++;
            return true;
        }
        return false;
    }

    /** @param live false for what a {@code ||} or {@code &&} has already decided */
    private boolean or(boolean live) throws Conditions.Problem {
        boolean value = and(live);
        while (take("||")) {
            boolean right = and(live && !value);
            value = value || right;
        }
        return value;
    }

    private boolean and(boolean live) throws Conditions.Problem {
        boolean value = not(live);
        while (take("&&")) {
            boolean right = not(live && value);
            value = value && right;
        }
        return value;
    }

    private boolean not(boolean live) throws Conditions.Problem {
        if (take("!")) {
            return !not(live);
        }
        if (take("(")) {
            boolean value = or(live);
            if (!take(")")) {
                throw new Conditions.Problem("expected `)'");
            }
            return value;
        }
        return primary(live);
    }

    private boolean primary(boolean live) throws Conditions.Problem {
        if (at >= words.size()) {
            throw new Conditions.Problem("syntax error in conditional expression");
        }
        String first = bare(0);
        if (first != null && Conditions.isUnary(first) && at + 1 < words.size()) {
            at += 2;
            if (!live) {
                return false;
            }
            String operand = expander.text(words.get(at - 1));
            return first.equals("-v")
                    ? expander.value(operand) != null
                    : Conditions.unary(interpreter.files(), first, operand);
        }
        Word left = words.get(at++);
        String operator = bare(0);
        if (operator == null
                || at + 1 >= words.size()
                || operator.equals("&&")
                || operator.equals("||")
                || operator.equals(")")) {
            return live && !expander.text(left).isEmpty();
        }
        at++;
        Word right = words.get(at++);
        return live && binary(expander.text(left), operator, right);
    }

    private boolean binary(String left, String operator, Word right) throws Conditions.Problem {
        if (operator.equals("==") || operator.equals("=") || operator.equals("!=")) {
            boolean matches =
                    Patterns.compile(expander.pattern(right)).matcher(left).matches();
            return matches != operator.equals("!=");
        }
        if (operator.equals("=~")) {
            try {
                // what is quoted is a pattern of itself; Patterns' backslashes are the regular expression's too
                Matcher matcher = Pattern.compile(PosixRegex.extended(expander.pattern(right)))
                        .matcher(left);
                boolean found = matcher.find();
                List<String> groups = new ArrayList<>();
                for (int i = 0; found && i <= matcher.groupCount(); i++) {
                    groups.add(matcher.group(i) == null ? "" : matcher.group(i));
                }
                interpreter.state.rematch = List.copyOf(groups);
                interpreter.state.variables.set("BASH_REMATCH", found ? matcher.group() : "");
                return found;
            } catch (PatternSyntaxException e) {
                throw new Conditions.Problem("invalid regular expression");
            }
        }
        if (NUMERIC.contains(operator)) {
            return Conditions.compare(
                    operator, interpreter.arithmetic(left), interpreter.arithmetic(expander.text(right)));
        }
        return Conditions.binary(interpreter.files(), left, operator, expander.text(right));
    }
}
