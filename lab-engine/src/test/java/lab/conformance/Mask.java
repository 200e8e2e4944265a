package lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * One kind of text that may differ between two clusters.
 *
 * @param group the part of the match that is masked
 * @param free whatever the value; else equal values stand at equal places
 * @param drop a line that begins with it is left out
 */
record Mask(String name, Pattern pattern, int group, boolean free, boolean drop) {
    /** As Python reads them: classes know all of Unicode, only {@code \n} ends a line. */
    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES;

    static Mask read(JsonNode tree) {
        return new Mask(
                tree.path("name").asText(),
                Pattern.compile(tree.path("regex").asText(), FLAGS),
                tree.path("group").asInt(),
                tree.path("free").asBoolean(),
                tree.path("drop").asBoolean());
    }
}
