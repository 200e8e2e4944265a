package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events at the end of a description, by the time they were last seen. */
final class Events {
    private Events() {}

    /** The events of an object; a pod's and a node's are looked up without their kind. */
    static void of(JsonNode object, Source source, Page page) {
        JsonNode metadata = object.path("metadata");
        boolean pod = object.path("kind").asText().equals("Pod");
        String mirror =
                metadata.path("annotations").path("kubernetes.io/config.mirror").asText("");
        String uid = pod && !mirror.isEmpty() ? mirror : metadata.path("uid").asText("");
        search(object, pod ? "" : object.path("kind").asText(""), List.of(uid), source, page);
    }

    /** The events of an object under several ids. */
    static void search(JsonNode object, String kind, List<String> uids, Source source, Page page) {
        if (!source.showEvents()) {
            return;
        }
        String name = object.path("metadata").path("name").asText("");
        String namespace = object.path("metadata").path("namespace").asText("");
        String path = namespace.isEmpty() ? "/api/v1/events" : "/api/v1/namespaces/" + namespace + "/events";
        List<JsonNode> events = new ArrayList<>();
        for (String uid : uids) {
            String selector = Stream.of(
                            "involvedObject.name=" + name,
                            "involvedObject.namespace=" + namespace,
                            kind.isEmpty() ? "" : "involvedObject.kind=" + kind,
                            uid.isEmpty() ? "" : "involvedObject.uid=" + uid)
                    .filter(term -> !term.isEmpty())
                    .collect(Collectors.joining(","));
            List<JsonNode> found = source.list(path, "fieldSelector", selector);
            events.addAll(found == null ? List.of() : found);
        }
        print(events, source, page);
    }

    static void print(List<JsonNode> events, Source source, Page page) {
        if (events.isEmpty()) {
            page.field("Events", "<none>");
            return;
        }
        events.sort(Comparator.comparing(event -> event.path("lastTimestamp").asText("")));
        page.line(0, "Events:").line(1, "Type\tReason\tAge\tFrom\tMessage");
        page.line(1, "----\t------\t----\t----\t-------");
        for (JsonNode event : events) {
            String from = event.path("source").path("component").asText("");
            page.line(
                    1,
                    String.join(
                            "\t",
                            event.path("type").asText(""),
                            event.path("reason").asText(""),
                            interval(event, source),
                            from.isEmpty() ? event.path("reportingComponent").asText("") : from,
                            event.path("message").asText("").strip()));
        }
    }

    private static String interval(JsonNode event, Source source) {
        boolean micro = !event.path("eventTime").asText("").isEmpty()
                && !event.path("eventTime").isNull();
        String first = source.age(event.path(micro ? "eventTime" : "firstTimestamp"));
        JsonNode series = event.path("series");
        if (series.isObject()) {
            return source.age(series.path("lastObservedTime")) + " (x"
                    + series.path("count").asInt() + " over " + first + ")";
        }
        int count = event.path("count").asInt();
        return count > 1 ? source.age(event.path("lastTimestamp")) + " (x" + count + " over " + first + ")" : first;
    }
}
