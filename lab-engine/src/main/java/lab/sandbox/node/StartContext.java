package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A container about to run.
 *
 * @param words the command with its arguments, variables expanded
 */
record StartContext(
        PodSandbox sandbox,
        JsonNode pod,
        JsonNode container,
        KnownImage image,
        Map<String, String> variables,
        List<String> words,
        Instant now) {
    StartContext {
        words = List.copyOf(words);
    }

    /** Kubernetes' {@code command} replaces the image's entrypoint and its command; {@code args} the latter only. */
    static List<String> words(JsonNode container, KnownImage image, Map<String, String> variables) {
        List<String> words = new ArrayList<>();
        if (container.path("command").isEmpty()) {
            words.addAll(image.entrypoint());
        } else {
            container.path("command").forEach(word -> words.add(PodVariables.expand(word.asText(), variables)));
        }
        if (!container.path("args").isEmpty()) {
            container.path("args").forEach(word -> words.add(PodVariables.expand(word.asText(), variables)));
        } else if (container.path("command").isEmpty()) {
            words.addAll(image.command());
        }
        return words;
    }

    /** The last part of the program's path. */
    String program() {
        String path = words.isEmpty() ? "" : words.get(0);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    List<String> arguments() {
        return words.subList(1, words.size());
    }
}
