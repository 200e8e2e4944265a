package lab.kubectl.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Tree;
import lab.kube.Yaml;
import lab.kube.template.Template;
import lab.kube.template.TemplateProblem;
import lab.kubectl.Call;
import lab.kubectl.KubectlFailure;
import lab.kubectl.jsonpath.CustomColumns;
import lab.kubectl.jsonpath.JsonPath;
import lab.kubectl.jsonpath.JsonPathProblem;
import lab.kubectl.text.GoValue;
import lab.shell.Output;
import lab.shell.pflag.FlagSet;

/** Prints objects in the format that {@code -o} names, except tables. */
// models k8s.io/cli-runtime pkg/genericclioptions/print_flags.go@1.34
public interface ObjectPrinter {
    List<String> TEMPLATES = List.of(
            "custom-columns",
            "custom-columns-file",
            "go-template",
            "go-template-file",
            "jsonpath",
            "jsonpath-as-json",
            "jsonpath-file",
            "template",
            "templatefile");

    void print(JsonNode object, Output out);

    /** The flags that every command with {@code -o} has. */
    static FlagSet flags() {
        return new FlagSet()
                .bool(
                        "allow-missing-template-keys",
                        (char) 0,
                        true,
                        "If true, ignore any errors in templates when a field"
                                + " or map key is missing in the template.")
                .string(
                        "output",
                        'o',
                        "",
                        "Output format. One of: (json, yaml, name, go-template, go-template-file,"
                                + " template, templatefile, jsonpath, jsonpath-as-json, jsonpath-file).")
                .bool(
                        "show-managed-fields",
                        "If true, keep the managedFields when printing objects in JSON or YAML format.")
                .string(
                        "template",
                        "Template string or path to template file to use when -o=go-template,"
                                + " -o=go-template-file.");
    }

    /** For {@code get}, which knows columns too. */
    static ObjectPrinter forGet(Call call) {
        return of(
                call,
                "custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,"
                        + "jsonpath-file,name,template,templatefile,wide,yaml");
    }

    /** For all other commands. */
    static ObjectPrinter of(Call call) {
        return of(
                call,
                "go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,name,template,templatefile,"
                        + "yaml");
    }

    private static ObjectPrinter of(Call call, String allowed) {
        String format = call.flags().text("output");
        int equals = format.indexOf('=');
        String name = equals < 0 ? format : format.substring(0, equals);
        String argument = equals < 0 ? "" : format.substring(equals + 1);
        boolean columns = allowed.startsWith("custom");
        if (format.equals("json") || format.equals("yaml")) {
            return new DocumentPrinter(format.equals("json"), call.flags().bool("show-managed-fields"));
        } else if (format.equals("name")) {
            return ObjectPrinter::name;
        } else if (!TEMPLATES.contains(name) || (name.startsWith("custom") && !columns)) {
            throw new KubectlFailure("unable to match a printer suitable for the output format \"" + format
                    + "\", allowed formats are: " + allowed);
        } else if (argument.isEmpty() && call.flags().isSet("template") && !name.startsWith("custom")) {
            argument = call.flags().text("template");
        }
        return template(call, name, argument);
    }

    private static ObjectPrinter template(Call call, String name, String argument) {
        if (argument.isEmpty()) {
            throw new KubectlFailure(
                    name.startsWith("custom")
                            ? "custom-columns format specified but no custom columns given"
                            : "template format specified but no template given");
        }
        String text = name.endsWith("file") ? TemplateFile.read(call, argument, name) : argument;
        try {
            return switch (name) {
                case "custom-columns" ->
                    columns(CustomColumns.parse(text), !call.flags().bool("no-headers"));
                case "custom-columns-file" ->
                    columns(CustomColumns.parseFile(text), !call.flags().bool("no-headers"));
                case "go-template", "go-template-file", "template", "templatefile" -> goTemplate(text);
                case "jsonpath-as-json" -> paths(JsonPath.printer(text), true);
                default -> paths(JsonPath.printer(text), false);
            };
        } catch (JsonPathProblem problem) {
            throw new KubectlFailure(problem.text());
        }
    }

    private static ObjectPrinter goTemplate(String text) {
        Template template;
        try {
            template = Template.parse("output", text);
        } catch (TemplateProblem problem) {
            throw new KubectlFailure("error parsing template " + text + ", " + problem.getMessage());
        }
        return (object, out) -> {
            try {
                out.print(template.run(object));
            } catch (TemplateProblem problem) {
                throw new KubectlFailure("error executing template \"" + text + "\": " + problem.getMessage());
            }
        };
    }

    private static ObjectPrinter columns(CustomColumns columns, boolean withHeaders) {
        return (object, out) -> {
            StringBuilder text = new StringBuilder();
            try {
                columns.print(items(object), withHeaders, text);
            } catch (JsonPathProblem problem) {
                throw new KubectlFailure(problem.text());
            }
            out.print(text.toString());
        };
    }

    private static ObjectPrinter paths(JsonPath path, boolean json) {
        return (object, out) -> {
            StringBuilder text = new StringBuilder();
            try {
                if (json) {
                    path.printAsJson(object, text);
                } else {
                    path.print(object, text);
                }
            } catch (JsonPathProblem problem) {
                throw new KubectlFailure(problem.text());
            }
            out.print(text.toString());
        };
    }

    private static void name(JsonNode object, Output out) {
        for (JsonNode item : items(object)) {
            String apiVersion = item.path("apiVersion").asText();
            int slash = apiVersion.indexOf('/');
            String kind = item.path("kind").asText().toLowerCase(java.util.Locale.ROOT);
            out.println((slash < 0 ? kind : kind + "." + apiVersion.substring(0, slash)) + "/"
                    + Tree.text(item, "metadata.name"));
        }
    }

    /** The items of a list, or the object alone. */
    static List<JsonNode> items(JsonNode object) {
        if (!object.path("items").isArray()) {
            return List.of(object);
        }
        List<JsonNode> items = new ArrayList<>();
        object.path("items").forEach(items::add);
        return items;
    }

    /** JSON or YAML; several YAML documents are divided by {@code ---}. */
    final class DocumentPrinter implements ObjectPrinter {
        private final boolean json;
        private final boolean managedFields;
        private boolean printed;

        DocumentPrinter(boolean json, boolean managedFields) {
            this.json = json;
            this.managedFields = managedFields;
        }

        @Override
        public void print(JsonNode object, Output out) {
            JsonNode shown = managedFields ? object : withoutManagedFields(object);
            if (json) {
                out.println(GoValue.json(shown, "    "));
                return;
            }
            out.print((printed ? "---\n" : "") + Yaml.print(shown));
            printed = true;
        }

        private static JsonNode withoutManagedFields(JsonNode object) {
            JsonNode copy = object.deepCopy();
            for (JsonNode item : items(copy)) {
                if (item.get("metadata") instanceof ObjectNode metadata) {
                    metadata.remove("managedFields");
                }
            }
            return copy;
        }
    }
}
