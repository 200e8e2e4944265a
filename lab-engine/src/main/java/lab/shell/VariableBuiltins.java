package lab.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code export local readonly declare unset shift let}: what changes variables. */
final class VariableBuiltins {
    private VariableBuiltins() {}

    private static int each(Interpreter shell, Invocation call, Consumer<String> mark) {
        int status = 0;
        for (String argument : call.arguments()) {
            if (argument.startsWith("-") && argument.length() > 1) {
                continue;
            }
            int equals = argument.indexOf('=');
            boolean append = equals > 0 && argument.charAt(equals - 1) == '+';
            String name = equals < 0 ? argument : argument.substring(0, append ? equals - 1 : equals);
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                shell.complain(call.err(), call.name() + ": `" + argument + "': not a valid identifier");
                status = 1;
                continue;
            }
            String former = shell.state.variables.get(name);
            boolean protects = call.name().equals("readonly");
            if (!protects) {
                mark.accept(name);
            }
            if (equals >= 0) {
                String value = argument.substring(equals + 1);
                shell.assign(name, append && former != null ? former + value : value);
            }
            if (protects) {
                mark.accept(name);
            }
        }
        return status;
    }

    static int export(Interpreter shell, Invocation call) {
        Variables variables = shell.state.variables;
        if (call.arguments().isEmpty() || call.arguments().equals(List.of("-p"))) {
            variables
                    .exported()
                    .forEach((name, value) -> call.out().println("declare -x " + name + "=" + quoted(value)));
            return 0;
        }
        boolean not = call.arguments().contains("-n");
        return each(shell, call, not ? variables::unexport : variables::export);
    }

    private static String quoted(String value) {
        return '"' + value.replaceAll("([\"\\\\$`])", "\\\\$1") + '"';
    }

    static int readonly(Interpreter shell, Invocation call) {
        return each(shell, call, shell.state.variables::protect);
    }

    static int local(Interpreter shell, Invocation call) {
        if (!shell.state.variables.inFunction()) {
            shell.complain(call.err(), "local: can only be used in a function");
            return 1;
        }
        return each(shell, call, shell.state.variables::declareLocal);
    }

    static int declare(Interpreter shell, Invocation call) {
        Variables variables = shell.state.variables;
        for (String argument : call.arguments()) {
            if (argument.startsWith("-") && (argument.contains("a") || argument.contains("A"))) {
                shell.complain(call.err(), call.name() + ": arrays are not available in the lab's shell yet");
                return 1;
            }
        }
        if (call.arguments().isEmpty()) {
            for (Map.Entry<String, String> entry : variables.all().entrySet()) {
                call.out().println(entry.getKey() + "=" + entry.getValue());
            }
            return 0;
        }
        boolean exports = call.arguments().contains("-x");
        boolean global = call.arguments().contains("-g");
        return each(shell, call, name -> {
            if (variables.inFunction() && !global) {
                variables.declareLocal(name);
            }
            if (exports) {
                variables.export(name);
            }
        });
    }

    static int unset(Interpreter shell, Invocation call) {
        boolean functions = call.arguments().contains("-f");
        for (String name : call.arguments()) {
            if (shell.state.variables.isReadonly(name)) {
                shell.complain(call.err(), "unset: " + name + ": cannot unset: readonly variable");
                return 1;
            }
            if (functions || shell.state.variables.get(name) == null) {
                shell.state.functions.remove(name);
            } else {
                shell.state.variables.unset(name);
            }
        }
        return 0;
    }

    static int shift(Interpreter shell, Invocation call) {
        int count = 1;
        try {
            count = call.arguments().isEmpty()
                    ? 1
                    : Integer.parseInt(call.arguments().get(0));
        } catch (NumberFormatException e) {
            shell.complain(call.err(), "shift: " + call.arguments().get(0) + ": numeric argument required");
            return 1;
        }
        List<String> positional = shell.state.positional;
        if (count < 0 || count > positional.size()) {
            return 1;
        }
        shell.state.positional = List.copyOf(positional.subList(count, positional.size()));
        return 0;
    }

    static int let(Interpreter shell, Invocation call) {
        long value = 0;
        for (String expression : call.arguments()) {
            value = shell.arithmetic(expression);
        }
        return value != 0 ? 0 : 1;
    }
}
