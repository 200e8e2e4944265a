package lab.sandbox.api.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Custom resources against the schema of their definition. Models
 * staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/validation@1.34 and k8s.io/kube-openapi/pkg/validation.
 */
final class CustomRules {
    private static final Set<String> ALWAYS = Set.of("apiVersion", "kind", "metadata");
    private static final String SKIPPED = "some validation rules were not checked because the object was invalid;"
            + " correct the existing errors to complete validation";

    private final Findings findings;

    private CustomRules(Findings findings) {
        this.findings = findings;
    }

    static void check(JsonNode object, JsonNode schema, Findings findings) {
        int before = findings.causes().size();
        new CustomRules(findings).value(object, schema, "");
        if (findings.causes().size() > before
                && !schema.findValues("x-kubernetes-validations").isEmpty()) {
            findings.invalid("<nil>", JsonNodeFactory.instance.nullNode(), SKIPPED);
        }
    }

    /** Drops the members that the schema does not have; @return them as {@code unknown field "spec.x"}. */
    static List<String> prune(ObjectNode object, JsonNode schema) {
        List<String> unknown = new ArrayList<>();
        prune(object, schema, "", unknown);
        return unknown;
    }

    private static void prune(JsonNode value, JsonNode schema, String path, List<String> unknown) {
        if (schema.isMissingNode()
                || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            return;
        }
        if (value instanceof ObjectNode object && schema.has("properties")) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String inner = path.isEmpty() ? name : path + "." + name;
                JsonNode property = schema.path("properties").path(name);
                if (property.isMissingNode() && !(path.isEmpty() && ALWAYS.contains(name))) {
                    unknown.add("unknown field \"" + inner + "\"");
                    object.remove(name);
                } else if (!(path.isEmpty() && ALWAYS.contains(name))) {
                    prune(object.path(name), property, inner, unknown);
                }
            }
        } else if (value.isObject() && schema.path("additionalProperties").isObject()) {
            value.properties()
                    .forEach(member -> prune(
                            member.getValue(),
                            schema.path("additionalProperties"),
                            path + "." + member.getKey(),
                            unknown));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                prune(value.get(i), schema.path("items"), path + "[" + i + "]", unknown);
            }
        }
    }

    private void value(JsonNode value, JsonNode schema, String path) {
        if (value.isNull() && schema.path("nullable").asBoolean()) {
            return;
        }
        if (!type(value, schema)) {
            String wanted = schema.path("type").asText();
            String found = found(value);
            findings.invalid(
                    path, TextNode.valueOf(found), path + " in body must be of type " + wanted + ": \"" + found + "\"");
            return;
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            List<String> allowed = new ArrayList<>();
            schema.path("enum").forEach(item -> allowed.add(item.asText()));
            findings.unsupported(path, value, allowed);
        }
        text(value, schema, path);
        number(value, schema, path);
        if (value.isObject()) {
            members(value, schema, path);
        }
        if (value.isArray()) {
            items(value, schema, path);
        }
        alternatives(value, schema, path);
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode item : list) {
            if (item.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean type(JsonNode value, JsonNode schema) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            return value.isIntegralNumber() || value.isTextual();
        }
        return switch (schema.path("type").asText("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private static String found(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case NULL -> "null";
            default -> "object";
        };
    }

    private void text(JsonNode value, JsonNode schema, String path) {
        if (!value.isTextual()) {
            return;
        }
        int length = value.asText().codePointCount(0, value.asText().length());
        if (schema.has("minLength") && length < schema.path("minLength").asInt()) {
            findings.invalid(
                    path,
                    value,
                    path + " in body should be at least "
                            + schema.path("minLength").asInt() + " chars long");
        }
        if (schema.has("maxLength") && length > schema.path("maxLength").asInt()) {
            findings.tooLong(path, schema.path("maxLength").asInt());
        }
        if (schema.has("pattern") && !matches(schema.path("pattern").asText(), value.asText())) {
            findings.invalid(
                    path,
                    value,
                    path + " in body should match '" + schema.path("pattern").asText() + "'");
        }
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    private void number(JsonNode value, JsonNode schema, String path) {
        if (!value.isNumber()) {
            return;
        }
        if (schema.has("minimum") && value.asDouble() < schema.path("minimum").asDouble()) {
            findings.invalid(
                    path,
                    value,
                    path + " in body should be greater than or equal to "
                            + schema.path("minimum").asText());
        }
        if (schema.has("maximum") && value.asDouble() > schema.path("maximum").asDouble()) {
            findings.invalid(
                    path,
                    value,
                    path + " in body should be less than or equal to "
                            + schema.path("maximum").asText());
        }
    }

    private void members(JsonNode object, JsonNode schema, String path) {
        String prefix = path.isEmpty() ? "" : path + ".";
        for (JsonNode required : schema.path("required")) {
            if (!object.has(required.asText())) {
                findings.required(prefix + required.asText(), "");
            }
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (path.isEmpty() && ALWAYS.contains(member.getKey())) {
                continue;
            }
            JsonNode property = schema.path("properties").path(member.getKey());
            JsonNode inner = property.isMissingNode() ? schema.path("additionalProperties") : property;
            if (inner.isObject()) {
                value(member.getValue(), inner, prefix + member.getKey());
            }
        }
    }

    private void items(JsonNode list, JsonNode schema, String path) {
        if (schema.has("minItems") && list.size() < schema.path("minItems").asInt()) {
            findings.invalid(
                    path,
                    JsonNodeFactory.instance.numberNode(list.size()),
                    path + " in body should have at least "
                            + schema.path("minItems").asInt() + " items");
        }
        if (schema.has("maxItems") && list.size() > schema.path("maxItems").asInt()) {
            findings.tooMany(path, list.size(), schema.path("maxItems").asInt());
        }
        for (int i = 0; i < list.size(); i++) {
            value(list.get(i), schema.path("items"), path + "[" + i + "]");
        }
    }

    private static boolean valid(JsonNode value, JsonNode schema) {
        Findings inner = new Findings();
        new CustomRules(inner).value(value, schema, "x");
        return inner.causes().isEmpty();
    }

    private void alternatives(JsonNode value, JsonNode schema, String path) {
        if (schema.has("oneOf")) {
            int valid = 0;
            for (JsonNode alternative : schema.path("oneOf")) {
                valid += valid(value, alternative) ? 1 : 0;
            }
            if (valid != 1) {
                String count = valid == 0 ? "Found none valid" : "Found " + valid + " valid alternatives";
                findings.invalid(path, "", "\"" + path + "\" must validate one and only one schema (oneOf). " + count);
            }
        }
        if (schema.has("anyOf")) {
            boolean any = false;
            for (JsonNode alternative : schema.path("anyOf")) {
                any |= valid(value, alternative);
            }
            if (!any) {
                findings.invalid(path, "", "\"" + path + "\" must validate at least one schema (anyOf)");
            }
        }
        if (schema.has("not") && valid(value, schema.path("not"))) {
            findings.invalid(path, "", "\"" + path + "\" must not validate the schema (not)");
        }
    }
}
