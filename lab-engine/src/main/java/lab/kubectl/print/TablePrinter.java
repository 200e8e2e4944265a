package lab.kubectl.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lab.kube.Tree;
import lab.kubectl.ResourceType;
import lab.kubectl.text.GoValue;
import lab.shell.Output;

/** Prints the server's Tables of one type; the header comes once. */
// models k8s.io/cli-runtime pkg/printers/tableprinter.go@1.34
public final class TablePrinter {
    private final TableOptions options;
    private final ResourceType type;
    private final ColumnWriter writer = new ColumnWriter();
    private JsonNode lastColumns = JsonNodeFactory.instance.arrayNode();

    public TablePrinter(TableOptions options, ResourceType type) {
        this.options = options;
        this.type = type;
    }

    /** @param event the kind of watch event to show in a first column, or empty */
    public void add(JsonNode answer, String event) {
        JsonNode table = answer.path("kind").asText().equals("Table") ? answer : plain(answer);
        JsonNode columns = table.path("columnDefinitions");
        boolean headers = !options.noHeaders();
        if (columns.isEmpty() || columns.equals(lastColumns)) {
            headers = false;
            columns = lastColumns;
        } else {
            lastColumns = columns;
        }
        if (headers && !table.path("rows").isEmpty()) {
            writer.add(header(columns, event));
        }
        for (JsonNode row : table.path("rows")) {
            writer.add(line(columns, row, event));
        }
    }

    public void flush(Output out) {
        writer.flush(out);
    }

    private List<String> header(JsonNode columns, String event) {
        List<String> cells = new ArrayList<>();
        if (!event.isEmpty()) {
            cells.add("EVENT");
        }
        if (options.namespace()) {
            cells.add("NAMESPACE");
        }
        for (JsonNode column : columns) {
            if (shown(column)) {
                cells.add(column.path("name").asText().toUpperCase(Locale.ROOT));
            }
        }
        for (String label : options.labelColumns()) {
            cells.add(label.substring(label.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT));
        }
        if (options.showLabels()) {
            cells.add("LABELS");
        }
        return cells;
    }

    private boolean shown(JsonNode column) {
        return options.wide() || column.path("priority").asInt() == 0;
    }

    private List<String> line(JsonNode columns, JsonNode row, String event) {
        JsonNode metadata = row.path("object").path("metadata");
        List<String> cells = new ArrayList<>();
        if (!event.isEmpty()) {
            cells.add(event);
        }
        if (options.namespace()) {
            cells.add(metadata.path("namespace").asText());
        }
        for (int i = 0; i < columns.size() && i < row.path("cells").size(); i++) {
            JsonNode column = columns.path(i);
            if (shown(column)) {
                String cell = cell(row.path("cells").path(i));
                boolean isName = column.path("format").asText().equals("name");
                cells.add(isName && options.kind() ? type.qualifiedKind() + "/" + cell : cell);
            }
        }
        for (String label : options.labelColumns()) {
            cells.add(metadata.path("labels").path(label).asText());
        }
        if (options.showLabels()) {
            cells.add(labels(metadata.path("labels")));
        }
        return cells;
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        String text = value.isTextual() ? value.textValue() : GoValue.plain(value);
        for (int i = 0; i < text.length(); i++) {
            if ("\f\n\r".indexOf(text.charAt(i)) >= 0) {
                text = text.substring(0, i) + "...";
                break;
            }
        }
        return text.replace("\u001b", "^[");
    }

    private static String labels(JsonNode labels) {
        Map<String, String> sorted = new TreeMap<>();
        labels.properties()
                .forEach(label -> sorted.put(label.getKey(), label.getValue().asText()));
        List<String> texts = new ArrayList<>();
        sorted.forEach((key, value) -> texts.add(key + "=" + value));
        return texts.isEmpty() ? "<none>" : String.join(",", texts);
    }

    /** What is shown of an answer that is no Table: names and ages only. */
    private static JsonNode plain(JsonNode answer) {
        var table = JsonNodeFactory.instance.objectNode();
        ArrayNode columns = table.putArray("columnDefinitions");
        columns.addObject().put("name", "Name").put("format", "name");
        columns.addObject().put("name", "Age");
        ArrayNode rows = table.putArray("rows");
        for (JsonNode item : ObjectPrinter.items(answer)) {
            var row = rows.addObject();
            row.putArray("cells").add(Tree.text(item, "metadata.name")).add("<unknown>");
            row.set("object", item);
        }
        return table;
    }
}
