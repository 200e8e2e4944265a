package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.Yaml;

/** One {@code --set path=value} of istioctl, put into the Helm values. */
final class Setting {
    private Setting() {}

    static void put(ObjectNode values, String path, String text) {
        String name = path.startsWith("values.") ? path.substring("values.".length()) : path;
        if (name.equals("components.cni.enabled") || name.equals("cni.enabled")) {
            name = "pilot.cni.enabled";
        } else if (name.equals("cni.provider")) {
            name = "pilot.cni.provider";
        }
        String[] parts = name.split("\\.");
        ObjectNode object = values;
        for (int i = 0; i < parts.length - 1; i++) {
            object = object.withObjectProperty(parts[i]);
        }
        object.set(parts[parts.length - 1], text.isEmpty() ? values.textNode("") : Yaml.value(text));
    }

    /** Like Helm: maps are merged, everything else is replaced, null stays. */
    static void merge(ObjectNode base, JsonNode overlay) {
        overlay.properties().forEach(field -> {
            if (base.get(field.getKey()) instanceof ObjectNode object
                    && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else {
                base.set(field.getKey(), field.getValue().deepCopy());
            }
        });
    }
}
