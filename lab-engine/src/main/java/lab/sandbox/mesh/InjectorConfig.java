package lab.sandbox.mesh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import lab.sandbox.mesh.install.InjectorText;

/** The two texts of ConfigMap istio-sidecar-injector: our templates, and the values in Helm's printing. */
public final class InjectorConfig implements InjectorText {
    private static final ObjectWriter WRITER = writer();

    @Override
    public String config() {
        return InstallationFiles.injectionConfig();
    }

    @Override
    public String values(ObjectNode overrides) {
        ObjectNode values = (ObjectNode) InstallationFiles.values();
        overrides.properties().forEach(field -> {
            // the ConfigMap holds only what templates see
            if (values.has(field.getKey())) {
                ObjectNode one = overrides.objectNode();
                one.set(field.getKey(), field.getValue());
                HelmValues.merge(values, one);
            }
        });
        try {
            return WRITER.writeValueAsString(sorted(values));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree cannot be printed", impossible);
        }
    }

    private static JsonNode sorted(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        value.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
        ObjectNode sorted = (ObjectNode) value.deepCopy();
        sorted.removeAll();
        fields.forEach(sorted::set);
        return sorted;
    }

    private static ObjectWriter writer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return new ObjectMapper().writer(printer).without(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    }
}
