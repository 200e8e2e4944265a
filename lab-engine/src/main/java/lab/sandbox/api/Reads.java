package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lab.kube.Feed;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Status;
import lab.sandbox.state.SandboxState;

/** Answers GET: one object, a list, a watch; as JSON or as a Table. */
final class Reads {
    // The real server ends a watch after --min-request-timeout (30 minutes) to twice as long.
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(45);

    private final SandboxState state;
    private final Store store;
    private final Tables tables;

    Reads(SandboxState state, Store store) {
        this.state = state;
        this.store = store;
        this.tables = new Tables(state);
    }

    static boolean wantsTable(Request request) {
        for (String accepted : request.header("accept").split(",")) {
            if (accepted.contains("as=Table")) {
                return true;
            }
            if (!accepted.isBlank()) {
                return false;
            }
        }
        return false;
    }

    Response get(Target target, Request request) {
        ObjectNode object = store.find(target.resource().key(), target.namespace(), target.name());
        if (object == null) {
            throw Refusal.with(
                    Status.notFound(target.resource().group(), target.resource().name(), target.name()));
        }
        if (wantsTable(request)) {
            return Response.json(
                    200, tables.of(target.resource(), List.of(object), version(object), 0, "", includeObject(request)));
        }
        return Response.json(200, show(target.resource(), object));
    }

    private static String version(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asText();
    }

    private static String includeObject(Request request) {
        String wanted = request.parameter("includeObject");
        return wanted == null ? "Metadata" : wanted;
    }

    /** A copy for the client, in the version it asked for. */
    static ObjectNode show(Resource resource, JsonNode object) {
        ObjectNode copy = object.deepCopy();
        copy.put("apiVersion", resource.apiVersion());
        copy.put("kind", resource.kind());
        return copy;
    }

    Response list(Target target, Request request) {
        Selection selection = Selection.of(target, request);
        List<ObjectNode> found = new ArrayList<>();
        for (ObjectNode object : store.list(target.resource().key(), target.namespace())) {
            if (selection.matches(object)) {
                found.add(object);
            }
        }
        Page page = Page.of(request, found, store.version());
        if (wantsTable(request)) {
            return Response.json(
                    200,
                    tables.of(
                            target.resource(),
                            page.items(),
                            page.version(),
                            page.remaining(),
                            page.token(),
                            includeObject(request)));
        }
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", target.resource().kind() + "List");
        list.put("apiVersion", target.resource().apiVersion());
        page.describe(list.putObject("metadata"));
        ArrayNode items = list.putArray("items");
        page.items().forEach(object -> items.add(show(target.resource(), object)));
        return Response.json(200, list);
    }

    Feed watch(Target target, Request request) {
        Selection selection = Selection.of(target, request);
        String from = request.parameter("resourceVersion");
        boolean initial = "true".equals(request.parameter("sendInitialEvents"));
        boolean existing = initial || from == null || from.isEmpty() || from.equals("0");
        long seen = existing || from == null ? store.version() : version(from);
        WatchFeed feed = new WatchFeed(state, store, selection, seen, form(target.resource(), request), end(request));
        if (existing) {
            feed.addExisting();
        }
        if (initial && "true".equals(request.parameter("allowWatchBookmarks"))) {
            feed.addBookmark(true);
        }
        return feed;
    }

    private static long version(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Refusal.with(Status.badRequest("resourceVersion: Invalid value: \"" + text
                    + "\": strconv.ParseUint: parsing \"" + text + "\": invalid syntax"));
        }
        return Long.parseLong(text);
    }

    private Instant end(Request request) {
        String timeout = request.parameter("timeoutSeconds");
        return state.now()
                .plus(
                        timeout == null || !timeout.matches("[1-9][0-9]{0,8}")
                                ? LONGEST_WATCH
                                : Duration.ofSeconds(Long.parseLong(timeout)));
    }

    private Function<JsonNode, JsonNode> form(Resource resource, Request request) {
        if (!wantsTable(request)) {
            return object -> show(resource, object);
        }
        boolean[] first = {true};
        String include = includeObject(request);
        return object -> {
            ObjectNode table = tables.of(resource, List.of((ObjectNode) object), version(object), 0, "", include);
            if (!first[0]) {
                table.putNull("columnDefinitions");
            }
            first[0] = false;
            return table;
        };
    }
}
