package lab.shell.awk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.shell.Output;
import lab.shell.regex.Regex;
import org.jspecify.annotations.Nullable;

/** Reads an awk program into statements that run on a {@link Run}. */
final class Parser {
    final List<Statement> begin = new ArrayList<>();
    final List<Statement> rules = new ArrayList<>();
    final List<Statement> end = new ArrayList<>();
    private final Map<String, Function> functions = new HashMap<>();
    private final Run run;
    private final Lexer lexer;
    private boolean noIn;
    private boolean noGreater;

    /** A function of the program. */
    private static final class Function {
        List<String> parameters = List.of();
        Statement body = () -> {};
    }

    Parser(String source, Run run) {
        this.run = run;
        this.lexer = new Lexer(source);
        lexer.next();
    }

    private boolean is(String operator) {
        return lexer.kind == Lexer.Kind.OPERATOR && lexer.text.equals(operator);
    }

    private boolean word(String name) {
        return (lexer.kind == Lexer.Kind.NAME || lexer.kind == Lexer.Kind.CALL) && lexer.text.equals(name);
    }

    private boolean take(String text) {
        if (is(text) || word(text)) {
            lexer.next();
            return true;
        }
        return false;
    }

    private void expect(String text) {
        if (!take(text)) {
            throw lexer.error();
        }
    }

    private void newlines() {
        while (lexer.kind == Lexer.Kind.NEWLINE || is(";")) {
            lexer.next();
        }
    }

    private void lineBreaks() {
        while (lexer.kind == Lexer.Kind.NEWLINE) {
            lexer.next();
        }
    }

    void parse() {
        newlines();
        while (lexer.kind != Lexer.Kind.END) {
            if (take("BEGIN")) {
                begin.add(block());
            } else if (take("END")) {
                end.add(block());
            } else if (take("function") || take("func")) {
                function();
            } else {
                rules.add(rule());
            }
            newlines();
        }
    }

    private void function() {
        String name = lexer.text;
        lexer.next();
        expect("(");
        List<String> names = new ArrayList<>();
        while (!is(")")) {
            names.add(lexer.text);
            lexer.next();
            take(",");
            lineBreaks();
        }
        expect(")");
        lineBreaks();
        Function function = functions.computeIfAbsent(name, key -> new Function());
        function.parameters = names;
        function.body = block();
    }

    private Statement rule() {
        if (is("{")) {
            return block();
        }
        Expression from = expression();
        Expression to = null;
        if (take(",")) {
            lineBreaks();
            to = expression();
        }
        Statement body = is("{") ? block() : () -> run.call.out().print(run.text(run.field(0)) + run.text("ORS"));
        if (to == null) {
            return () -> {
                if (from.value().isTrue()) {
                    body.run();
                }
            };
        }
        Expression last = to;
        boolean[] active = {false};
        return () -> {
            if (active[0] || from.value().isTrue()) {
                active[0] = !last.value().isTrue();
                body.run();
            }
        };
    }

    private Statement block() {
        expect("{");
        List<Statement> statements = new ArrayList<>();
        newlines();
        while (!is("}")) {
            if (lexer.kind == Lexer.Kind.END) {
                throw lexer.error();
            }
            statements.add(statement());
            newlines();
        }
        lexer.next();
        Statement[] all = statements.toArray(new Statement[0]);
        return () -> {
            for (Statement each : all) {
                each.run();
            }
        };
    }

    private Statement body() {
        lineBreaks();
        if (take(";")) {
            return () -> {};
        }
        return statement();
    }

    private void ends() {
        if (!is("}") && !is(";") && lexer.kind != Lexer.Kind.NEWLINE && lexer.kind != Lexer.Kind.END) {
            throw lexer.error();
        }
        if (!is("}")) {
            lexer.next();
        }
    }

    private Statement statement() {
        if (is("{")) {
            return block();
        }
        if (take("if")) {
            expect("(");
            Expression condition = expression();
            expect(")");
            Statement yes = body();
            newlines();
            Statement no = take("else") ? body() : () -> {};
            return () -> (condition.value().isTrue() ? yes : no).run();
        }
        if (take("while")) {
            expect("(");
            Expression condition = expression();
            expect(")");
            return loop(condition, body(), () -> {}, false);
        }
        if (take("do")) {
            Statement body = body();
            newlines();
            expect("while");
            expect("(");
            Expression condition = expression();
            expect(")");
            return loop(condition, body, () -> {}, true);
        }
        if (take("for")) {
            return forLoop();
        }
        Statement simple = simple();
        ends();
        return simple;
    }

    private Statement forLoop() {
        expect("(");
        if (lexer.kind == Lexer.Kind.NAME) {
            String name = lexer.text;
            noIn = true;
            Statement start = simple();
            noIn = false;
            if (take("in")) {
                String array = lexer.text;
                lexer.next();
                expect(")");
                Statement body = body();
                return () -> {
                    for (String key : List.copyOf(run.arrayOf(array).keySet())) {
                        run.assign(name, Cell.input(key));
                        if (!once(body)) {
                            break;
                        }
                    }
                };
            }
            return counting(start);
        }
        return counting(is(";") ? () -> {} : simple());
    }

    private Statement counting(Statement start) {
        expect(";");
        Expression condition = is(";") ? () -> Cell.of(1) : expression();
        expect(";");
        Statement step = is(")") ? () -> {} : simple();
        expect(")");
        Statement loop = loop(condition, body(), step, false);
        return () -> {
            start.run();
            loop.run();
        };
    }

    private boolean once(Statement body) {
        run.call.environment().checkInterrupted();
        try {
            body.run();
        } catch (Jump jump) {
            if (jump.kind == Jump.Kind.BREAK) {
                return false;
            }
            if (jump.kind != Jump.Kind.CONTINUE) {
                throw jump;
            }
        }
        return true;
    }

    private Statement loop(Expression condition, Statement body, Statement step, boolean bodyFirst) {
        return () -> {
            boolean first = bodyFirst;
            while (first || condition.value().isTrue()) {
                first = false;
                if (!once(body)) {
                    break;
                }
                step.run();
            }
        };
    }

    private Statement simple() {
        if (take("print")) {
            return print(false);
        }
        if (take("printf")) {
            return print(true);
        }
        for (Jump.Kind kind : List.of(Jump.Kind.BREAK, Jump.Kind.CONTINUE, Jump.Kind.NEXT)) {
            if (take(kind.name().toLowerCase(java.util.Locale.ROOT))) {
                return () -> {
                    throw new Jump(kind);
                };
            }
        }
        if (word("exit") || word("return")) {
            boolean exit = word("exit");
            lexer.next();
            boolean bare = is("}") || is(";") || lexer.kind == Lexer.Kind.NEWLINE || lexer.kind == Lexer.Kind.END;
            Expression value = bare ? null : expression();
            return () -> {
                if (exit) {
                    run.exit = value == null ? run.exit : (int) value.value().asNumber();
                    throw new Jump(Jump.Kind.EXIT);
                }
                run.returned = value == null ? Cell.EMPTY : value.value();
                throw new Jump(Jump.Kind.RETURN);
            };
        }
        if (take("delete")) {
            String array = lexer.text;
            lexer.next();
            if (!take("[")) {
                return () -> run.arrayOf(array).clear();
            }
            Expression key = subscript();
            return () -> run.arrayOf(array).remove(run.text(key.value()));
        }
        Expression expression = expression();
        return expression::value;
    }

    private Expression subscript() {
        boolean before = noIn;
        noIn = false;
        List<Expression> keys = list("]");
        noIn = before;
        return keys.size() == 1
                ? keys.get(0)
                : () -> Cell.of(String.join(
                        run.text("SUBSEP"),
                        keys.stream().map(key -> run.text(key.value())).toList()));
    }

    /** Expressions up to and with a closing token. */
    private List<Expression> list(String close) {
        List<Expression> all = new ArrayList<>();
        boolean greater = noGreater;
        noGreater = false;
        lineBreaks();
        while (!is(close)) {
            all.add(expression());
            lineBreaks();
            if (!take(",")) {
                break;
            }
            lineBreaks();
        }
        expect(close);
        noGreater = greater;
        return all;
    }

    private Statement print(boolean formatted) {
        List<Expression> values = new ArrayList<>();
        noGreater = true;
        while (!is(";")
                && !is("}")
                && !is(">")
                && !is(">>")
                && !is("|")
                && lexer.kind != Lexer.Kind.NEWLINE
                && lexer.kind != Lexer.Kind.END) {
            values.add(expression());
            if (values.size() == 1 && grouped != null && values.get(0) == groupedAs) {
                values = grouped;
            }
            grouped = null;
            if (!take(",")) {
                break;
            }
            lineBreaks();
        }
        noGreater = false;
        List<Expression> all = values;
        boolean append = is(">>");
        Expression target = null;
        if (is(">") || append) {
            lexer.next();
            target = concatenation();
        } else if (is("|")) {
            throw new lab.shell.text.ToolProblem("awk: pipes to commands are not available in the lab yet", 2);
        }
        Expression file = target;
        return () -> {
            Output out = file == null ? run.call.out() : run.output(run.text(file.value()), append);
            if (formatted) {
                List<Cell> cells = all.stream().map(Expression::value).toList();
                out.print(Functions.format(run, cells));
                return;
            }
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < all.size(); i++) {
                line.append(i == 0 ? "" : run.text("OFS"))
                        .append(all.get(i).value().asText(run.text("OFMT")));
            }
            out.print((all.isEmpty() ? run.text(run.field(0)) : line.toString()) + run.text("ORS"));
        };
    }

    private @Nullable List<Expression> grouped;
    private @Nullable Expression groupedAs;

    private Expression expression() {
        Expression condition = or();
        if (take("?")) {
            lineBreaks();
            Expression yes = expression();
            lineBreaks();
            expect(":");
            lineBreaks();
            Expression no = expression();
            return () -> condition.value().isTrue() ? yes.value() : no.value();
        }
        if (condition instanceof Place place) {
            for (String operator : List.of("=", "+=", "-=", "*=", "/=", "%=", "^=", "**=")) {
                if (take(operator)) {
                    lineBreaks();
                    Expression right = expression();
                    return () -> {
                        Cell value = right.value();
                        Cell result = operator.equals("=")
                                ? value
                                : Cell.of(Functions.arithmetic(
                                        operator.charAt(0) == '*' && operator.length() == 3 ? '^' : operator.charAt(0),
                                        place.value().asNumber(),
                                        value.asNumber()));
                        place.set(result);
                        return result;
                    };
                }
            }
        }
        return condition;
    }

    private Expression or() {
        Expression left = and();
        while (take("||")) {
            lineBreaks();
            Expression before = left;
            Expression right = and();
            left = () -> Cell.of(before.value().isTrue() || right.value().isTrue());
        }
        return left;
    }

    private Expression and() {
        Expression left = in();
        while (take("&&")) {
            lineBreaks();
            Expression before = left;
            Expression right = in();
            left = () -> Cell.of(before.value().isTrue() && right.value().isTrue());
        }
        return left;
    }

    private Expression in() {
        Expression left = match();
        while (!noIn && word("in")) {
            lexer.next();
            String array = lexer.text;
            lexer.next();
            Expression key = left;
            left = () -> Cell.of(run.arrayOf(array).containsKey(run.text(key.value())));
        }
        return left;
    }

    private Expression match() {
        Expression left = comparison();
        while (is("~") || is("!~")) {
            boolean negated = is("!~");
            lexer.next();
            Expression text = left;
            Expression regex = comparison();
            left = () -> Cell.of(regex(regex).found(run.text(text.value())) != negated);
        }
        return left;
    }

    /** A regular expression as an operand stands for itself, not for a match of the record. */
    private record RegexLiteral(Run run, String source) implements Expression {
        @Override
        public Cell value() {
            return Cell.of(run.regex(source).found(run.text(run.field(0))));
        }
    }

    private Regex regex(Expression expression) {
        return run.regex(expression instanceof RegexLiteral literal ? literal.source : run.text(expression.value()));
    }

    private Expression comparison() {
        Expression left = concatenation();
        for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
            if (is(operator) && !(noGreater && operator.equals(">"))) {
                lexer.next();
                Expression right = concatenation();
                return () -> Cell.of(Functions.compare(run, operator, left.value(), right.value()));
            }
        }
        return left;
    }

    private boolean startsOperand() {
        return switch (lexer.kind) {
            case NUMBER, STRING, CALL -> true;
            case NAME -> !word("in") && !word("getline");
            case OPERATOR -> is("$") || is("!") || is("(") || is("-") || is("+") || is("++") || is("--");
            default -> false;
        };
    }

    private Expression concatenation() {
        Expression left = additive();
        while (startsOperand() && !is("-") && !is("+")) {
            Expression before = left;
            Expression right = additive();
            left = () -> {
                String start = run.text(before.value());
                return Cell.of(start + run.text(right.value()));
            };
        }
        return left;
    }

    private Expression additive() {
        Expression left = multiplicative();
        while (is("+") || is("-")) {
            left = binary(left);
        }
        return left;
    }

    private Expression binary(Expression left) {
        char operator = lexer.text.charAt(0);
        boolean sum = is("+") || is("-");
        lexer.next();
        Expression right = sum ? multiplicative() : unary();
        return () -> {
            double before = left.value().asNumber();
            return Cell.of(Functions.arithmetic(operator, before, right.value().asNumber()));
        };
    }

    private Expression multiplicative() {
        Expression left = unary();
        while (is("*") || is("/") || is("%")) {
            left = binary(left);
        }
        return left;
    }

    private Expression unary() {
        if (take("!")) {
            Expression operand = unary();
            return () -> Cell.of(!operand.value().isTrue());
        }
        if (is("-") || is("+")) {
            boolean minus = is("-");
            lexer.next();
            Expression operand = unary();
            return () -> Cell.of(
                    minus ? -operand.value().asNumber() : operand.value().asNumber());
        }
        Expression base = postfix();
        if (take("^") || take("**")) {
            Expression exponent = unary();
            return () ->
                    Cell.of(Math.pow(base.value().asNumber(), exponent.value().asNumber()));
        }
        return base;
    }

    private Expression postfix() {
        if (is("++") || is("--")) {
            int by = is("++") ? 1 : -1;
            lexer.next();
            if (!(primary() instanceof Place place)) {
                throw lexer.error();
            }
            return () -> {
                Cell value = Cell.of(place.value().asNumber() + by);
                place.set(value);
                return value;
            };
        }
        Expression operand = primary();
        if (operand instanceof Place place && (is("++") || is("--"))) {
            int by = is("++") ? 1 : -1;
            lexer.next();
            return () -> {
                double before = place.value().asNumber();
                place.set(Cell.of(before + by));
                return Cell.of(before);
            };
        }
        return operand;
    }

    private Expression primary() {
        String text = lexer.text;
        switch (lexer.kind) {
            case NUMBER -> {
                lexer.next();
                Cell value = Cell.of(Double.parseDouble(text));
                return () -> value;
            }
            case STRING -> {
                lexer.next();
                Cell value = Cell.of(text);
                return () -> value;
            }
            case NAME, CALL -> {
                return name(text);
            }
            default -> {}
        }
        if (is("/") || is("/=")) {
            return new RegexLiteral(run, lexer.regex(is("/=") ? "=" : ""));
        }
        if (take("$")) {
            Expression index = is("++") || is("--") ? postfix() : primary();
            return new Place(
                    () -> run.field((int) index.value().asNumber()),
                    value -> run.setField((int) index.value().asNumber(), value));
        }
        if (take("(")) {
            boolean before = noIn;
            noIn = false;
            List<Expression> all = list(")");
            noIn = before;
            if (all.size() == 1) {
                Expression inner = all.get(0);
                return inner;
            }
            if (word("in")) {
                return () -> Cell.of(String.join(
                        run.text("SUBSEP"),
                        all.stream().map(key -> run.text(key.value())).toList()));
            }
            Expression group = () -> all.get(0).value();
            grouped = all;
            groupedAs = group;
            return group;
        }
        throw lexer.error();
    }

    private Expression name(String name) {
        boolean call = lexer.kind == Lexer.Kind.CALL;
        lexer.next();
        if (name.equals("getline")) {
            return getline();
        }
        if (Functions.NAMES.contains(name)) {
            if (is("(")) {
                lexer.next();
                return builtin(name, list(")"));
            }
            return builtin(name, List.of());
        }
        if (call) {
            lexer.next();
            return call(name, list(")"));
        }
        if (take("[")) {
            Expression key = subscript();
            return new Place(
                    () -> run.arrayOf(name).computeIfAbsent(run.text(key.value()), missing -> Cell.EMPTY),
                    value -> run.arrayOf(name).put(run.text(key.value()), value));
        }
        return new Place(() -> run.value(name), value -> run.assign(name, value), name);
    }

    private Expression getline() {
        Place target = startsOperand() && !is("(") && primary() instanceof Place place ? place : null;
        Expression file = take("<") ? primary() : null;
        return () -> {
            boolean[] problem = {false};
            String line = file == null ? run.nextRecord() : run.line(run.text(file.value()), problem);
            if (line == null) {
                return Cell.of(problem[0] ? -1 : 0);
            }
            if (target != null) {
                target.set(Cell.input(line));
            } else {
                run.setRecord(line);
            }
            return Cell.of(1);
        };
    }

    private Expression builtin(String name, List<Expression> arguments) {
        if (name.equals("split")) {
            return () -> Functions.split(
                    run,
                    arguments.get(0).value(),
                    arguments.get(1) instanceof Place place ? place.name() : "",
                    arguments.size() < 3
                            ? run.text("FS")
                            : arguments.get(2) instanceof RegexLiteral literal
                                    ? literal.source
                                    : run.text(arguments.get(2).value()));
        }
        if (name.equals("sub") || name.equals("gsub")) {
            Expression place = arguments.size() > 2
                    ? arguments.get(2)
                    : new Place(() -> run.field(0), value -> run.setField(0, value));
            return () -> {
                StringBuilder changed = new StringBuilder();
                int count = Functions.substitute(
                        regex(arguments.get(0)),
                        run.text(arguments.get(1).value()),
                        run.text(place.value()),
                        name.equals("gsub"),
                        changed);
                if (count > 0 && place instanceof Place target) {
                    target.set(Cell.of(changed.toString()));
                }
                return Cell.of(count);
            };
        }
        if (name.equals("match")) {
            return () -> Functions.match(run, run.text(arguments.get(0).value()), regex(arguments.get(1)));
        }
        if (name.equals("length") && arguments.size() == 1 && arguments.get(0) instanceof Place place) {
            return () -> run.hasArray(place.name())
                    ? Cell.of(run.arrayOf(place.name()).size())
                    : Cell.of(run.text(place.value()).length());
        }
        return () -> Functions.call(
                run, name, arguments.stream().map(Expression::value).toList());
    }

    private Expression call(String name, List<Expression> arguments) {
        Function function = functions.computeIfAbsent(name, key -> new Function());
        return () -> {
            Map<String, Cell> cells = new HashMap<>();
            Map<String, Map<String, Cell>> arrays = new HashMap<>();
            for (int i = 0; i < function.parameters.size(); i++) {
                String parameter = function.parameters.get(i);
                Expression argument = i < arguments.size() ? arguments.get(i) : null;
                if (argument instanceof Place place && !place.name().isEmpty()) {
                    Cell value = place.value();
                    if (value.kind() == Cell.Kind.NONE) {
                        arrays.put(parameter, run.arrayOf(place.name()));
                    }
                    cells.put(parameter, value);
                } else {
                    cells.put(parameter, argument == null ? Cell.EMPTY : argument.value());
                }
            }
            return run.inFrame(cells, arrays, function.body);
        };
    }
}
