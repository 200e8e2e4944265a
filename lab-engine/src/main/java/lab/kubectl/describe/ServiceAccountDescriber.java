package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

final class ServiceAccountDescriber implements Describer {
    @Override
    public void describe(JsonNode account, Source source, Page page) {
        page.head(account);
        names("Image pull secrets", account.path("imagePullSecrets"), page);
        names("Mountable secrets", account.path("secrets"), page);
        String namespace = account.path("metadata").path("namespace").asText();
        List<String> tokens = new ArrayList<>();
        List<JsonNode> secrets = source.list(
                "/api/v1/namespaces/" + namespace + "/secrets",
                "fieldSelector",
                "type=kubernetes.io/service-account-token");
        for (JsonNode secret : secrets == null ? List.<JsonNode>of() : secrets) {
            JsonNode annotations = secret.path("metadata").path("annotations");
            if (annotations
                    .path("kubernetes.io/service-account.uid")
                    .equals(account.path("metadata").path("uid"))) {
                tokens.add(secret.path("metadata").path("name").asText());
            }
        }
        print("Tokens", tokens, page);
        Events.of(account, source, page);
    }

    private static void names(String title, JsonNode references, Page page) {
        List<String> names = new ArrayList<>();
        references.forEach(reference -> names.add(reference.path("name").asText()));
        print(title, names, page);
    }

    private static void print(String title, List<String> names, Page page) {
        page.add(title + ":\t" + Page.orNone(String.join("\n" + " ".repeat(19) + "\t", names)) + "\n");
    }
}
