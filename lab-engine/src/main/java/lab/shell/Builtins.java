package lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of built-ins, and those that concern the flow of a script. */
final class Builtins {
    private static final Map<String, Builtin> TABLE = table();

    private Builtins() {}

    static @Nullable Builtin find(String name) {
        return TABLE.get(name);
    }

    static Set<String> names() {
        return TABLE.keySet();
    }

    private static Map<String, Builtin> table() {
        Map<String, Builtin> table = new TreeMap<>();
        table.put(":", (shell, call) -> 0);
        table.put("true", (shell, call) -> 0);
        table.put("false", (shell, call) -> 1);
        table.put("cd", DirectoryBuiltins::cd);
        table.put("pwd", DirectoryBuiltins::pwd);
        table.put("export", VariableBuiltins::export);
        table.put("readonly", VariableBuiltins::readonly);
        table.put("local", VariableBuiltins::local);
        table.put("declare", VariableBuiltins::declare);
        table.put("typeset", VariableBuiltins::declare);
        table.put("unset", VariableBuiltins::unset);
        table.put("read", ReadBuiltin::run);
        table.put("set", SetBuiltin::run);
        table.put("shift", VariableBuiltins::shift);
        table.put("let", VariableBuiltins::let);
        table.put("test", TestBuiltin::run);
        table.put("[", TestBuiltin::run);
        table.put("eval", (shell, call) -> shell.script(String.join(" ", call.arguments()), shell.state.line - 1));
        table.put("source", Builtins::source);
        table.put(".", Builtins::source);
        table.put("type", NameBuiltins::type);
        table.put("command", NameBuiltins::command);
        table.put(
                "builtin",
                (shell, call) -> call.arguments().isEmpty() ? 0 : shell.command(call.arguments(), shell.streams));
        table.put("exec", (shell, call) -> {
            int status = call.arguments().isEmpty() ? 0 : shell.command(call.arguments(), shell.streams);
            throw new Flow(Flow.Kind.EXIT, status);
        });
        table.put("return", (shell, call) -> {
            if (shell.state.functionDepth == 0) {
                shell.complain(call.err(), "return: can only `return' from a function or sourced script");
                return 2;
            }
            throw new Flow(Flow.Kind.RETURN, number(shell, call, shell.state.status) & 0xff);
        });
        table.put("exit", (shell, call) -> {
            throw new Flow(Flow.Kind.EXIT, number(shell, call, shell.state.status) & 0xff);
        });
        table.put("break", (shell, call) -> leave(shell, call, Flow.Kind.BREAK));
        table.put("continue", (shell, call) -> leave(shell, call, Flow.Kind.CONTINUE));
        table.put("wait", (shell, call) -> 0);
        return table;
    }

    private static int leave(Interpreter shell, Invocation call, Flow.Kind kind) {
        if (shell.state.loopDepth == 0) {
            shell.complain(call.err(), call.name() + ": only meaningful in a `for', `while', or `until' loop");
            return 0;
        }
        throw new Flow(kind, Math.max(1, number(shell, call, 1)));
    }

    private static int number(Interpreter shell, Invocation call, int otherwise) {
        if (call.arguments().isEmpty()) {
            return otherwise;
        }
        try {
            return (int) Long.parseLong(call.arguments().get(0).strip());
        } catch (NumberFormatException e) {
            shell.complain(call.err(), call.name() + ": " + call.arguments().get(0) + ": numeric argument required");
            return 2;
        }
    }

    private static int source(Interpreter shell, Invocation call) {
        if (call.arguments().isEmpty()) {
            shell.complain(call.err(), call.name() + ": filename argument required");
            call.err().println(call.name() + ": usage: " + call.name() + " filename [arguments]");
            return 2;
        }
        String path = call.arguments().get(0);
        String text;
        try (java.io.InputStream in = shell.files().read(path)) {
            text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (FileProblem problem) {
            shell.complain(call.err(), path + ": " + problem.reason());
            return 1;
        } catch (java.io.IOException e) {
            shell.complain(call.err(), path + ": " + e.getMessage());
            return 1;
        }
        List<String> before = shell.state.positional;
        if (call.arguments().size() > 1) {
            shell.state.positional =
                    new ArrayList<>(call.arguments().subList(1, call.arguments().size()));
        }
        shell.state.functionDepth++;
        int line = shell.state.line;
        try {
            return shell.script(text);
        } catch (Flow flow) {
            if (flow.kind == Flow.Kind.RETURN) {
                return flow.number;
            }
            throw flow;
        } finally {
            shell.state.line = line;
            shell.state.functionDepth--;
            shell.state.positional = before;
        }
    }
}
