package lab.kubectl.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ServerFailure;
import lab.kubectl.print.ObjectPrinter;
import lab.kubectl.print.TablePrinter;
import org.jspecify.annotations.Nullable;

/** {@code get -w}: what is there, then each change until the learner stops it. */
final class Watching {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Call call;
    private final boolean table;
    private final boolean withEvents;
    private @Nullable TablePrinter tables;
    private @Nullable ObjectPrinter documents;

    Watching(Call call, boolean table) {
        this.call = call;
        this.table = table;
        withEvents = call.flags().bool("output-watch-events");
    }

    int run() {
        List<Info> infos =
                GetCommand.finder(call).requests(this::dressed).find().orThrow();
        if (infos.stream().map(Info::type).distinct().count() > 1) {
            throw new KubectlFailure("you may only specify a single resource type");
        }
        if (infos.size() != 1) {
            throw new KubectlFailure("watch is only supported on individual resources and resource collections - more"
                    + " than 1 resource was found");
        }
        Info info = infos.get(0);
        if (table) {
            tables = new TablePrinter(
                    Tables.options(call, info.type(), call.flags().bool("show-kind")), info.type());
        } else {
            documents = ObjectPrinter.forGet(call);
        }
        boolean isList = info.name().isEmpty();
        if (!call.flags().bool("watch-only")) {
            show(info.object(), "ADDED");
        }
        watch(info, isList);
        return 0;
    }

    private Request dressed(Request request) {
        return table ? request.withHeader("accept", GetCommand.TABLES) : request;
    }

    private void watch(Info info, boolean isList) {
        Request request = dressed(Request.get(info.type().path(info.namespace())));
        String selector = call.flags().text("selector");
        String fields = isList ? call.flags().text("field-selector") : "metadata.name=" + info.name();
        if (!selector.isEmpty()) {
            request = request.with("labelSelector", selector);
        }
        if (!fields.isEmpty()) {
            request = request.with("fieldSelector", fields);
        }
        String version = isList ? Tree.text(info.object(), "metadata.resourceVersion") : "0";
        request = request.with("resourceVersion", version).with("watch", "true");
        // a watch on one object starts with the object itself, which has been shown already
        boolean silent = !isList;
        try (Feed feed = call.client().open(request)) {
            while (!feed.ended()) {
                JsonNode event = feed.next(LONG);
                call.environment().checkInterrupted();
                if (event == null) {
                    continue;
                }
                String kind = event.path("type").asText();
                if (kind.equals("ERROR")) {
                    throw new ServerFailure(event.path("object"));
                }
                if (!silent && !kind.equals("BOOKMARK")) {
                    show(event.path("object"), kind);
                }
                silent = false;
            }
        }
    }

    private void show(JsonNode object, String event) {
        if (tables != null) {
            tables.add(object, withEvents ? event : "");
            tables.flush(call.out());
        } else if (documents != null) {
            for (JsonNode item : ObjectPrinter.items(object)) {
                documents.print(withEvents ? event(item, event) : item, call.out());
            }
        }
    }

    private static ObjectNode event(JsonNode object, String type) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.set("object", object);
        return event.put("type", type);
    }
}
