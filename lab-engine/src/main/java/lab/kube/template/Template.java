package lab.kube.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A parsed template, to be run over JSON trees. */
public final class Template {
    private final String name;
    private final List<Node> nodes;
    private final Map<String, List<Node>> templates = new HashMap<>();
    private final Map<String, TemplateFunction> functions;

    private Template(String name, String source, Map<String, TemplateFunction> functions) {
        this.name = name;
        Map<String, TemplateFunction> all = new HashMap<>(Builtins.FUNCTIONS);
        all.putAll(functions);
        this.functions = all;
        Set<String> names = new HashSet<>(all.keySet());
        names.addAll(Set.of("and", "or"));
        this.nodes = new Parser(name, source, names, templates).parse();
    }

    /**
     * @param name how errors call the template
     * @param functions more than the built-in ones
     * @throws TemplateProblem in Go's words
     */
    public static Template parse(String name, String source, Map<String, TemplateFunction> functions) {
        return new Template(name, source, functions);
    }

    public static Template parse(String name, String source) {
        return new Template(name, source, Map.of());
    }

    /** @throws TemplateProblem in Go's words */
    public String run(JsonNode data) {
        Run run = new Run(name, templates, functions, data);
        run.nodes(nodes, data);
        return run.output();
    }
}
