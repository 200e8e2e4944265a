package lab.shell;

import java.util.ArrayList;
import java.util.List;
import lab.shell.Word.Literal;
import lab.shell.Word.Part;
import org.jspecify.annotations.Nullable;

/** Turns words into the arguments of a command: parameters, substitutions, field splitting, path expansion. */
final class Expander {
    private final Interpreter interpreter;
    private final State state;

    Expander(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.state = interpreter.state;
    }

    List<String> fields(List<Word> words) {
        List<String> all = new ArrayList<>();
        for (Word word : words) {
            String bare = word.bare();
            if (bare != null && !bare.startsWith("~") && (state.noglob || !Patterns.isPattern(bare))) {
                all.add(bare);
            } else {
                fields(word, all);
            }
        }
        return all;
    }

    private void fields(Word word, List<String> into) {
        Fields fields = new Fields(ifs());
        List<Part> parts = tilde(word.parts());
        for (Part part : parts) {
            expand(part, fields);
        }
        for (Fields.Field field : fields.finish()) {
            if (!state.noglob && Patterns.isPattern(field.pattern())) {
                List<String> found = Globs.expand(interpreter.files(), field.pattern());
                if (!found.isEmpty()) {
                    into.addAll(found);
                    continue;
                }
            }
            into.add(field.text());
        }
    }

    /** A word as one string, without splitting: assignments, here-documents, {@code case}. */
    String text(Word word) {
        return text(word, false);
    }

    /** A word as a pattern: what was quoted stands for itself. */
    String pattern(Word word) {
        return text(word, true);
    }

    private String text(Word word, boolean asPattern) {
        String bare = word.bare();
        if (bare != null && !bare.startsWith("~")) {
            return bare;
        }
        Fields fields = new Fields(null);
        for (Part part : tilde(word.parts())) {
            expand(part, fields);
        }
        StringBuilder text = new StringBuilder();
        for (Fields.Field field : fields.finish()) {
            text.append(text.isEmpty() ? "" : " ").append(asPattern ? field.pattern() : field.text());
        }
        return text.toString();
    }

    private List<Part> tilde(List<Part> parts) {
        if (parts.isEmpty()
                || !(parts.get(0) instanceof Literal first)
                || first.quoted()
                || !first.text().startsWith("~")) {
            return parts;
        }
        String home = state.variables.get("HOME");
        String rest = first.text().substring(1);
        if (home == null || !((rest.isEmpty() && parts.size() == 1) || rest.startsWith("/"))) {
            return parts;
        }
        List<Part> expanded = new ArrayList<>(parts);
        expanded.set(0, new Literal(home + rest, true));
        return expanded;
    }

    String ifs() {
        String ifs = state.variables.get("IFS");
        return ifs == null ? " \t\n" : ifs;
    }

    private void expand(Part part, Fields fields) {
        if (part instanceof Literal literal) {
            fields.literal(literal.text(), literal.quoted());
        } else if (part instanceof Word.Substitution substitution) {
            fields.value(interpreter.substitute(substitution.body()), part.quoted());
        } else if (part instanceof Word.Arithmetic arithmetic) {
            fields.value(String.valueOf(interpreter.arithmetic(text(arithmetic.expression()))), part.quoted());
        } else if (part instanceof Word.ProcessSubstitution process) {
            fields.literal(interpreter.processFile(process.body()), true);
        } else if (part instanceof Word.Parameter parameter) {
            parameter(parameter, fields);
        }
    }

    private void parameter(Word.Parameter parameter, Fields fields) {
        String name = parameter.name();
        String operator = parameter.operator();
        boolean list = name.equals("@") || name.equals("*");
        if (list && (operator == null || !operator.equals("length"))) {
            positional(parameter, fields);
            return;
        }
        String value = value(name);
        if (operator == null) {
            fields.value(checked(name, value), parameter.quoted());
            return;
        }
        boolean missing = value == null || (operator.startsWith(":") && value.isEmpty());
        switch (operator) {
            case "bad substitution" -> throw new ShellProblem(name + ": bad substitution", 1, true);
            case "length" ->
                fields.value(
                        list
                                ? String.valueOf(state.positional.size())
                                : String.valueOf(checked(name, value)
                                        .codePointCount(0, checked(name, value).length())),
                        parameter.quoted());
            case "-", ":-" -> alternative(missing, value, parameter, fields);
            case "+", ":+" -> {
                if (!missing) {
                    nested(parameter, fields);
                } else {
                    fields.value("", parameter.quoted());
                }
            }
            case "=", ":=" -> {
                if (missing) {
                    String assigned = text(parameter.argument());
                    interpreter.assign(name, assigned);
                    value = assigned;
                }
                fields.value(value == null ? "" : value, parameter.quoted());
            }
            case "?", ":?" -> {
                if (missing) {
                    String message = text(parameter.argument());
                    String said = message.isEmpty()
                            ? operator.equals("?") ? "parameter not set" : "parameter null or not set"
                            : message;
                    throw new ShellProblem(name + ": " + said, 127, true);
                }
                fields.value(value == null ? "" : value, parameter.quoted());
            }
            default ->
                fields.value(
                        new ParameterOperation(this, interpreter).apply(operator, checked(name, value), parameter),
                        parameter.quoted());
        }
    }

    private void alternative(boolean missing, @Nullable String value, Word.Parameter parameter, Fields fields) {
        if (missing || value == null) {
            nested(parameter, fields);
        } else {
            fields.value(value, parameter.quoted());
        }
    }

    private void nested(Word.Parameter parameter, Fields fields) {
        if (parameter.quoted()) {
            fields.value(text(parameter.argument()), true);
            return;
        }
        for (Part part : tilde(parameter.argument().parts())) {
            if (part instanceof Literal literal && !literal.quoted()) {
                fields.value(literal.text(), false);
            } else {
                expand(part, fields);
            }
        }
    }

    private void positional(Word.Parameter parameter, Fields fields) {
        List<String> values = state.positional;
        String operator = parameter.operator();
        if (operator != null) {
            boolean empty =
                    values.isEmpty() || (values.size() == 1 && values.get(0).isEmpty());
            if ((operator.endsWith("-") && empty) || (operator.endsWith("+") && !empty)) {
                nested(parameter, fields);
                return;
            }
            if (operator.endsWith("+")) {
                return;
            }
            if (operator.equals("::") || operator.equals(":")) {
                values = ParameterOperation.slice(this, interpreter, values, parameter);
            } else if ("#%/^,".indexOf(operator.charAt(0)) >= 0) {
                ParameterOperation operation = new ParameterOperation(this, interpreter);
                values = values.stream()
                        .map(value -> operation.apply(operator, value, parameter))
                        .toList();
            }
        }
        if (parameter.name().equals("*") && parameter.quoted()) {
            String ifs = ifs();
            fields.value(String.join(ifs.isEmpty() ? "" : ifs.substring(0, 1), values), true);
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                fields.separate();
            }
            fields.value(values.get(i), parameter.quoted());
        }
        if (values.isEmpty()) {
            fields.nothing();
        }
    }

    private String checked(String name, @Nullable String value) {
        if (value == null && state.nounset && !name.equals("@") && !name.equals("*")) {
            throw new ShellProblem(name + ": unbound variable", 127, true);
        }
        return value == null ? "" : value;
    }

    /** A parameter's value, null if it is not set. */
    @Nullable
    String value(String name) {
        if (name.isEmpty()) {
            return null;
        }
        if (Character.isDigit(name.charAt(0))) {
            int index = name.length() > 6 ? 999_999 : Integer.parseInt(name);
            return index == 0 ? state.name : index <= state.positional.size() ? state.positional.get(index - 1) : null;
        }
        int bracket = name.indexOf('[');
        if (bracket > 0 && name.matches("(BASH_REMATCH|PIPESTATUS)\\[(\\d{1,3}|@|\\*)]")) {
            List<String> array = state.array(name.substring(0, bracket));
            String index = name.substring(bracket + 1, name.length() - 1);
            return index.equals("@") || index.equals("*")
                    ? String.join(" ", array)
                    : Integer.parseInt(index) < array.size() ? array.get(Integer.parseInt(index)) : null;
        }
        return switch (name) {
            case "?" -> String.valueOf(state.status);
            case "#" -> String.valueOf(state.positional.size());
            case "$" -> "4242";
            case "!" -> null;
            case "-" -> (state.errexit ? "e" : "") + (state.noglob ? "f" : "") + "hB" + (state.nounset ? "u" : "");
            case "@", "*" -> String.join(" ", state.positional);
            case "LINENO" -> String.valueOf(state.line);
            case "SECONDS" -> String.valueOf(interpreter.secondsSinceStart());
            case "RANDOM" -> String.valueOf(interpreter.random());
            case "PWD" -> interpreter.files().directory();
            default -> state.variables.get(name);
        };
    }
}
