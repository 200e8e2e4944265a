package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pod template as Go's memory holds it, printed as {@code %#v} of go-spew prints it. */
// models apimachinery pkg/util/dump/dump.go ForHash@1.34 and github.com/davecgh/go-spew spew/format.go@1.1.1
final class TemplateDump {
    private static final String NO_TIME = "{Time:(time.Time){wall:(uint64)0 ext:(int64)0 loc:(*time.Location)<nil>}}";
    private static final Pattern QUANTITY = Pattern.compile("([+-]?\\d*)(?:\\.(\\d*))?([a-zA-Z]*)");
    private static final Map<String, Integer> BINARY = Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40, "Pi", 50);
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15);

    private final StringBuilder text = new StringBuilder();

    private TemplateDump() {}

    static String of(JsonNode template) {
        TemplateDump dump = new TemplateDump();
        dump.text.append("(v1.PodTemplateSpec){ObjectMeta:(v1.ObjectMeta)");
        dump.value("v1.ObjectMeta", template.path("metadata"));
        dump.text.append(" Spec:(v1.PodSpec)");
        dump.value("v1.PodSpec", template.path("spec"));
        return dump.text.append('}').toString();
    }

    private void field(GoStructs.Field field, JsonNode object) {
        JsonNode value = field.embedded() ? object : object.path(field.json());
        text.append(field.name()).append(":(").append(field.type()).append(')');
        if (!field.type().startsWith("*")) {
            value(field.type(), value);
        } else if (value.isMissingNode() || value.isNull()) {
            text.append("<nil>");
        } else {
            value(field.type().substring(1), value);
        }
    }

    private void value(String type, JsonNode value) {
        List<GoStructs.Field> fields = GoStructs.fields(type);
        if (fields != null) {
            struct(fields, value);
        } else if (type.startsWith("[]")) {
            list(type.substring(2), value);
        } else if (type.startsWith("map[") || type.equals("v1.ResourceList")) {
            map(type.equals("v1.ResourceList") ? "resource.Quantity" : "string", value);
        } else if (type.equals("v1.Time")) {
            text.append(NO_TIME);
        } else if (type.equals("resource.Quantity")) {
            text.append(quantity(value.asText("0")));
        } else if (type.equals("intstr.IntOrString")) {
            boolean named = value.isTextual();
            text.append("{Type:(intstr.Type)").append(named ? 1 : 0);
            text.append(" IntVal:(int32)").append(named ? 0 : value.asInt());
            text.append(" StrVal:(string)").append(named ? value.asText() : "").append('}');
        } else {
            text.append(value.isContainerNode() ? value.toString() : plain(type, value));
        }
    }

    private static String plain(String type, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            return value.asText();
        }
        return type.equals("bool") ? "false" : type.startsWith("int") ? "0" : "";
    }

    private void struct(List<GoStructs.Field> fields, JsonNode value) {
        JsonNode object = value.isObject() ? value : JsonNodeFactory.instance.objectNode();
        String between = "{";
        for (GoStructs.Field field : fields) {
            text.append(between);
            field(field, object);
            between = " ";
        }
        text.append('}');
    }

    private void list(String type, JsonNode value) {
        if (value.isEmpty()) {
            text.append("<nil>");
            return;
        }
        String between = "[";
        for (JsonNode item : value) {
            text.append(between);
            value(type, item);
            between = " ";
        }
        text.append(']');
    }

    private void map(String type, JsonNode value) {
        if (value.isEmpty()) {
            text.append("<nil>");
            return;
        }
        TreeSet<String> keys = new TreeSet<>();
        value.fieldNames().forEachRemaining(keys::add);
        String between = "map[";
        for (String key : keys) {
            text.append(between).append(key).append(':');
            value(type, value.path(key));
            between = " ";
        }
        text.append(']');
    }

    /** The parsed amount, with the text that it came from: apimachinery pkg/api/resource/quantity.go ParseQuantity. */
    private static String quantity(String amount) {
        BigInteger value = BigInteger.ZERO;
        int scale = 0;
        String format = "";
        Matcher parts = QUANTITY.matcher(amount);
        if (!amount.equals("0") && parts.matches()) {
            String fraction = parts.group(2) == null ? "" : parts.group(2);
            Integer bits = BINARY.get(parts.group(3));
            value = new BigInteger(parts.group(1) + fraction);
            value = bits == null ? value : value.shiftLeft(bits);
            scale = (bits == null ? DECIMAL.getOrDefault(parts.group(3), 0) : 0) - fraction.length();
            format = bits == null ? "DecimalSI" : "BinarySI";
        }
        return "{i:(resource.int64Amount){value:(int64)" + value + " scale:(resource.Scale)" + scale
                + "} d:(resource.infDecAmount){Dec:(*inf.Dec)<nil>} s:(string)" + amount
                + " Format:(resource.Format)" + format + "}";
    }
}
