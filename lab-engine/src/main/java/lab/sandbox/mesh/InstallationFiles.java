package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import lab.kube.Yaml;

/** The texts that an installation consists of, from the jar. */
final class InstallationFiles {
    private InstallationFiles() {}

    static String read(String name) {
        try (InputStream stream = InstallationFiles.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(stream, "the lab's jar lacks " + name)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException("the lab's jar cannot be read", problem);
        }
    }

    /** The Helm values as the injector sees them, with nothing set. */
    static JsonNode values() {
        return Yaml.value(read("values.yaml"));
    }

    /** Key {@code config} of the ConfigMap istio-sidecar-injector. */
    static String injectionConfig() {
        ObjectNode templates = JsonNodeFactory.instance.objectNode();
        templates.putObject("templates").put("sidecar", read("sidecar.tpl"));
        return "# which templates a pod gets that names none\ndefaultTemplates: [sidecar]\npolicy: enabled\n"
                + "alwaysInjectSelector:\n  []\nneverInjectSelector:\n  []\ninjectedAnnotations:\n"
                + Yaml.print(templates);
    }
}
