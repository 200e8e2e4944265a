package lab.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lab.kube.HumanDuration;
import lab.kube.LabelSelector;
import lab.kube.Tree;

/** What several kinds print alike: ages, joined names, selectors. */
final class Ages {
    private Ages() {}

    static String age(JsonNode object, Instant now) {
        return HumanDuration.since(Tree.text(object, "metadata.creationTimestamp"), now);
    }

    static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    static List<String> field(JsonNode list, String name) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.path(name).asText()));
        return texts;
    }

    static String selector(JsonNode selector) {
        return orNone(LabelSelector.of(selector).toString());
    }

    /** At most three, and how many more there are. */
    static String some(List<String> all, String none) {
        if (all.isEmpty()) {
            return none;
        }
        return all.size() <= 3
                ? String.join(",", all)
                : String.join(",", all.subList(0, 3)) + " + " + (all.size() - 3) + " more...";
    }
}
