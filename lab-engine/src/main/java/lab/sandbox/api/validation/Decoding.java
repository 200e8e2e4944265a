package lab.sandbox.api.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Quantity;
import lab.kube.schema.Field;
import lab.kube.schema.Schema;
import lab.kube.schema.Schemas;
import lab.kube.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object as the server's Go types would: members that the kind does not have are dropped and told; a value of
 * the wrong type is a problem in the words of Go's JSON decoder.
 */
public final class Decoding {
    private final List<String> unknown = new ArrayList<>();
    private @Nullable String problem;
    private String wantedKind = "";

    private Decoding() {}

    /** Reads the object and drops what its kind does not have. */
    public static Decoding of(ObjectNode object, Schema kind) {
        Decoding decoding = new Decoding();
        decoding.object(object, kind, "", "");
        return decoding;
    }

    /** The members that the kind does not have, as {@code unknown field "spec.port"}. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** The first value of a wrong type, null if there is none. */
    public @Nullable String problem() {
        return problem;
    }

    /** The Go kind wanted where the problem is, as the converter of patches tells it. */
    public String wantedKind() {
        return wantedKind;
    }

    private void object(ObjectNode object, Schema schema, String path, String plainPath) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String inner = path.isEmpty() ? name : path + "." + name;
            String plain = plainPath.isEmpty() ? name : plainPath + "." + name;
            Field field = schema.field(name);
            if (field == null) {
                unknown.add("unknown field \"" + inner + "\"");
                object.remove(name);
                continue;
            }
            JsonNode value = object.path(name);
            if (value.isNull()) {
                continue;
            }
            value(value, field.type(), schema, inner, plain);
        }
    }

    private void value(JsonNode value, Type type, Schema owner, String path, String plainPath) {
        if (type instanceof Type.Scalar scalar) {
            scalar(value, scalar, owner, plainPath);
        } else if (type instanceof Type.ListOf list) {
            if (!(value instanceof ArrayNode items)) {
                wrong(value, owner, plainPath, "[]" + go(list.item()), "slice");
                return;
            }
            for (int i = 0; i < items.size(); i++) {
                value(items.get(i), list.item(), owner, path + "[" + i + "]", plainPath);
            }
        } else if (type instanceof Type.MapOf map) {
            if (!value.isObject()) {
                wrong(value, owner, plainPath, "map[string]" + go(map.value()), "map");
                return;
            }
            value.properties()
                    .forEach(member ->
                            value(member.getValue(), map.value(), owner, path + "." + member.getKey(), plainPath));
        } else if (type instanceof Type.Ref) {
            reference(value, type, owner, path, plainPath);
        }
    }

    private void reference(JsonNode value, Type type, Schema owner, String path, String plainPath) {
        Schema schema = Schemas.kubernetes().behind(type);
        if (schema == null || value.isNull()) {
            return;
        }
        if (schema.fields().isEmpty() && !schema.alias().isEmpty()) {
            if (schema.name().equals("api.resource.Quantity") && Quantity.parse(value.asText()) == null) {
                report(Quantity.PROBLEM, "struct");
            }
            return;
        }
        if (value instanceof ObjectNode object) {
            object(object, schema, path, plainPath);
        } else {
            wrong(value, owner, plainPath, go(type), "struct");
        }
    }

    private void scalar(JsonNode value, Type.Scalar scalar, Schema owner, String plainPath) {
        boolean fits = switch (scalar.name()) {
            case "string" -> value.isTextual() || value.isNull();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> value.isBoolean();
        };
        if (!fits) {
            wrong(value, owner, plainPath, go(scalar), go(scalar));
        }
    }

    private void wrong(JsonNode value, Schema owner, String path, String wanted, String kind) {
        String found = switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() ? "number" : "number " + value.asText();
            case BOOLEAN -> "bool";
            case ARRAY -> "array";
            default -> "object";
        };
        String struct = owner.name().substring(owner.name().lastIndexOf('.') + 1);
        report(
                "json: cannot unmarshal " + found + " into Go struct field " + struct + "." + path + " of type "
                        + wanted,
                kind);
    }

    private void report(String text, String kind) {
        if (problem == null) {
            problem = text;
            wantedKind = kind;
        }
    }

    private static String go(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return switch (scalar.name()) {
                case "integer" -> scalar.format().isEmpty() ? "int64" : scalar.format();
                case "number" -> "float64";
                case "boolean" -> "bool";
                default -> "string";
            };
        }
        if (type instanceof Type.ListOf list) {
            return "[]" + go(list.item());
        }
        if (type instanceof Type.MapOf map) {
            return "map[string]" + go(map.value());
        }
        if (type instanceof Type.Ref ref) {
            String[] parts = ref.name().split("\\.");
            return parts.length < 2 ? ref.name() : parts[parts.length - 2] + "." + parts[parts.length - 1];
        }
        return "interface {}";
    }
}
