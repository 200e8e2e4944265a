package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tolerations of a pod, by key. */
final class Tolerations {
    private Tolerations() {}

    static void describe(String title, JsonNode tolerations, Page page) {
        page.add(title + ":\t");
        if (tolerations.isEmpty()) {
            page.add("<none>\n");
            return;
        }
        List<JsonNode> sorted = new ArrayList<>();
        tolerations.forEach(sorted::add);
        sorted.sort(Comparator.comparing(toleration -> toleration.path("key").asText("")));
        String indent = "";
        for (JsonNode toleration : sorted) {
            page.add(indent + text(toleration) + "\n");
            indent = "\t";
        }
    }

    private static String text(JsonNode toleration) {
        String key = toleration.path("key").asText("");
        String value = toleration.path("value").asText("");
        String effect = toleration.path("effect").asText("");
        StringBuilder text = new StringBuilder(key);
        if (!value.isEmpty()) {
            text.append('=').append(value);
        }
        if (!effect.isEmpty()) {
            text.append(':').append(effect);
        }
        if (toleration.path("operator").asText("").equals("Exists") && value.isEmpty()) {
            text.append(key.isEmpty() && effect.isEmpty() ? "op=Exists" : " op=Exists");
        }
        if (toleration.hasNonNull("tolerationSeconds")) {
            text.append(" for ")
                    .append(toleration.path("tolerationSeconds").asLong())
                    .append('s');
        }
        return text.toString();
    }
}
