package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The volumes of a pod, or of a pod template. */
final class Volumes {
    private Volumes() {}

    static void describe(JsonNode volumes, Page page, String space) {
        if (volumes.isEmpty()) {
            page.line(0, space + "Volumes:\t<none>");
            return;
        }
        page.line(0, space + "Volumes:");
        for (JsonNode volume : volumes) {
            page.line(1, (space.isEmpty() ? "" : " ") + volume.path("name").asText() + ":");
            describe(volume, page);
        }
    }

    private static void describe(JsonNode volume, Page page) {
        for (Map.Entry<String, JsonNode> entry : volume.properties()) {
            JsonNode source = entry.getValue();
            switch (entry.getKey()) {
                case "hostPath" ->
                    page.line(2, "Type:\tHostPath (bare host directory volume)")
                            .line(2, "Path:\t" + source.path("path").asText())
                            .line(2, "HostPathType:\t" + source.path("type").asText("<none>"));
                case "emptyDir" ->
                    page.line(2, "Type:\tEmptyDir (a temporary directory that shares a pod's lifetime)")
                            .line(2, "Medium:\t" + source.path("medium").asText(""))
                            .line(2, "SizeLimit:\t" + source.path("sizeLimit").asText("<unset>"));
                case "secret" ->
                    page.line(2, "Type:\tSecret (a volume populated by a Secret)")
                            .line(2, "SecretName:\t" + source.path("secretName").asText(""))
                            .line(2, "Optional:\t" + source.path("optional").asBoolean());
                case "configMap" ->
                    page.line(2, "Type:\tConfigMap (a volume populated by a ConfigMap)")
                            .line(2, "Name:\t" + source.path("name").asText(""))
                            .line(2, "Optional:\t" + source.path("optional").asBoolean());
                case "downwardAPI" -> {
                    page.line(2, "Type:\tDownwardAPI (a volume populated by information about the pod)")
                            .line(2, "Items:");
                    source.path("items").forEach(item -> item(item, page));
                }
                case "projected" -> {
                    page.line(2, "Type:\tProjected (a volume that contains injected data from multiple sources)");
                    source.path("sources").forEach(piece -> projected(piece, page));
                }
                case "persistentVolumeClaim" ->
                    page.line(
                                    2,
                                    "Type:\tPersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same"
                                            + " namespace)")
                            .line(2, "ClaimName:\t" + source.path("claimName").asText())
                            .line(2, "ReadOnly:\t" + source.path("readOnly").asBoolean());
                case "name" -> {}
                default -> page.line(1, "<unknown>");
            }
        }
    }

    private static void item(JsonNode item, Page page) {
        String from = item.has("fieldRef")
                ? item.path("fieldRef").path("fieldPath").asText()
                : item.path("resourceFieldRef").path("resource").asText();
        page.line(3, from + " -> " + item.path("path").asText());
    }

    private static void projected(JsonNode piece, Page page) {
        if (piece.has("secret")) {
            page.line(2, "SecretName:\t" + piece.path("secret").path("name").asText(""))
                    .line(
                            2,
                            "Optional:\t"
                                    + piece.path("secret").path("optional").asBoolean());
        } else if (piece.has("downwardAPI")) {
            page.line(2, "DownwardAPI:\ttrue");
        } else if (piece.has("configMap")) {
            page.line(
                            2,
                            "ConfigMapName:\t"
                                    + piece.path("configMap").path("name").asText(""))
                    .line(
                            2,
                            "Optional:\t"
                                    + piece.path("configMap").path("optional").asBoolean());
        } else if (piece.has("serviceAccountToken")) {
            page.line(
                    2,
                    "TokenExpirationSeconds:\t"
                            + piece.path("serviceAccountToken")
                                    .path("expirationSeconds")
                                    .asLong());
        }
    }
}
