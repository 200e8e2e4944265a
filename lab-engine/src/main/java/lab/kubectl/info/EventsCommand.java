package lab.kubectl.info;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.kube.HumanDuration;
import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ResourceType;
import lab.kubectl.await.ObjectWatch;
import lab.kubectl.text.TabWriter;
import lab.shell.pflag.FlagSet;

/** {@code kubectl events}: the events of a namespace or of one object, oldest first. */
// models k8s.io/kubectl pkg/cmd/events/events.go, event_printer.go@1.34
public final class EventsCommand implements Command {
    @Override
    public String name() {
        return "events";
    }

    @Override
    public Help help() {
        return Help.of("List events", "[(-o|--output=)json|yaml] [--for TYPE/NAME] [--watch] [--types=Normal,Warning]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("all-namespaces", 'A', false, "If present, list the requested object(s) across all namespaces.")
                .number("chunk-size", 500, "Return large lists in chunks rather than all at once.")
                .string("for", "Filter events to only those pertaining to the specified resource.")
                .bool("no-headers", "When using the default output format, don't print headers.")
                .string("output", 'o', "", "Output format.")
                .list("types", (char) 0, "Output only events of given types.")
                .bool("watch", 'w', false, "After listing the requested events, watch for more events.");
    }

    @Override
    public int run(Call call) {
        if (call.flags().isSet("output")) {
            throw new KubectlFailure("kubectl events -o is not available in the sandbox yet");
        }
        boolean everywhere = call.flags().bool("all-namespaces");
        Request request =
                Request.get(everywhere ? "/api/v1/events" : "/api/v1/namespaces/" + call.namespace() + "/events");
        String selector = selector(call);
        if (!selector.isEmpty()) {
            request = request.with("fieldSelector", selector);
        }
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode event : call.client().send(request.with("limit", "500")).path("items")) {
            if (wanted(call, event)) {
                events.add(event);
            }
        }
        boolean watch = call.flags().bool("watch");
        if (events.isEmpty() && !watch) {
            call.err()
                    .println(
                            everywhere ? "No events found." : "No events found in " + call.namespace() + " namespace.");
            return 0;
        }
        events.sort(Comparator.comparing(EventsCommand::lastSeen));
        print(call, events, !call.flags().bool("no-headers"));
        if (watch) {
            Instant never = call.environment().time().now().plus(Duration.ofDays(7));
            try (ObjectWatch changes = ObjectWatch.of(call, request, never)) {
                for (int i = 0; i < events.size(); i++) {
                    changes.next();
                }
                for (JsonNode event = changes.next(); event != null; event = changes.next()) {
                    if (wanted(call, event.path("object"))
                            && !event.path("type").asText().equals("DELETED")) {
                        print(call, List.of(event.path("object")), false);
                    }
                }
            }
        }
        return 0;
    }

    private static String selector(Call call) {
        String target = call.flags().text("for");
        if (target.isEmpty()) {
            return "";
        }
        String[] parts = target.split("/", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new KubectlFailure("--for must be in resource/name form");
        }
        ResourceType type = call.resources().named(parts[0]);
        return "involvedObject.kind=" + type.kind() + ",involvedObject.name=" + parts[1];
    }

    private static boolean wanted(Call call, JsonNode event) {
        List<String> types = call.flags().list("types");
        for (String type : types) {
            if (!type.equalsIgnoreCase("Normal") && !type.equalsIgnoreCase("Warning")) {
                throw new KubectlFailure("valid --types are Normal or Warning");
            }
        }
        return types.isEmpty()
                || types.stream()
                        .anyMatch(
                                type -> type.equalsIgnoreCase(event.path("type").asText("")));
    }

    private static String lastSeen(JsonNode event) {
        String series = event.path("series").path("lastObservedTime").asText("");
        String last = event.path("lastTimestamp").asText("");
        return !series.isEmpty()
                ? series
                : !last.isEmpty() ? last : event.path("eventTime").asText("");
    }

    private static void print(Call call, List<JsonNode> events, boolean headers) {
        boolean everywhere = call.flags().bool("all-namespaces");
        StringBuilder table = new StringBuilder();
        if (headers) {
            table.append(everywhere ? "NAMESPACE\t" : "").append("LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE\n");
        }
        Instant now = call.environment().time().now();
        for (JsonNode event : events) {
            JsonNode object = event.path("involvedObject");
            if (everywhere) {
                table.append(event.path("metadata").path("namespace").asText()).append('\t');
            }
            table.append(String.join(
                            "\t",
                            interval(event, now),
                            event.path("type").asText(""),
                            event.path("reason").asText(""),
                            object.path("kind").asText() + "/"
                                    + object.path("name").asText(),
                            event.path("message").asText("").strip()))
                    .append('\n');
        }
        call.out().print(TabWriter.table(table.toString()));
    }

    private static String interval(JsonNode event, Instant now) {
        boolean micro = !event.path("eventTime").asText("").isEmpty()
                && !event.path("eventTime").isNull();
        String first = HumanDuration.since(
                event.path(micro ? "eventTime" : "firstTimestamp").asText(""), now);
        JsonNode series = event.path("series");
        if (series.isObject()) {
            return HumanDuration.since(series.path("lastObservedTime").asText(""), now) + " (x"
                    + series.path("count").asInt() + " over " + first + ")";
        }
        int count = event.path("count").asInt();
        return count > 1
                ? HumanDuration.since(event.path("lastTimestamp").asText(""), now) + " (x" + count + " over " + first
                        + ")"
                : first;
    }
}
