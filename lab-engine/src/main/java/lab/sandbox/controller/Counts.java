package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes numbers of a status, and reads numbers that may be percentages. */
final class Counts {
    private Counts() {}

    /** Zero is left out, as Go's {@code omitempty} does. */
    static void put(ObjectNode status, String field, int value) {
        if (value == 0) {
            status.remove(field);
        } else {
            status.put(field, value);
        }
    }

    /** {@code 2} or {@code 25%} of a total. */
    // models apimachinery intstr.GetScaledValueFromIntOrPercent
    static int scaled(JsonNode value, int total, boolean roundUp) {
        String text = value.asText("0");
        if (!text.endsWith("%")) {
            return value.asInt();
        }
        long percent = Long.parseLong(text.substring(0, text.length() - 1));
        return (int) (roundUp ? (percent * total + 99) / 100 : percent * total / 100);
    }
}
