package lab.kubectl.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import lab.kubectl.KubectlFailure;
import lab.kubectl.jsonpath.JsonPath;
import lab.kubectl.jsonpath.JsonPathProblem;
import lab.kubectl.text.GoQuote;
import lab.kubectl.text.GoValue;
import org.jspecify.annotations.Nullable;

/** What {@code --for} waits on. */
// models k8s.io/kubectl pkg/cmd/wait/{wait,condition,json}.go@1.34
sealed interface Condition {
    record Deleted() implements Condition {}

    record Created() implements Condition {}

    record Status(String name, String value) implements Condition {}

    record Path(JsonPath path, @Nullable String value) implements Condition {}

    static Condition parse(String text) {
        if (text.equalsIgnoreCase("delete")) {
            return new Deleted();
        }
        if (text.equalsIgnoreCase("create")) {
            return new Created();
        }
        if (text.startsWith("condition=")) {
            String[] parts = text.substring("condition=".length()).split("=", 2);
            return new Status(parts[0], parts.length == 2 ? parts[1] : "true");
        }
        if (text.startsWith("jsonpath=")) {
            try {
                return path(text.substring("jsonpath=".length()));
            } catch (JsonPathProblem e) {
                throw new KubectlFailure(e.text());
            }
        }
        throw new KubectlFailure("unrecognized condition: " + GoQuote.quote(text));
    }

    private static Condition path(String input) throws JsonPathProblem {
        // a single = splits, a double one belongs to a filter
        List<String> parts = List.of(input.replace("==", "\u0000").split("=", -1));
        if (parts.size() > 2) {
            throw new KubectlFailure("jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or"
                    + " --for=jsonpath='{.status.readyReplicas}'");
        }
        String expression = JsonPath.relaxed(parts.get(0).replace("\u0000", "=="));
        if (expression.isEmpty()) {
            throw new KubectlFailure("jsonpath expression cannot be empty");
        }
        if (parts.size() == 1) {
            return new Path(JsonPath.parse(expression), null);
        }
        String value = parts.get(1).replace("\u0000", "==").replaceAll("^['\"]+|['\"]+$", "");
        if (value.isEmpty()) {
            throw new KubectlFailure("jsonpath wait has to have a value after equal sign, like"
                    + " --for=jsonpath='{.status.readyReplicas}'=3");
        }
        return new Path(JsonPath.parse(expression), value);
    }

    /** True when the object is as wanted; deletion and creation are not seen in an object. */
    default boolean holds(JsonNode object) {
        if (this instanceof Status status) {
            return met(status, object);
        }
        if (this instanceof Path path) {
            return met(path, object);
        }
        return this instanceof Created;
    }

    private static boolean met(Status status, JsonNode object) {
        for (JsonNode condition : object.path("status").path("conditions")) {
            if (!condition.path("type").asText("").equalsIgnoreCase(status.name())) {
                continue;
            }
            long generation = object.path("metadata").path("generation").asLong();
            JsonNode own = condition.path("observedGeneration");
            JsonNode observed = own.isMissingNode() ? object.path("status").path("observedGeneration") : own;
            if (observed.isNumber() && observed.asLong() < generation) {
                return false;
            }
            return condition.path("status").asText("").equalsIgnoreCase(status.value());
        }
        return false;
    }

    private static boolean met(Path path, JsonNode object) {
        List<List<JsonNode>> results;
        try {
            results = path.path().results(object);
        } catch (JsonPathProblem e) {
            throw new KubectlFailure(e.text());
        }
        if (results.isEmpty() || results.get(0).isEmpty()) {
            return false;
        }
        if (results.size() > 1) {
            throw new KubectlFailure("given jsonpath expression matches more than one list");
        }
        if (results.get(0).size() > 1) {
            throw new KubectlFailure("given jsonpath expression matches more than one value");
        }
        JsonNode value = results.get(0).get(0);
        if (path.value() == null) {
            return true;
        }
        if (value.isContainerNode()) {
            throw new KubectlFailure("jsonpath leads to a nested object or list which is not supported");
        }
        return GoValue.plain(value).strip().equals(path.value().strip());
    }
}
