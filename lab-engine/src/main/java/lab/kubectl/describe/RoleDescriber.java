package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of a role, taken apart into one resource each and put together again by their verbs. */
// models k8s.io/kubectl pkg/util/rbac/rbac.go BreakdownRule and CompactRules@1.34
final class RoleDescriber implements Describer {
    private record Target(String group, String resource, String names, String urls) {}

    @Override
    public void describe(JsonNode role, Source source, Page page) {
        JsonNode metadata = role.path("metadata");
        page.field("Name", metadata.path("name")).labels("Labels", metadata.path("labels"));
        page.annotations("Annotations", metadata.path("annotations")).line(0, "PolicyRule:");
        page.line(1, "Resources\tNon-Resource URLs\tResource Names\tVerbs")
                .line(1, "---------\t-----------------\t--------------\t-----");
        Map<Target, List<String>> rules = new LinkedHashMap<>();
        role.path("rules").forEach(rule -> breakDown(rule, rules));
        List<String> lines = new ArrayList<>();
        List<Map.Entry<Target, List<String>>> sorted = new ArrayList<>(rules.entrySet());
        sorted.sort((left, right) -> key(left).compareTo(key(right)));
        for (Map.Entry<Target, List<String>> entry : sorted) {
            Target target = entry.getKey();
            lines.add(String.join(
                    "\t",
                    combined(target),
                    "[" + target.urls() + "]",
                    "[" + target.names() + "]",
                    "[" + String.join(" ", entry.getValue()) + "]"));
        }
        lines.forEach(line -> page.line(1, line));
    }

    private static void breakDown(JsonNode rule, Map<Target, List<String>> rules) {
        List<String> names = texts(rule.path("resourceNames"));
        List<Target> targets = new ArrayList<>();
        for (String group : texts(rule.path("apiGroups"))) {
            for (String resource : texts(rule.path("resources"))) {
                for (String name : names.isEmpty() ? List.of("") : names) {
                    targets.add(new Target(group, resource, name, ""));
                }
            }
        }
        texts(rule.path("nonResourceURLs")).forEach(url -> targets.add(new Target("", "", "", url)));
        for (Target target : targets) {
            List<String> verbs = rules.computeIfAbsent(target, none -> new ArrayList<>());
            texts(rule.path("verbs")).stream()
                    .filter(verb -> !verbs.contains(verb))
                    .forEach(verbs::add);
        }
    }

    // the original sorts the compact text of each rule: verbs first, then groups, resources, names, URLs
    private static String key(Map.Entry<Target, List<String>> entry) {
        List<String> verbs = new ArrayList<>(entry.getValue());
        Collections.sort(verbs);
        Target target = entry.getKey();
        return String.join(
                "\u0001", verbs.toString(), target.group(), target.resource(), target.names(), target.urls());
    }

    private static String combined(Target target) {
        if (target.resource().isEmpty()) {
            return "";
        }
        String[] parts = target.resource().split("/", 2);
        return parts[0]
                + (target.group().isEmpty() ? "" : "." + target.group())
                + (parts.length == 2 ? "/" + parts[1] : "");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
