package lab.kube.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One execution. Models Go text/template/exec.go@1.26. */
final class Run {
    private final String name;
    private final Map<String, List<Node>> templates;
    private final Map<String, TemplateFunction> functions;
    private final StringBuilder out = new StringBuilder();
    private Deque<Map<String, JsonNode>> scopes = new ArrayDeque<>();

    Run(String name, Map<String, List<Node>> templates, Map<String, TemplateFunction> functions, JsonNode data) {
        this.name = name;
        this.templates = templates;
        this.functions = functions;
        scopes.push(new HashMap<>(Map.of("$", data)));
    }

    String output() {
        return out.toString();
    }

    void nodes(List<Node> nodes, JsonNode dot) {
        for (Node node : nodes) {
            node(node, dot);
        }
    }

    private void node(Node node, JsonNode dot) {
        if (node instanceof Node.Text text) {
            out.append(text.text());
        } else if (node instanceof Node.Action action) {
            JsonNode value = value(action.pipeline(), dot);
            if (action.pipeline().variables().isEmpty()) {
                out.append(GoText.print(value));
            }
        } else if (node instanceof Node.If choice) {
            scoped(() ->
                    nodes(Builtins.truth(value(choice.condition(), dot)) ? choice.then() : choice.otherwise(), dot));
        } else if (node instanceof Node.With with) {
            scoped(() -> {
                JsonNode value = value(with.value(), dot);
                nodes(Builtins.truth(value) ? with.then() : with.otherwise(), Builtins.truth(value) ? value : dot);
            });
        } else if (node instanceof Node.Range range) {
            scoped(() -> range(range, dot));
        } else if (node instanceof Node.Call call) {
            call(call, dot);
        }
    }

    private void scoped(Runnable body) {
        scopes.push(new HashMap<>());
        try {
            body.run();
        } finally {
            scopes.pop();
        }
    }

    private void call(Node.Call call, JsonNode dot) {
        List<Node> body = templates.get(call.template());
        Node.Pipeline given = call.argument();
        if (body == null) {
            throw problem(call.place(), "template \"" + call.template() + "\" not defined");
        }
        JsonNode argument = given == null ? MissingNode.getInstance() : value(given, dot);
        Deque<Map<String, JsonNode>> outer = scopes;
        scopes = new ArrayDeque<>();
        scopes.push(new HashMap<>(Map.of("$", argument)));
        nodes(body, argument);
        scopes = outer;
    }

    private void range(Node.Range range, JsonNode dot) {
        JsonNode value = commands(range.value(), dot);
        List<JsonNode> keys = new ArrayList<>();
        List<JsonNode> items = new ArrayList<>();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            value.fieldNames().forEachRemaining(names::add);
            names.forEach(key -> {
                keys.add(nodes.textNode(key));
                items.add(value.get(key));
            });
        } else if (value.isArray()) {
            value.forEach(item -> {
                keys.add(nodes.numberNode(keys.size()));
                items.add(item);
            });
        } else if (value.isIntegralNumber()) {
            for (int i = 0; i < value.asInt(); i++) {
                keys.add(nodes.numberNode(i));
                items.add(nodes.numberNode(i));
            }
        } else if (!value.isNull() && !value.isMissingNode()) {
            throw problem(range.value().place(), "range can't iterate over " + GoText.print(value));
        }
        if (items.isEmpty()) {
            nodes(range.otherwise(), dot);
        }
        List<String> variables = range.value().variables();
        for (int i = 0; i < items.size(); i++) {
            JsonNode key = keys.get(i);
            JsonNode item = items.get(i);
            scoped(() -> {
                if (variables.size() == 2) {
                    scopes.getFirst().put(variables.get(0), key);
                }
                if (!variables.isEmpty()) {
                    scopes.getFirst().put(variables.get(variables.size() - 1), item);
                }
                nodes(range.body(), item);
            });
        }
    }

    private JsonNode value(Node.Pipeline pipeline, JsonNode dot) {
        JsonNode value = commands(pipeline, dot);
        for (String variable : pipeline.variables()) {
            if (pipeline.declares()) {
                scopes.getFirst().put(variable, value);
            } else {
                assign(variable, value, pipeline);
            }
        }
        return value;
    }

    private void assign(String variable, JsonNode value, Node.Pipeline pipeline) {
        for (Map<String, JsonNode> scope : scopes) {
            if (scope.containsKey(variable)) {
                scope.put(variable, value);
                return;
            }
        }
        throw problem(pipeline.place(), "undefined variable: " + variable);
    }

    private JsonNode commands(Node.Pipeline pipeline, JsonNode dot) {
        @Nullable JsonNode last = null;
        for (Node.Command command : pipeline.commands()) {
            last = command(command, dot, last, pipeline.place());
        }
        return last == null ? MissingNode.getInstance() : last;
    }

    private JsonNode command(Node.Command command, JsonNode dot, @Nullable JsonNode piped, String place) {
        Node.Term first = command.words().get(0);
        List<Node.Term> rest = command.words().subList(1, command.words().size());
        if (!(first instanceof Node.Function function)) {
            if (!rest.isEmpty() || piped != null) {
                throw problem(place, "can't give argument to non-function " + describe(first));
            }
            return term(first, dot, place);
        }
        if (function.name().equals("and") || function.name().equals("or")) {
            return shortCircuit(function.name().equals("or"), rest, dot, piped, place);
        }
        List<JsonNode> arguments = new ArrayList<>();
        for (Node.Term word : rest) {
            arguments.add(term(word, dot, place));
        }
        if (piped != null) {
            arguments.add(piped);
        }
        try {
            return body(function.name()).call(arguments);
        } catch (TemplateProblem problem) {
            if (String.valueOf(problem.getMessage()).startsWith("template: ")) {
                throw problem;
            }
            throw problem(place, "error calling " + function.name() + ": " + problem.getMessage());
        } catch (IndexOutOfBoundsException few) {
            throw problem(place, "wrong number of args for " + function.name() + ": got " + arguments.size());
        }
    }

    private TemplateFunction body(String function) {
        TemplateFunction body = functions.get(function);
        if (body == null) {
            throw new TemplateProblem("function \"" + function + "\" not defined");
        }
        return body;
    }

    private JsonNode shortCircuit(
            boolean stopsAtTrue, List<Node.Term> words, JsonNode dot, @Nullable JsonNode piped, String place) {
        JsonNode value = MissingNode.getInstance();
        for (Node.Term word : words) {
            value = term(word, dot, place);
            if (Builtins.truth(value) == stopsAtTrue) {
                return value;
            }
        }
        return piped == null ? value : piped;
    }

    private JsonNode term(Node.Term term, JsonNode dot, String place) {
        if (term instanceof Node.Literal literal) {
            return literal.value();
        }
        if (term instanceof Node.Field field) {
            return path(dot, field.path(), place);
        }
        if (term instanceof Node.Variable variable) {
            for (Map<String, JsonNode> scope : scopes) {
                JsonNode value = scope.get(variable.name());
                if (value != null) {
                    return path(value, variable.path(), place);
                }
            }
            throw problem(place, "undefined variable \"" + variable.name() + "\"");
        }
        if (term instanceof Node.Parenthesis parenthesis) {
            return path(value(parenthesis.pipeline(), dot), parenthesis.path(), place);
        }
        return command(new Node.Command(List.of(term)), dot, null, place);
    }

    private JsonNode path(JsonNode from, List<String> path, String place) {
        JsonNode value = from;
        for (String field : path) {
            if (value.isValueNode() && !value.isNull()) {
                throw problem(place, "can't evaluate field " + field + " in type " + GoText.type(value));
            }
            value = value.path(field);
        }
        return value;
    }

    private static String describe(Node.Term term) {
        if (term instanceof Node.Field field) {
            return "." + String.join(".", field.path());
        }
        if (term instanceof Node.Literal literal) {
            return literal.value().toString();
        }
        return term instanceof Node.Variable variable ? variable.name() : "pipeline";
    }

    private TemplateProblem problem(String place, String reason) {
        return new TemplateProblem("template: " + place + ": executing \"" + name + "\": " + reason);
    }
}
