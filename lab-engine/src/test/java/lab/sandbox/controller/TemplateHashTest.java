package lab.sandbox.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import lab.Shared;
import lab.kube.Yaml;
import org.junit.jupiter.api.Test;

class TemplateHashTest {
    @Test
    void equalsTheHashesOfTheRealCluster() throws IOException {
        assertEquals(List.of("654df84766", "7cccf64445"), hashes("b-traffic/kubectl-get-deploy.yaml"));
        assertEquals(List.of("7859d7d779"), hashes("a-default/kubectl-get-istiod-deploy.yaml"));
    }

    @Test
    void aCollisionChangesTheHash() {
        JsonNode template = Yaml.parse("{metadata: {}, spec: {containers: []}}").get(0);
        assertNotEquals(TemplateHash.of(template, 0), TemplateHash.of(template, 1));
    }

    private static List<String> hashes(String recording) throws IOException {
        String text =
                Files.readString(Shared.conformance().resolve("real-cluster").resolve(recording));
        JsonNode document = Yaml.parse(text.split("\n", 3)[2]).get(0);
        List<String> hashes = new ArrayList<>();
        for (JsonNode item : document.has("items") ? document.get("items") : List.of(document)) {
            ObjectNode template = (ObjectNode) item.at("/spec/template");
            ((ObjectNode) template.get("metadata")).remove("creationTimestamp");
            hashes.add(TemplateHash.of(template, 0));
        }
        return hashes;
    }
}
