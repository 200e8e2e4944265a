package lab.shell;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** The integer expressions of {@code $((…))}, with C's operators on 64 bits. */
final class Arithmetic {
    /** An expression that is not one; the message is what bash says after the expression. */
    static final class Problem extends Exception {
        private static final long serialVersionUID = 1;

        Problem(String message) {
            super(message, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private static final String[][] LEVELS = {
        {"||"},
        {"&&"},
        {"|"},
        {"^"},
        {"&"},
        {"==", "!="},
        {"<=", ">=", "<", ">"},
        {"<<", ">>"},
        {"+", "-"},
        {"*", "/", "%"}
    };

    private final String text;
    private final Function<String, String> variables;
    private final BiConsumer<String, String> assign;
    private int at;
    private int skip;
    private int depth;

    private Arithmetic(String text, Function<String, String> variables, BiConsumer<String, String> assign) {
        this.text = text;
        this.variables = variables;
        this.assign = assign;
    }

    /** True if the parenthesis opened before {@code from} closes with {@code ))}: arithmetic, not a subshell in a subshell. */
    static boolean closes(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                if (depth == 0) {
                    return i + 1 < text.length() && text.charAt(i + 1) == ')';
                }
                depth--;
            } else if (c == '\'' || (c == '\n' && depth == 0 && text.startsWith("\n\n", i))) {
                return false;
            }
        }
        return true;
    }

    static long value(String text, Function<String, String> variables, BiConsumer<String, String> assign)
            throws Problem {
        Arithmetic expression = new Arithmetic(text, variables, assign);
        expression.blank();
        if (expression.at >= text.length()) {
            return 0;
        }
        long value = expression.comma();
        if (expression.at < text.length()) {
            throw expression.problem("syntax error in expression");
        }
        return value;
    }

    private Problem problem(String what) {
        return new Problem(
                text + ": " + what + " (error token is \"" + text.substring(Math.min(at, text.length())) + "\")");
    }

    private void blank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean eat(String operator) {
        blank();
        if (!text.startsWith(operator, at)) {
            return false;
        }
        at += operator.length();
        blank();
        return true;
    }

    private long comma() throws Problem {
        long value = ternary();
        while (eat(",")) {
            value = ternary();
        }
        return value;
    }

    private long ternary() throws Problem {
        if (++depth > 200) {
            throw problem("expression recursion level exceeded");
        }
        long condition = binary(0);
        if (eat("?")) {
            skip += condition == 0 ? 1 : 0;
            long yes = comma();
            skip -= condition == 0 ? 1 : 0;
            if (!eat(":")) {
                throw problem("`:' expected for conditional expression");
            }
            skip += condition != 0 ? 1 : 0;
            long no = ternary();
            skip -= condition != 0 ? 1 : 0;
            condition = condition != 0 ? yes : no;
        }
        depth--;
        return condition;
    }

    private @org.jspecify.annotations.Nullable String operator(int level) {
        blank();
        for (String operator : LEVELS[level]) {
            if (text.startsWith(operator, at)) {
                String after = text.substring(at + operator.length());
                boolean longer = (after.startsWith("=") && !operator.endsWith("=") && !after.startsWith("=="))
                        || (operator.length() == 1 && after.startsWith(operator) && "|&<>".contains(operator))
                        || (operator.equals("*") && after.startsWith("*"));
                if (!longer) {
                    return operator;
                }
            }
        }
        return null;
    }

    private long binary(int level) throws Problem {
        if (level == LEVELS.length) {
            return power();
        }
        long left = binary(level + 1);
        for (String operator = operator(level); operator != null; operator = operator(level)) {
            at += operator.length();
            boolean dead = (operator.equals("||") && left != 0) || (operator.equals("&&") && left == 0);
            skip += dead ? 1 : 0;
            long right = binary(level + 1);
            skip -= dead ? 1 : 0;
            left = apply(operator, left, right);
        }
        return left;
    }

    private long apply(String operator, long left, long right) throws Problem {
        if ((operator.equals("/") || operator.equals("%")) && right == 0) {
            if (skip > 0) {
                return 0;
            }
            at = Math.max(0, at - 1);
            throw problem("division by 0");
        }
        return switch (operator) {
            case "||" -> left != 0 || right != 0 ? 1 : 0;
            case "&&" -> left != 0 && right != 0 ? 1 : 0;
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">=" -> left >= right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "%" -> left % right;
            default -> throw problem("syntax error in expression");
        };
    }

    private long power() throws Problem {
        long base = unary();
        if (eat("**")) {
            long exponent = power();
            if (exponent < 0) {
                throw problem("exponent less than 0");
            }
            long value = 1;
            for (long i = 0; i < Math.min(exponent, 64 * 64); i++) {
                value *= base;
            }
            return value;
        }
        return base;
    }

    private long unary() throws Problem {
        if (++depth > 200) {
            throw problem("expression recursion level exceeded");
        }
        long value;
        if (eat("++") || eat("--")) {
            long by = text.substring(0, at).stripTrailing().endsWith("+") ? 1 : -1;
            String name = name();
            value = number(name) + by;
            set(name, value);
        } else if (eat("!")) {
            value = unary() == 0 ? 1 : 0;
        } else if (eat("~")) {
            value = ~unary();
        } else if (eat("-")) {
            value = -unary();
        } else if (eat("+")) {
            value = unary();
        } else {
            value = primary();
        }
        depth--;
        return value;
    }

    private long primary() throws Problem {
        blank();
        if (eat("(")) {
            long value = comma();
            if (!eat(")")) {
                throw problem("missing `)'");
            }
            return value;
        }
        if (at < text.length() && Character.isDigit(text.charAt(at))) {
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '#')) {
                at++;
            }
            return literal(text.substring(start, at));
        }
        String name = name();
        blank();
        for (String operator : new String[] {"+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "|=", "^=", "="}) {
            if (text.startsWith(operator, at) && !text.startsWith("==", at)) {
                at += operator.length();
                long right = ternary();
                long value = operator.equals("=")
                        ? right
                        : apply(operator.substring(0, operator.length() - 1), number(name), right);
                set(name, value);
                return value;
            }
        }
        long value = number(name);
        if (eat("++")) {
            set(name, value + 1);
        } else if (eat("--")) {
            set(name, value - 1);
        }
        return value;
    }

    private String name() throws Problem {
        blank();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (start == at) {
            if (at >= text.length()) {
                // bash shows the operator that nothing follows
                at = Math.max(0, text.stripTrailing().length() - 1);
            }
            throw problem("syntax error: operand expected");
        }
        return text.substring(start, at);
    }

    private void set(String name, long value) {
        if (skip == 0) {
            assign.accept(name, String.valueOf(value));
        }
    }

    private long number(String name) throws Problem {
        String value = variables.apply(name).strip();
        if (value.isEmpty()) {
            return 0;
        }
        Arithmetic inner = new Arithmetic(value, variables, assign);
        inner.depth = depth + 20;
        long result = inner.comma();
        if (inner.at < value.length()) {
            throw inner.problem("syntax error in expression");
        }
        return result;
    }

    private long literal(String digits) throws Problem {
        try {
            int hash = digits.indexOf('#');
            if (hash > 0) {
                return Long.parseLong(digits.substring(hash + 1), Integer.parseInt(digits.substring(0, hash)));
            }
            if (digits.startsWith("0x") || digits.startsWith("0X")) {
                return Long.parseUnsignedLong(digits.substring(2), 16);
            }
            return digits.length() > 1 && digits.startsWith("0") ? Long.parseLong(digits, 8) : Long.parseLong(digits);
        } catch (NumberFormatException e) {
            at = Math.max(0, at - digits.length());
            throw problem("value too great for base");
        }
    }
}
