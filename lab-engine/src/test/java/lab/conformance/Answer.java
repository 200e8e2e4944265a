package lab.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a cluster answered to one command.
 *
 * @param unordered its lines come in any order
 * @param unstable it printed different things in two runs on the same real cluster
 */
public record Answer(String command, int exit, String out, String err, boolean unordered, boolean unstable) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(String command, int exit, String out, String err) {
        return new Answer(command, exit, out, err, false, false);
    }

    static Answer read(String line) {
        try {
            JsonNode tree = JSON.readTree(line);
            return new Answer(
                    tree.path("cmd").asText(),
                    tree.path("exit").asInt(),
                    tree.path("out").asText(),
                    tree.path("err").asText(),
                    tree.path("unordered").asBoolean(),
                    tree.path("unstable").asBoolean());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a recorded answer: " + line, e);
        }
    }

    /** The command's first line, by which it is called in a list. */
    String title() {
        return command.lines().findFirst().orElse("");
    }
}
