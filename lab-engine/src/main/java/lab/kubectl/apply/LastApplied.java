package lab.kubectl.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.Tree;
import lab.kubectl.text.GoValue;

/** The annotation in which apply keeps what it applied last. */
// models kubectl pkg/util/apply.go@1.34
public final class LastApplied {
    public static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";

    private static final ObjectMapper JSON = new ObjectMapper();

    private LastApplied() {}

    /** The manifest with the annotation that holds the manifest itself. */
    public static ObjectNode annotated(JsonNode manifest) {
        ObjectNode plain = manifest.deepCopy();
        ObjectNode annotations = Tree.make(plain, "metadata.annotations");
        annotations.remove(ANNOTATION);
        String text = GoValue.json(plain) + "\n";
        annotations.put(ANNOTATION, text);
        return plain;
    }

    static boolean isOn(JsonNode live) {
        return live.path("metadata").path("annotations").has(ANNOTATION);
    }

    /** What was applied last, an empty object if nothing was. */
    static JsonNode of(JsonNode live) {
        String text = live.path("metadata").path("annotations").path(ANNOTATION).asText();
        try {
            JsonNode last = text.isEmpty() ? null : JSON.readTree(text);
            return last == null ? JsonNodeFactory.instance.objectNode() : last;
        } catch (JsonProcessingException broken) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
