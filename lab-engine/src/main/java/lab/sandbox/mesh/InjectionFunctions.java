package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lab.kube.Yaml;
import lab.kube.YamlProblem;
import lab.kube.template.TemplateFunction;
import lab.kube.template.TemplateProblem;

/** The functions of injection templates: the used part of sprig, Istio's own, and two of ours (ports, names). */
final class InjectionFunctions {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static final Map<String, TemplateFunction> ALL = Map.ofEntries(
            Map.entry("default", a -> present(a.get(1)) ? a.get(1) : a.get(0)),
            Map.entry("quote", a -> text(NODES.textNode(plain(a.get(0))).toString())),
            Map.entry("toString", a -> text(plain(a.get(0)))),
            Map.entry("trunc", a -> text(truncated(plain(a.get(1)), a.get(0).asInt()))),
            Map.entry("trim", a -> text(plain(a.get(0)).strip())),
            Map.entry("trimAll", a -> text(trimmed(plain(a.get(1)), a.get(0).asText()))),
            Map.entry("toLower", a -> text(plain(a.get(0)).toLowerCase(Locale.ROOT))),
            Map.entry("lower", a -> text(plain(a.get(0)).toLowerCase(Locale.ROOT))),
            Map.entry("list", a -> NODES.arrayNode().addAll(a)),
            Map.entry("append", a -> ((ArrayNode) a.get(0).deepCopy()).add(a.get(1))),
            Map.entry("join", a -> text(joined(a.get(1), a.get(0).asText()))),
            Map.entry(
                    "indent",
                    a -> text(indented(plain(a.get(1)), a.get(0).asInt()).stripLeading())),
            Map.entry(
                    "nindent",
                    a -> text("\n" + indented(plain(a.get(1)), a.get(0).asInt()))),
            Map.entry("contains", a -> BooleanNode.valueOf(plain(a.get(0)).contains(plain(a.get(1))))),
            Map.entry("hasPrefix", a -> BooleanNode.valueOf(plain(a.get(1)).startsWith(plain(a.get(0))))),
            Map.entry("directory", a -> text(a.get(0).asText().replaceFirst("/[^/]*$", "/"))),
            Map.entry("isset", a -> BooleanNode.valueOf(a.get(0).has(a.get(1).asText()))),
            Map.entry("annotation", InjectionFunctions::annotation),
            Map.entry("valueOrDefault", a -> present(a.get(0)) ? a.get(0) : a.get(1)),
            Map.entry("excludeInboundPort", InjectionFunctions::excludeInboundPort),
            Map.entry("includeInboundPorts", a -> text(ports(a.get(0)))),
            Map.entry("applicationPorts", a -> text(ports(a.get(0)))),
            Map.entry("toYaml", a -> text(Yaml.print(a.get(0)).stripTrailing())),
            Map.entry("toJSON", a -> text(a.get(0).toString())),
            Map.entry("toJson", a -> text(a.get(0).toString())),
            Map.entry("structToJSON", a -> text(a.get(0).toString())),
            Map.entry("protoToJSON", a -> text(MeshDefaults.minimal(a.get(0)).toString())),
            Map.entry("fromJSON", InjectionFunctions::fromJson),
            Map.entry("omitNil", a -> withoutNulls(a.get(0))),
            Map.entry("env", a -> a.get(1)),
            Map.entry("podPorts", a -> text(podPorts(a.get(0)))),
            Map.entry("appNames", a -> appNames(a.get(0))),
            Map.entry("appContainers", a -> text(joined(appNames(a.get(0)), ","))));

    private InjectionFunctions() {}

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    private static boolean present(JsonNode value) {
        return value.isContainerNode()
                ? !value.isEmpty()
                : value.isTextual()
                        ? !value.textValue().isEmpty()
                        : value.isNumber() ? value.asDouble() != 0 : value.asBoolean();
    }

    private static String plain(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    private static String truncated(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    private static String trimmed(String text, String letters) {
        int from = 0;
        int to = text.length();
        while (from < to && letters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && letters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String joined(JsonNode list, String separator) {
        List<String> parts = new ArrayList<>();
        list.forEach(item -> parts.add(plain(item)));
        return String.join(separator, parts);
    }

    private static String indented(String text, int columns) {
        String padding = " ".repeat(columns);
        return padding + text.replace("\n", "\n" + padding);
    }

    private static JsonNode annotation(List<JsonNode> arguments) {
        JsonNode annotations = arguments.get(0).path("Annotations");
        JsonNode found = annotations.get(arguments.get(1).asText());
        return text(plain(found == null ? arguments.get(2) : found));
    }

    private static JsonNode excludeInboundPort(List<JsonNode> arguments) {
        String port = plain(arguments.get(0));
        String excluded = plain(arguments.get(1));
        if (port.isEmpty()
                || port.equals("0")
                || Arrays.asList(excluded.split(",")).contains(port)) {
            return text(excluded);
        }
        return text(excluded.isEmpty() ? port : excluded + "," + port);
    }

    private static JsonNode fromJson(List<JsonNode> arguments) {
        try {
            return Yaml.value(arguments.get(0).asText());
        } catch (YamlProblem problem) {
            throw new TemplateProblem(problem.problem());
        }
    }

    private static JsonNode withoutNulls(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        ObjectNode copy = NODES.objectNode();
        value.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                copy.set(field.getKey(), withoutNulls(field.getValue()));
            }
        });
        return copy;
    }

    private static ArrayNode appNames(JsonNode spec) {
        ArrayNode names = NODES.arrayNode();
        for (JsonNode container : spec.path("Containers")) {
            if (!container.path("Name").asText().equals("istio-proxy")) {
                names.add(container.path("Name").asText());
            }
        }
        return names.isEmpty() ? NODES.arrayNode().add("") : names;
    }

    private static String ports(JsonNode containers) {
        List<String> ports = new ArrayList<>();
        for (JsonNode container : containers) {
            for (JsonNode port : container.path("Ports")) {
                if (!port.path("Protocol").asText("TCP").equals("UDP")) {
                    ports.add(port.path("ContainerPort").asText());
                }
            }
        }
        return String.join(",", ports);
    }

    /** A list of one JSON object a line, with the commas in front. */
    private static String podPorts(JsonNode spec) {
        StringBuilder text = new StringBuilder("[");
        String comma = "";
        for (JsonNode container : spec.path("Containers")) {
            if (!container.path("Name").asText().equals("istio-proxy")) {
                for (JsonNode port : container.path("Ports")) {
                    ObjectNode entry = NODES.objectNode();
                    for (String field : List.of("name", "hostPort", "containerPort", "protocol", "hostIP")) {
                        JsonNode value = port.get(Character.toUpperCase(field.charAt(0)) + field.substring(1));
                        if (value != null) {
                            entry.set(field, value);
                        }
                    }
                    text.append("\n    ").append(comma).append(entry);
                    comma = ",";
                }
            }
        }
        return text.append("\n]").toString();
    }
}
