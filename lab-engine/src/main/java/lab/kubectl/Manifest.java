package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;

/** One object as a file tells it. */
record Manifest(String source, JsonNode object) {}
