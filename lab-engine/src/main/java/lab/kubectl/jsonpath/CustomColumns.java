package lab.kubectl.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lab.kubectl.text.GoValue;
import lab.kubectl.text.TabWriter;

/** Prints {@code -o custom-columns=HEADER:path,…}. */
// models k8s.io/kubectl pkg/cmd/get/customcolumn.go@1.34
public final class CustomColumns {
    private final List<String> headers;
    private final List<JsonPath> paths;

    private CustomColumns(List<String> headers, List<String> expressions) throws JsonPathProblem {
        this.headers = List.copyOf(headers);
        List<JsonPath> parsed = new ArrayList<>();
        for (String expression : expressions) {
            parsed.add(JsonPath.parse(JsonPath.relaxed(expression)));
        }
        this.paths = List.copyOf(parsed);
    }

    /** What follows {@code custom-columns=}. */
    public static CustomColumns parse(String specification) throws JsonPathProblem {
        if (specification.isEmpty()) {
            throw new JsonPathProblem("custom-columns format specified but no custom columns given");
        }
        List<String> headers = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        for (String part : specification.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw new JsonPathProblem(
                        "unexpected custom-columns spec: " + part + ", expected <header>:<json-path-expr>");
            }
            headers.add(part.substring(0, colon));
            expressions.add(part.substring(colon + 1));
        }
        return new CustomColumns(headers, expressions);
    }

    /** The text of the file that {@code custom-columns-file=} names: a line of headers, a line of paths. */
    public static CustomColumns parseFile(String text) throws JsonPathProblem {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < 2; i++) {
            if (lines.size() <= i) {
                throw new JsonPathProblem("invalid template, missing " + (i == 0 ? "header" : "spec")
                        + " line. Expected format is one line of space separated headers, one line of space"
                        + " separated column specs.");
            }
        }
        List<String> headers = words(lines.get(0));
        List<String> expressions = words(lines.get(1));
        if (headers.size() != expressions.size()) {
            throw new JsonPathProblem("number of headers (" + headers.size() + ") and field specifications ("
                    + expressions.size() + ") don't match");
        }
        return new CustomColumns(headers, expressions);
    }

    private static List<String> words(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
    }

    /** The aligned table of these objects. */
    public void print(List<? extends JsonNode> objects, boolean withHeaders, StringBuilder out) throws JsonPathProblem {
        StringBuilder table = new StringBuilder();
        if (withHeaders) {
            table.append(String.join("\t", headers)).append('\n');
        }
        for (JsonNode object : objects) {
            List<String> cells = new ArrayList<>();
            for (JsonPath path : paths) {
                cells.add(cell(path.results(object)));
            }
            table.append(String.join("\t", cells)).append('\n');
        }
        out.append(TabWriter.table(table.toString()));
    }

    private static String cell(List<List<JsonNode>> results) {
        List<String> values = new ArrayList<>();
        if (results.isEmpty() || results.get(0).isEmpty()) {
            values.add("<none>");
        }
        for (List<JsonNode> group : results) {
            for (JsonNode value : group) {
                values.add(GoValue.plain(value).replace("\u001b", "^[").replace("\r", "\\r"));
            }
        }
        return String.join(",", values);
    }
}
