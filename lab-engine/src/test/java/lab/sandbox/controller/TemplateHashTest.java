package lab.sandbox.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.conformance.Recordings;
import lab.kube.Yaml;
import org.junit.jupiter.api.Test;

class TemplateHashTest {
    @Test
    void equalsTheHashesOfTheRealCluster() {
        assertEquals(List.of("654df84766", "7cccf64445"), hashes("b-traffic/kubectl-get-deploy.yaml"));
        assertEquals(List.of("7859d7d779"), hashes("a-default/kubectl-get-istiod-deploy.yaml"));
    }

    @Test
    void aCollisionChangesTheHash() {
        JsonNode template = Yaml.parse("{metadata: {}, spec: {containers: []}}").get(0);
        assertNotEquals(TemplateHash.of(template, 0), TemplateHash.of(template, 1));
    }

    private static List<String> hashes(String recording) {
        JsonNode document = Yaml.value(Recordings.output(recording));
        List<String> hashes = new ArrayList<>();
        for (JsonNode item : document.has("items") ? document.get("items") : List.of(document)) {
            ObjectNode template = (ObjectNode) item.at("/spec/template");
            ((ObjectNode) template.get("metadata")).remove("creationTimestamp");
            hashes.add(TemplateHash.of(template, 0));
        }
        return hashes;
    }
}
