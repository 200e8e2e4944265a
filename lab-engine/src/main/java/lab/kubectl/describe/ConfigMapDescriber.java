package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kubectl.text.GoValue;

final class ConfigMapDescriber implements Describer {
    @Override
    public void describe(JsonNode map, Source source, Page page) {
        page.head(map).add("\nData\n====\n");
        JsonNode data = map.path("data");
        for (String key : GoValue.keys(data)) {
            page.add(key + ":\n----\n" + data.path(key).asText() + "\n\n");
        }
        page.add("\nBinaryData\n====\n");
        JsonNode binary = map.path("binaryData");
        for (String key : GoValue.keys(binary)) {
            page.add(key + ": " + SecretDescriber.size(binary.path(key)) + " bytes\n");
        }
        page.add("\n");
        Events.of(map, source, page);
    }
}
