package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;

/** Describes the objects of one kind. */
@FunctionalInterface
interface Describer {
    void describe(JsonNode object, Source source, Page page);
}
