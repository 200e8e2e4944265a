package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import lab.kubectl.text.GoValue;

final class SecretDescriber implements Describer {
    private static final String TOKEN = "kubernetes.io/service-account-token";

    @Override
    public void describe(JsonNode secret, Source source, Page page) {
        String type = secret.path("type").asText("");
        page.head(secret).add("\n").field("Type", type).add("\nData\n====\n");
        JsonNode data = secret.path("data");
        for (String key : GoValue.keys(data)) {
            page.field(
                    key,
                    key.equals("token") && type.equals(TOKEN)
                            ? new String(bytes(data.path(key)), StandardCharsets.UTF_8)
                            : size(data.path(key)) + " bytes");
        }
    }

    /** How many bytes a base64 text stands for. */
    static int size(JsonNode encoded) {
        return bytes(encoded).length;
    }

    private static byte[] bytes(JsonNode encoded) {
        return Base64.getMimeDecoder().decode(encoded.asText(""));
    }
}
