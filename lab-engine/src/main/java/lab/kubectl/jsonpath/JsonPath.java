package lab.kubectl.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.kubectl.text.GoQuote;
import lab.kubectl.text.GoValue;

/** A parsed JSONPath template, as {@code -o jsonpath}, {@code --for=jsonpath}, custom columns and sorting use it. */
// models k8s.io/cli-runtime pkg/printers/jsonpath.go@1.34
public final class JsonPath {
    private static final Pattern RELAXED = Pattern.compile("^\\{\\.?([^{}]+)\\}$|^\\.?([^{}]+)$");

    private final String template;
    private final List<PathNode> nodes;

    private JsonPath(String template, List<PathNode> nodes) {
        this.template = template;
        this.nodes = nodes;
    }

    /** @throws JsonPathProblem with the parser's own words, such as {@code unterminated array} */
    public static JsonPath parse(String template) throws JsonPathProblem {
        return new JsonPath(template, PathParser.parse(template));
    }

    /**
     * As {@code -o jsonpath=…} parses it.
     *
     * @throws JsonPathProblem with the words that follow {@code error: }
     */
    public static JsonPath printer(String template) throws JsonPathProblem {
        try {
            return parse(template);
        } catch (JsonPathProblem e) {
            throw new JsonPathProblem("error parsing jsonpath " + template + ", " + e.text());
        }
    }

    /** {@code metadata.name}, {@code .metadata.name}, {@code {metadata.name}} in the strict form {@code {.metadata.name}}. */
    // models k8s.io/kubectl pkg/cmd/get/customcolumn.go RelaxedJSONPathExpression@1.34
    public static String relaxed(String expression) throws JsonPathProblem {
        if (expression.isEmpty()) {
            return expression;
        }
        Matcher matcher = RELAXED.matcher(expression);
        if (!matcher.matches()) {
            throw new JsonPathProblem("unexpected path string, expected a 'name1.name2' or '.name1.name2' or"
                    + " '{name1.name2}' or '{.name1.name2}'");
        }
        String field = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return "{." + field + "}";
    }

    /** One list of values per piece of the template, in output order; missing keys are allowed. */
    public List<List<JsonNode>> results(JsonNode data) throws JsonPathProblem {
        return new PathEvaluator(nodes, true).results(data);
    }

    /**
     * Prints as {@code kubectl get -o jsonpath} does.
     *
     * @throws JsonPathProblem with the words that follow {@code error: }, line breaks at their end included
     */
    public void print(JsonNode data, StringBuilder out) throws JsonPathProblem {
        for (List<JsonNode> values : executed(data)) {
            String separator = "";
            for (JsonNode value : values) {
                out.append(separator).append(value.isContainerNode() ? GoValue.json(value) : GoValue.plain(value));
                separator = " ";
            }
        }
    }

    /** Prints as {@code -o jsonpath-as-json} does. */
    public void printAsJson(JsonNode data, StringBuilder out) throws JsonPathProblem {
        for (List<JsonNode> values : executed(data)) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            list.addAll(values);
            out.append(GoValue.json(list, "    ")).append('\n');
        }
    }

    private List<List<JsonNode>> executed(JsonNode data) throws JsonPathProblem {
        try {
            return results(data);
        } catch (JsonPathProblem e) {
            throw new JsonPathProblem("error executing jsonpath " + GoQuote.quote(template)
                    + ": Error executing template: " + e.text()
                    + ". Printing more information for debugging the template:\n\ttemplate was:\n\t\t" + template
                    + "\n\tobject given to jsonpath engine was:\n\t\t" + GoValue.literal(data) + "\n\n\n");
        }
    }
}
